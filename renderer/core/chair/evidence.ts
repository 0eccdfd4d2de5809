/**
 * What the room holds on a topic: real verbatims of items that may be shown, and a figure where somebody measured one.
 * Whoever finds it never invents anything and never rewrites a word; "nothing" is an answer.
 */

/** What is asked for. */
export interface EvidenceQuestion {
  /** What the decision is about, in the room's words or as it was typed. */
  readonly words: string
  /** A theme of the room, where the topic is one. */
  readonly theme?: string | undefined
  /** Id of the item that a prompt names as its answer: where it may be shown, it comes first. */
  readonly answer?: string | undefined
  /** Id of the persona in the chair: what is hers comes before what is another's. */
  readonly persona?: string | undefined
  /** Language tag of the room. */
  readonly language: string
  /** Verbatims at most, the one against the majority among them. */
  readonly most: number
}

/** An exact stretch of one text of an item. */
export interface FoundVerbatim {
  readonly itemId: string
  readonly kind: string
  readonly title: string
  /** Byte for byte what the item says. Of a long one whole sentences, never a part of one. */
  readonly text: string
  /** Whether the item says more before or after it: a mark stands there on the wall. Absent where it is whole. */
  readonly goesOn?: { readonly before: boolean; readonly after: boolean } | undefined
  /** Pseudonymous descriptor of the speaker, e.g. "Woman, 74". */
  readonly who?: string | undefined
  readonly channel?: string | undefined
  readonly source?: string | undefined
  /** As precise as it was written: `2026`, `2026-03` or `2026-03-04`. */
  readonly captured?: string | undefined
  readonly lang?: string | undefined
  /** Speaks against what most of those found say; never set where there is no majority. */
  readonly isAgainst: boolean
}

/** Which way most of what was found speaks, counted and not judged: items, not people. */
export interface Majority {
  readonly tone: 'for' | 'against'
  readonly count: number
  readonly of: number
}

/** Something measured that answers the topic on a line from 0 to 10. */
export interface FoundFigure {
  readonly itemId: string
  readonly kind: 'metric' | 'feedback'
  readonly title: string
  /** 0..10; a share of people in per cent is a tenth of it. */
  readonly value: number
  /** As it was written, with its unit: `61 %`, `3.4 of 5`. */
  readonly written: string
  /**
   * What the number counts: `of-ten` goes on after "_ of 10" (people who booked a ramp found someone there),
   * `answer` is the question as people were asked, with the answer that is counted where it is a share.
   */
  readonly asks:
    | { readonly type: 'of-ten'; readonly phrase: string }
    | { readonly type: 'answer'; readonly question: string; readonly answer?: string | undefined }
  readonly source?: string | undefined
  /** When it was measured, as it was written. */
  readonly period?: string | undefined
  readonly n?: number | undefined
}

/** Something that somebody in the room has already thought of: an opportunity of a journey, a follow-up of a field note. */
export interface FoundIdea {
  readonly itemId: string
  readonly kind: string
  readonly title: string
  readonly text: string
}

export interface FoundEvidence {
  /** The most telling first. */
  readonly verbatims: readonly FoundVerbatim[]
  readonly majority?: Majority | undefined
  readonly figure?: FoundFigure | undefined
  readonly ideas: readonly FoundIdea[]
}

export const NO_EVIDENCE: FoundEvidence = { verbatims: [], ideas: [] }

/** Never rejects for want of anything: what cannot be searched is not found. */
export type FindEvidence = (question: EvidenceQuestion) => Promise<FoundEvidence>
