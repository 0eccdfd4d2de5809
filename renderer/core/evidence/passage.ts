import type { Evidence } from '../item.ts'

/** Something that a customer said, in one item: what is looked through, and what may be quoted. */
export interface Passage {
  readonly itemId: string
  readonly kind: string
  readonly title: string
  /** Byte for byte what the item says. */
  readonly text: string
  readonly who?: string | undefined
  readonly channel?: string | undefined
  readonly source?: string | undefined
  readonly captured?: string | undefined
  readonly lang?: string | undefined
  readonly evidence?: Evidence | undefined
  /** Names of personas as the item writes them. */
  readonly personas: readonly string[]
  /** Names of themes, folded. */
  readonly themes: readonly string[]
  readonly tone: Tone | undefined
}

/** How it speaks; undefined where nobody said and nothing tells. */
export type Tone = 'for' | 'neither' | 'against'

/** What tells a tone, as the content has it. */
export interface Ratings {
  /** -2..2, by whoever read it. */
  readonly sentiment?: number | undefined
  /** 0..5 */
  readonly stars?: number | undefined
  /** 0..10: promoters from 9, detractors up to 6 (Reichheld 2003). */
  readonly nps?: number | undefined
  /** Of a field note. */
  readonly emotion?: string | undefined
}

const JOY: readonly string[] = ['joy']
const ANGER: readonly string[] = ['frustration', 'irritation', 'exasperation']

/** A reader's judgement goes before what the customer ticked, that before what a colleague saw. */
export function toneOf({ sentiment, stars, nps, emotion = '' }: Ratings): Tone | undefined {
  if (sentiment !== undefined) return side(sentiment, 0, 0)
  if (stars !== undefined) return side(stars, 2, 4, true)
  if (nps !== undefined) return side(nps, 6, 9, true)
  if (JOY.includes(emotion)) return 'for'
  return ANGER.includes(emotion) ? 'against' : undefined
}

/** At and below `low` against, at and above `high` for; where the two are one point, that point is neither. */
function side(value: number, low: number, high: number, isWithin = false): Tone {
  if (value > high || (isWithin && value === high)) return 'for'
  return value < low || (isWithin && value === low) ? 'against' : 'neither'
}
