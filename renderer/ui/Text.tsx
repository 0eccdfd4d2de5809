import { type CSSProperties, type ReactNode, use } from 'react'
import { direction, sentences } from '../core/text.ts'
import { SlideLanguage } from './language.ts'
import { quotationMarks, withoutOuterMarks } from './marks.ts'
import { phrases } from './phrases.ts'
import { isTall, scriptOf, textLanguage } from './script.ts'
import { opticalSize } from './stage.ts'

/** The two voices: `They` is what customers say (serif), `We` and its kin are what the organisation says (sans). */

interface TypeProps {
  /** Cap height in u: 0.75 label, 1 body, 1.41 lead, 2 headline, 2.83, 4, 5.66. */
  readonly c: number
  /** As far as it is known: a text in another script than this language's takes its own. */
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
  const { text, para = false, guess = false, marks = 'both', breaks = false } = props
  const lang = textLanguage(text, props.lang, use(SlideLanguage))
  const said = guess ? 'none' : marks
  const words = said === 'both' ? withoutOuterMarks(text) : text.trim()
  const [open, close] = quotationMarks(lang, words)
  const ending = said === 'both' || said === 'close' ? close : ''
  const pieces = (breaks ? sentences(words, lang) : [words]).map((piece) => phrases(piece, lang))
  const classes = [
    'they',
    para && 'para',
    guess && 'guess',
    props.c >= 4 && 'large',
    said !== 'none' && 'said',
  ]
  return (
    <p {...useTypeProps(props, text, classes)}>
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
  return <OurText {...props} classes={[props.c > 1.2 && 'lead', strong && 'strong']} />
}

/** A headline of ours; never under c 1.92. */
export function Head(props: WeProps) {
  return <OurText {...props} classes={['head']} />
}

/** A label or the frame: c 0.75, the smallest type that there is. */
export function Label({ strong = false, ...props }: Omit<WeProps, 'c'>) {
  return <OurText {...props} c={0.75} classes={['label', strong && 'strong']} />
}

function OurText({
  classes,
  children,
  ...props
}: WeProps & { readonly classes: readonly (string | false)[] }) {
  const type = useTypeProps(props, plainText(children), ['we', ...classes])
  const language = type.lang ?? use(SlideLanguage)
  return <p {...type}>{typeof children === 'string' ? phrases(children, language) : children}</p>
}

function useTypeProps(props: TypeProps, text: string, classes: readonly (string | false)[]) {
  const around = use(SlideLanguage)
  const lang = textLanguage(text, props.lang, around)
  const style = { '--c': props.c, '--o': opticalSize(props.c), ...props.style } as CSSProperties
  // A composition's own leading is meant for Latin; marks above and below the letters need their script's.
  if (isTall(text)) delete style.lineHeight
  return {
    className: [...classes, props.tight && 'tight', props.className].filter(Boolean).join(' '),
    style,
    lang: lang === around ? undefined : lang,
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
