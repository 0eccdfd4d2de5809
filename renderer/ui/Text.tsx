import type { CSSProperties, ReactNode } from 'react'
import { direction, sentences } from '../core/text.ts'
import { quotationMarks, withoutOuterMarks } from './marks.ts'
import { scriptOf } from './script.ts'
import { opticalSize } from './stage.ts'

/** The two voices: `They` is what customers say (serif), `We` and its kin are what the organisation says (sans). */

interface TypeProps {
  /** Cap height in u: 0.75 label, 1 body, 1.41 lead, 2 headline, 2.83, 4, 5.66. */
  readonly c: number
  readonly lang?: string | undefined
  /** By the first strong letter where absent. */
  readonly dir?: 'ltr' | 'rtl' | undefined
  readonly className?: string
  readonly style?: CSSProperties
  /** Place in the entrance, 1..4 in reading order. */
  readonly rise?: number
  /** A word longer than its line may break: only where nothing else helps. */
  readonly tight?: boolean | undefined
}

interface TheyProps extends TypeProps {
  readonly text: string
  /** Which marks it carries: both, only one where a verbatim is divided over blocks, or none. */
  readonly marks?: 'both' | 'open' | 'close' | 'hang' | 'none'
  /** A paragraph to be read, not a sentence to be seen. */
  readonly para?: boolean
  /** Our guess, not her words: italic, no marks. */
  readonly guess?: boolean
  /** Each sentence begins a line. */
  readonly breaks?: boolean
}

/** What a customer said. `open` and `hang` keep the words on one axis when a text is set in two blocks. */
export function They(props: TheyProps) {
  const { text, para = false, guess = false, marks = 'both', breaks = false, lang = 'en' } = props
  const said = guess ? 'none' : marks
  const words = said === 'both' ? withoutOuterMarks(text) : text.trim()
  const [open, close] = quotationMarks(lang, words)
  const ending = said === 'both' || said === 'close' ? close : ''
  const pieces = breaks ? sentences(words, lang) : [words]
  const classes = [
    'they',
    para && 'para',
    guess && 'guess',
    props.c >= 4 && 'large',
    said !== 'none' && 'said',
  ]
  return (
    <p {...typeProps(props, text, classes)}>
      {said === 'both' || said === 'open' ? <span className="mark">{open}</span> : null}
      {pieces.map((piece, index) => (
        <span key={`${index}-${piece}`} className={breaks ? 'sentence' : undefined}>
          {index === pieces.length - 1 ? `${piece}${ending}` : `${piece} `}
        </span>
      ))}
    </p>
  )
}

interface WeProps extends TypeProps {
  readonly children: ReactNode
  readonly strong?: boolean
}

/** What we say: sentences in sans. */
export function We({ strong = false, ...props }: WeProps) {
  return (
    <p {...typeProps(props, plainText(props.children), ['we', props.c > 1.2 && 'lead', strong && 'strong'])}>
      {props.children}
    </p>
  )
}

/** A headline of ours; never under c 1.92. */
export function Head(props: WeProps) {
  return <p {...typeProps(props, plainText(props.children), ['we', 'head'])}>{props.children}</p>
}

/** A label or the frame: c 0.75, the smallest type that there is. */
export function Label({ strong = false, ...props }: Omit<WeProps, 'c'>) {
  const typed = { ...props, c: 0.75 }
  return (
    <p {...typeProps(typed, plainText(props.children), ['we', 'label', strong && 'strong'])}>
      {props.children}
    </p>
  )
}

function typeProps(props: TypeProps, text: string, classes: readonly (string | false)[]) {
  return {
    className: [...classes, props.tight && 'tight', props.className].filter(Boolean).join(' '),
    style: { '--c': props.c, '--o': opticalSize(props.c), ...props.style } as CSSProperties,
    lang: props.lang,
    dir: props.dir ?? direction(text),
    'data-script': scriptOf(text),
    'data-text': '',
    'data-rise': props.rise,
  }
}

/** The letters of simple children, to find their script and direction by. */
function plainText(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node)
  if (Array.isArray(node)) return node.map(plainText).join('')
  if (typeof node === 'object' && node !== null && 'props' in node) {
    return plainText((node.props as { readonly children?: ReactNode }).children)
  }
  return ''
}
