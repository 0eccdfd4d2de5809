import { sentences, wordCount } from '../../core/text.ts'
import { sizesDown } from '../../ui/fit.ts'
import { isTall } from '../../ui/script.ts'
import { shortened } from '../../ui/shorten.ts'

/** The three ways to hang a verbatim: over the whole wall, beside a strip of the speaker's paper, or as a paragraph. */
export type QuoteLayout =
  | { readonly type: 'wall'; readonly c: number; readonly breaks: boolean; readonly figure: boolean }
  | {
      readonly type: 'strip'
      readonly c: number
      readonly breaks: boolean
      readonly strip: boolean
      readonly tight: boolean
      /** Leaves part of the wall empty. */
      readonly airy: boolean
    }
  | {
      readonly type: 'paragraph'
      readonly c: number
      readonly strip: boolean
      readonly note: boolean
      /** The sentence that stands out. */
      readonly leadC: number
      /** The text, where something had to be left out. */
      readonly text?: string
      readonly keptWords?: number
    }

const WALL_WORDS = 12
/** Type on the whole wall; scripts with high lines need more room for as large an impression. */
const WALL = [5.65, 4] as const
const TALL_WALL = [4.4, 2.8] as const
const STRIP_WORDS = 45
/** So many sentences may each begin a line. */
const MOST_BREAKS = 5

/** From generous to tight, by the length of the text; each length falls back on the next one's ways. */
export function quoteLayouts(text: string, lang: string): QuoteLayout[][] {
  const words = wordCount(text)
  const lines = sentences(text, lang)
  const breaks = lines.length > 1 && lines.length <= MOST_BREAKS
  const groups = [
    ...(words <= WALL_WORDS ? wallLayouts(breaks, isTall(text) ? TALL_WALL : WALL) : []),
    ...(words <= STRIP_WORDS ? stripLayouts(breaks, words <= WALL_WORDS) : []),
    ...paragraphLayouts(),
  ]
  const omissions = shortened(text, lang).map(
    (short): QuoteLayout => ({ type: 'paragraph', c: 1, leadC: 1.41, strip: false, note: false, ...short }),
  )
  return omissions.length > 0 ? [...groups, omissions] : groups
}

function wallLayouts(breaks: boolean, [most, least]: readonly [number, number]): QuoteLayout[][] {
  const ways = [
    { breaks, figure: true },
    { breaks: false, figure: true },
    { breaks: false, figure: false },
  ]
  return ways.map((way) => sizesDown(most, least).map((c): QuoteLayout => ({ type: 'wall', c, ...way })))
}

/** `short`: a few words that fit nowhere hold one that is longer than a line, such as an address; it may break. */
function stripLayouts(breaks: boolean, short: boolean): QuoteLayout[][] {
  type Flags = { breaks: boolean; strip: boolean; tight?: boolean }
  const way = (from: number, flags: Flags): QuoteLayout[] =>
    sizesDown(from, 2).map((c): QuoteLayout => ({ type: 'strip', c, tight: false, airy: false, ...flags }))
  const airy = (flags: Flags): QuoteLayout[] =>
    sizesDown(3.4, 2.4).map((c): QuoteLayout => ({ type: 'strip', c, tight: false, airy: true, ...flags }))
  return [
    ...(breaks ? [airy({ breaks: true, strip: true })] : []),
    airy({ breaks: false, strip: true }),
    ...(breaks ? [way(3, { breaks: true, strip: true })] : []),
    way(3, { breaks: false, strip: true }),
    way(3, { breaks: false, strip: false }),
    ...(short ? [way(3, { breaks: false, strip: true, tight: true })] : []),
  ]
}

function paragraphLayouts(): QuoteLayout[][] {
  const way = (from: number, flags: { strip: boolean; note: boolean; leadC: number }): QuoteLayout[] =>
    sizesDown(from, 1).map((c): QuoteLayout => ({ type: 'paragraph', c, ...flags }))
  return [
    sizesDown(1.41, 1.2).map(
      (c): QuoteLayout => ({ type: 'paragraph', c, strip: true, note: true, leadC: 2 }),
    ),
    way(1.41, { strip: true, note: false, leadC: 2 }),
    way(1.41, { strip: false, note: false, leadC: 2 }),
    way(1.2, { strip: false, note: false, leadC: 1.41 }),
  ]
}

export interface Block {
  readonly text: string
  /** Set larger, in its own place: the order of the words never changes. */
  readonly stands: boolean
}

/**
 * The text in order, divided about the sentence that stands out: the one the curator marked, else the last. Where the text
 * goes on over the next slide its last sentence is yet to come.
 */
export function quoteBlocks(
  text: string,
  highlight: string | undefined,
  lang: string,
  continues = false,
): Block[] {
  const marked = highlight?.trim() ?? ''
  const at = marked === '' ? -1 : text.indexOf(marked)
  const all = sentences(text, lang)
  const lead = at >= 0 ? marked : all.length > 1 && !continues ? (all.at(-1) ?? '') : ''
  const from = at >= 0 ? at : text.lastIndexOf(lead)
  if (lead === '' || from < 0) return [{ text, stands: false }]
  return [
    { text: text.slice(0, from).trim(), stands: false },
    { text: lead, stands: true },
    { text: text.slice(from + lead.length).trim(), stands: false },
  ].filter((block) => block.text !== '')
}
