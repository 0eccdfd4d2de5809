import { quoted } from '../../renderer/core/quoted.ts'
import type { Finding } from '../../renderer/core/schema-findings.ts'
import { ambiguousDate, isCalendarDate, readDate } from '../../renderer/core/written-date.ts'

const DATE_FIELDS = ['captured', 'from', 'until'] as const
/** Not `withdrawn`: that counts in any words, and must not wait for a date to be spelled well. */
const CONSENT_DATES = ['given', 'expires'] as const

/** Dates of the envelope as text that sorts. One that could be two days is never guessed at. */
export function withReadableDates(fields: Readonly<Record<string, unknown>>): {
  fields: Readonly<Record<string, unknown>>
  findings: readonly Finding[]
} {
  const findings: Finding[] = []
  const dates = readAll(fields, DATE_FIELDS, '', findings)
  const consent = fields['consent']
  if (typeof consent !== 'object' || consent === null) return { fields: { ...fields, ...dates }, findings }
  const dated = consentOnce(consent)
  return {
    fields: { ...fields, ...dates, consent: dated.consent },
    findings: [...findings, ...dated.findings],
  }
}

interface DatedConsent {
  readonly consent: Readonly<Record<string, unknown>>
  readonly findings: readonly Finding[]
}

/** The rows of a table share one consent: it stays one, so that whoever checks it sees that it is the same. */
const consents = new WeakMap<object, DatedConsent>()

function consentOnce(consent: object): DatedConsent {
  const known = consents.get(consent)
  if (known) return known
  const findings: Finding[] = []
  const given: Record<string, unknown> = { ...consent }
  const made = { consent: { ...given, ...readAll(given, CONSENT_DATES, 'consent.', findings) }, findings }
  consents.set(consent, made)
  return made
}

type ReadDate = { readonly date: string | undefined; readonly problem: ReturnType<typeof dateProblem> }

/** The rows of a table share few dates: each is read once. */
const readBefore = new Map<unknown, ReadDate>()
const MOST_REMEMBERED = 10_000

/** In the place of a date people write anything. Returns how many values were remembered. */
export function forgetDates(): number {
  const count = readBefore.size
  readBefore.clear()
  return count
}

function readOnce(value: unknown): ReadDate {
  const known = readBefore.get(value)
  if (known) return known
  const date = readDate(value)
  const made = { date, problem: dateProblem(value, date) }
  if (readBefore.size >= MOST_REMEMBERED) readBefore.clear()
  if (typeof value === 'string') readBefore.set(value, made)
  return made
}

function readAll(
  fields: Readonly<Record<string, unknown>>,
  names: readonly string[],
  prefix: string,
  findings: Finding[],
): Record<string, unknown> {
  const read: Record<string, unknown> = {}
  for (const name of names) {
    const value = fields[name]
    if (value === undefined || value === null || value === '') continue
    const { date, problem } = readOnce(value)
    if (problem) findings.push({ field: prefix + name, ...problem })
    else if (date !== undefined) read[name] = date
  }
  return read
}

function dateProblem(
  value: unknown,
  date: string | undefined,
): Pick<Finding, 'message' | 'hint'> | undefined {
  const days = ambiguousDate(value)
  if (days) return { message: `${quoted(value)} could be two days.`, hint: `Write ${days[0]} or ${days[1]}.` }
  if (date === undefined)
    return {
      message: `${quoted(value)} is not a date that we can read.`,
      hint: 'Write a date such as 2026-03-04.',
    }
  if (!isCalendarDate(date))
    return { message: `${quoted(value)} is a day that no calendar has.`, hint: 'Correct the date.' }
  return undefined
}
