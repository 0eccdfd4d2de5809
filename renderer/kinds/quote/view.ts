import type { RefObject } from 'react'
import type { Paper } from '../../core/brand.ts'
import type { Item } from '../../core/item.ts'
import { tellsAge } from '../../core/patina.ts'
import { messages } from '../../ui/messages.ts'
import { commaAfter } from '../../ui/script.ts'
import type { SlideProps } from '../../ui/slide-props.ts'
import { type SourceLine, voiceLine } from '../../ui/source-line.ts'
import type { QuoteBody } from './schema.ts'
import type { QuoteLayout } from './slide-layouts.ts'

/** What every way to hang a quote draws from. */
export interface QuoteView extends SlideProps<Item<'quote', QuoteBody>> {
  readonly ref: RefObject<HTMLDivElement | null>
  /** Without marks that the author set around it. */
  readonly text: string
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly paper: Paper
}

export type LayoutOf<Type extends QuoteLayout['type']> = Extract<QuoteLayout, { type: Type }>

/** Marks of a text that may go on over slides: it opens where she began and closes where she ended. */
export function marksOf({ continued, continues }: QuoteBody): 'both' | 'open' | 'close' | 'hang' {
  if (continued) return continues ? 'hang' : 'close'
  return continues ? 'open' : 'both'
}

/** The frame's words; `named` puts the speaker first, where no line of her own names her. */
export function quoteSource(view: QuoteView, named: boolean): SourceLine {
  const { item, room, part } = view
  const { who, continued, continues } = item.body
  const words = messages(room.language)
  const name = tellsAge(view.age)
    ? `${words.heardAgo(view.age.months)}.`
    : who && `${who}${commaAfter(who, view.lang).trim()}`
  const source = voiceLine(item.envelope, room.language, named ? name : undefined)
  const place = part.count > 1 ? `, ${words.position(part.index + 1, part.count)}` : ''
  const going = continues ? `, ${words.continues}${place}` : continued ? `, ${words.continued}${place}` : ''
  return { ...source, ...(going === '' ? {} : { rest: `${source.rest ?? ''}${going}`.replace(/^, /, '') }) }
}
