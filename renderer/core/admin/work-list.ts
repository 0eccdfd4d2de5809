import { z } from 'zod'
import type { Audience } from '../item.ts'
import type { Basis } from '../kind.ts'
import type { PersonalData } from '../pii.ts'
import type { Problem } from '../problem.ts'
import type { StandingState } from './find.ts'

/** What keeps something off the wall and waits for a person: each with what can be done about it, as data for a button. */

export type Remedy =
  /** Nobody wrote down who agreed. Of words a public source will do too (`consent-or-public`). */
  | { readonly type: 'record-consent'; readonly basis: Basis }
  /** There is a consent, not to display. */
  | { readonly type: 'ask-for-display'; readonly who: string; readonly purposes: readonly string[] }
  /** It ended, on this day. */
  | { readonly type: 'renew-consent'; readonly who: string; readonly ended: string }
  /** It was taken back: nothing is to be done but to take it out of the folder, or to erase it. */
  | { readonly type: 'remove'; readonly who: string }
  /** Words to be taken out or cleared; `mayClear` is false of what nobody can clear. `drawn` stands on a page or a drawing. */
  | {
      readonly type: 'redact'
      readonly what: readonly PersonalData[]
      readonly mayClear: boolean
      readonly drawn: boolean
    }
  /** It is for others than those who stand here. */
  | { readonly type: 'change-audience'; readonly is: readonly Audience[]; readonly needs: Audience }
  /** A condition of its kind's own, in its own words: a call that nobody checked, a picture with a doubt. */
  | { readonly type: 'settle-doubt'; readonly kind: string }
  /** Its time is over or has not come. */
  | {
      readonly type: 'change-dates'
      readonly from?: string | undefined
      readonly until?: string | undefined
      readonly decided: boolean
    }
  /** A curator hid it. */
  | { readonly type: 'unhide' }
  /** More words than fit. */
  | { readonly type: 'shorten' }
  /** A table whose columns are not known, or were guessed. */
  | { readonly type: 'name-columns' }
  /** A field that is missing or wrong. */
  | { readonly type: 'correct-field'; readonly field: string }
  /** Bytes that this product cannot read. */
  | { readonly type: 'convert-file' }
  /** A file that is named and not there, or may not be opened. */
  | { readonly type: 'provide-file' }
  /** The machine's clock cannot be right, or was set back: set it, or vouch for it. */
  | {
      readonly type: 'trust-clock'
      /** What it says, and the latest time that the record has seen; ms since 1970 UTC. */
      readonly clock: number
      readonly latest: number
    }
  /** Something else: the sentence says what. */
  | { readonly type: 'look' }

export type RemedyType = Remedy['type']
export const REMEDIES = [
  'trust-clock',
  'redact',
  'record-consent',
  'renew-consent',
  'ask-for-display',
  'remove',
  'settle-doubt',
  'correct-field',
  'provide-file',
  'convert-file',
  'name-columns',
  'shorten',
  'change-audience',
  'change-dates',
  'unhide',
  'look',
] as const satisfies readonly RemedyType[]

/** One line of work: a problem of a file, or items of one file that wait for the same thing. */
export interface WorkEntry {
  /** Of this line as long as it says the same. */
  readonly key: string
  /** `error`: something is off the wall that should be on it; `warning`: it waits for somebody; `note`: it was decided so. */
  readonly severity: Problem['severity']
  readonly path: string
  readonly line: number
  readonly field?: string | undefined
  readonly message: string
  readonly hint: string
  readonly remedy: Remedy
  /** Of items: how they stand, how many they are, and the first hundred of them. */
  readonly standing?: Exclude<StandingState, 'shown'> | undefined
  readonly items: number
  readonly ids: readonly string[]
  /** Title and kind of the first of them. */
  readonly title?: string | undefined
  readonly kind?: string | undefined
}

export interface WorkQuestion {
  readonly remedy?: RemedyType | undefined
  /** Notes on what was decided or inferred are told only where they are asked for. */
  readonly notes?: boolean | undefined
  readonly from: number
  readonly count: number
}

export interface WorkAnswer {
  readonly revision: number
  readonly total: number
  readonly entries: readonly WorkEntry[]
  /** Lines by remedy, of all that the question would tell without its `remedy`. */
  readonly counts: { readonly [Each in RemedyType]: number }
}

/** A stretch of personal data, for the eyes of whoever is about to take it out: found anew each time, kept nowhere. */
export interface WorkFind {
  readonly path: string
  /** 1-based; absent where the file does not spell it as it is read. */
  readonly line?: number | undefined
  readonly what: PersonalData
  readonly found: string
  /** Words around it, at most 40 letters each. */
  readonly before: string
  readonly after: string
}

export interface WorkFinds {
  readonly finds: readonly WorkFind[]
  /** Some of it stands on a page or a drawing, where no words can be told. */
  readonly drawn: readonly PersonalData[]
}

export interface WorkCalls {
  /** The gravest first. */
  workList(question: WorkQuestion): WorkAnswer
  /** Ids of all items of one line, which names the first hundred only; none where the line is no more. */
  workIds(question: { readonly key: string }): { readonly ids: readonly string[] }
  /** What has to be redacted in one item. */
  workFinds(question: { readonly id: string }): WorkFinds
}

const page = { from: z.number().int().min(0).max(10_000_000), count: z.number().int().min(0).max(500) }

export const workArguments: { readonly [Name in keyof WorkCalls]: z.ZodType<Parameters<WorkCalls[Name]>> } = {
  workList: z.tuple([
    z.strictObject({ remedy: z.enum(REMEDIES).optional(), notes: z.boolean().optional(), ...page }),
  ]),
  workIds: z.tuple([z.strictObject({ key: z.string().min(1).max(100) })]),
  workFinds: z.tuple([z.strictObject({ id: z.string().min(1).max(2_000) })]),
}
