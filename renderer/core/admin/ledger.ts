import { z } from 'zod'
import type { Audience } from '../item.ts'
import type { ErasureProof } from './change-answer.ts'

/** Who agreed to what: the consents of a room by the person who gave them, and the record of what came of them. */

/**
 * `future`: dated later than today; `not-display`: for something else than to be shown; `expiring`: ends within 60 days.
 * The gravest of its items' is a person's.
 */
export const CONSENT_STATES = [
  'withdrawn',
  'expired',
  'expiring',
  'not-display',
  'future',
  'valid',
  'public',
] as const
export type ConsentState = (typeof CONSENT_STATES)[number]

export interface LedgerEntry {
  /** The pseudonymous reference; of a published source its name. */
  readonly who: string
  readonly state: ConsentState
  readonly purposes: readonly string[]
  /** Whom every one of the items may be shown to. */
  readonly audience: readonly Audience[]
  /** The earliest day on which it was given, and the first on which one of them ends. Absent for what was published. */
  readonly given?: string | undefined
  readonly until?: string | undefined
  readonly withdrawn?: string | undefined
  /** Days until that end; negative once it is over. */
  readonly daysLeft?: number | undefined
  readonly collected?: string | undefined
  readonly controller?: string | undefined
  readonly items: number
  /** How many of them are shown on this screen now. */
  readonly shown: number
  /** By kind. */
  readonly kinds: Readonly<Record<string, number>>
  /** The first hundred. */
  readonly ids: readonly string[]
}

export interface LedgerQuestion {
  /** A part of the reference, in any case. */
  readonly text?: string | undefined
  readonly state?: ConsentState | undefined
  readonly from: number
  readonly count: number
}

export interface LedgerAnswer {
  readonly revision: number
  readonly total: number
  readonly entries: readonly LedgerEntry[]
  readonly counts: { readonly [Each in ConsentState]: number }
  /** Items that would need a consent and have none. */
  readonly without: number
}

/** A part of a file that is written to wherever the curator wants it. */
export interface ExportPart {
  readonly text: string
  /** To be asked for next; absent with the last part. */
  readonly next?: number | undefined
}

/** Where the audit breaks off, if it does: the row that is not what was once written, and why. */
export type AuditVerdict =
  | { readonly ok: true; readonly rows: number; readonly head: string }
  | { readonly ok: false; readonly row: number; readonly reason: string }

export interface AuditPart extends ExportPart {
  /** Of the whole chain, with the last part. */
  readonly verdict?: AuditVerdict | undefined
}

/** What is left of erased items at this moment, each place looked at anew. */
export interface ErasureState {
  /** The library has read that they are erased: it knows their ids, and that nothing is to be read under them. */
  readonly isKnown: boolean
  /** Items that the index still holds. */
  readonly index: number
  /** Items that the search still finds. */
  readonly search: number
  /** Derived files, of those that were named, that still lie in the cache. */
  readonly cache: number
  /** Plays that still say a title. */
  readonly record: number
  /** What was taken out is overwritten where it lay, in the index and in the search. */
  readonly isOverwritten: boolean
}

/** An erasure that was made from here, with its proof. */
export interface KeptErasure {
  /** When it was begun, ms since 1970 UTC. */
  readonly at: number
  readonly proof: ErasureProof
}

/** What a curator's own machine remembers of what it erased: asked of whoever writes, not of the library. */
export interface ErasureCalls {
  /** The latest first. */
  erasures(): readonly KeptErasure[]
  /** Goes on with what could not be finished, and tells how all of them stand. */
  finishErasures(): readonly KeptErasure[]
}

export const erasureArguments: {
  readonly [Name in keyof ErasureCalls]: z.ZodType<Parameters<ErasureCalls[Name]>>
} = { erasures: z.tuple([]), finishErasures: z.tuple([]) }

/** Whether nothing is left. */
export function isErased({ isKnown, index, search, cache, record, isOverwritten }: ErasureState): boolean {
  return isKnown && isOverwritten && index + search + cache + record === 0
}

export interface LedgerCalls {
  /** What ends or ended first. */
  ledger(question: LedgerQuestion): LedgerAnswer
  /** All items of one entry, for what is done to all of them. */
  ledgerIds(of: { readonly who: string; readonly published: boolean }): readonly string[]
  /** What is left of these items; `derived`: files that were made of them. */
  erasure(of: { readonly items: readonly string[]; readonly derived: readonly string[] }): ErasureState
  /** The audit record as CSV, 5,000 rows at a time, each part checked against the chain. `after` 0 begins. */
  auditExport(question: { readonly after: number }): AuditPart
}

export const ledgerArguments: {
  readonly [Name in keyof LedgerCalls]: z.ZodType<Parameters<LedgerCalls[Name]>>
} = {
  ledger: z.tuple([
    z.strictObject({
      text: z.string().max(200).optional(),
      state: z.enum(CONSENT_STATES).optional(),
      from: z.number().int().min(0).max(10_000_000),
      count: z.number().int().min(0).max(500),
    }),
  ]),
  ledgerIds: z.tuple([z.strictObject({ who: z.string().min(1).max(500), published: z.boolean() })]),
  erasure: z.tuple([
    z.strictObject({
      items: z.array(z.string().min(1).max(1_000)).max(200_000),
      derived: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(1_000_000),
    }),
  ]),
  auditExport: z.tuple([z.strictObject({ after: z.number().int().min(0) })]),
}
