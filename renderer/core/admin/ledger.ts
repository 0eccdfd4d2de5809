import { z } from 'zod'
import type { Audience } from '../item.ts'

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

export interface LedgerCalls {
  /** What ends or ended first. */
  ledger(question: LedgerQuestion): LedgerAnswer
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
  auditExport: z.tuple([z.strictObject({ after: z.number().int().min(0) })]),
}
