import type { Decision } from './curation.ts'
import { daypartsRule } from './dayparts.ts'
import type { Audience, Clearance, Consent, Envelope, PublicSource } from './item.ts'
import type { Basis } from './kind.ts'
import { addMonths, beginOf, endOf, hasBegun, isOver } from './local-time.ts'
import type { PersonalData } from './pii.ts'

/** May it be shown? Decided when indexed, when put in the deck and when bytes are asked for, always by this rule. */

export type Standing =
  | { readonly state: 'shown' }
  | {
      /** `closed`: it waits for the next of its dayparts. */
      readonly state: 'withheld' | 'expired' | 'not-yet' | 'hidden' | 'closed'
      readonly reasons: readonly string[]
    }

/** What the rule needs to know of an item; light enough to be kept for every item of a large room. */
export interface StandingFacts {
  readonly basis: Basis
  readonly consent?: Consent | PublicSource | undefined
  readonly audience?: readonly Audience[] | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  /** Kinds of personal data found in its texts; the finds themselves are never kept. */
  readonly personalData: readonly PersonalData[]
  /** Which of them somebody answers for. */
  readonly cleared?: readonly Clearance[] | undefined
  /** Those that nobody can clear: a card number that is heard in a call (PCI DSS 3.3.1). */
  readonly quarantine?: readonly PersonalData[] | undefined
  /** Some of it stands on a page or a drawing, where no brackets can be written. */
  readonly isDrawn?: boolean | undefined
  /** A reason of its own kind, e.g. a call that nobody has checked for redaction. */
  readonly withheldBecause?: string | undefined
}

export interface StandingContext {
  readonly audience: Audience
  /** The room's local time, `YYYY-MM-DDTHH:MM`. Never earlier than any time already seen: a clock that ran backwards revives nothing. */
  readonly minute: string
}

/** The purpose that a wall needs: consent to record is not consent to display. */
export const DISPLAY = 'display'
/** Life of a consent that names no end, months. */
export const CONSENT_MONTHS = 24

export function standingFacts(
  envelope: Envelope,
  basis: Basis,
  personalData: readonly PersonalData[],
  { withheldBecause, neverCleared = [], isDrawn = false }: Doubts = {},
): StandingFacts {
  const quarantine = personalData.filter((kind) => neverCleared.includes(kind))
  return {
    basis,
    consent: envelope.consent,
    audience: envelope.audience,
    from: envelope.from,
    until: envelope.until,
    personalData,
    ...(envelope.cleared === undefined ? {} : { cleared: envelope.cleared }),
    ...(quarantine.length === 0 ? {} : { quarantine }),
    ...(isDrawn ? { isDrawn } : {}),
    withheldBecause,
  }
}

/** What only the item's kind knows. */
export interface Doubts {
  readonly withheldBecause?: string | undefined
  readonly neverCleared?: readonly PersonalData[] | undefined
  /** True where some of the personal data stands on a page or a drawing. */
  readonly isDrawn?: boolean | undefined
}

/** True where no audience, no date and no decision could make it shown: of such an item nothing is derived. */
export function mayNeverBeShown(facts: StandingFacts): boolean {
  if (facts.withheldBecause !== undefined || (facts.quarantine ?? []).length > 0) return true
  if (facts.audience?.length === 0) return true
  const { basis, consent } = facts
  if (basis === 'none') return false
  if (consent === undefined || consent.withdrawn !== undefined) return true
  return 'public_source' in consent ? basis === 'consent' : !isForDisplay(consent)
}

/** The reasons are sentences for the curator. Privacy comes before dates, dates before taste: the strongest reason is named. */
export function standing(
  facts: StandingFacts,
  decision: Decision | undefined,
  context: StandingContext,
): Standing {
  const withheld = withheldReasons(facts, decision, context)
  if (withheld.length > 0) return { state: 'withheld', reasons: withheld }
  const ended = consentEnd(facts.consent)
  if (ended !== undefined && isOver(ended, context.minute)) {
    return { state: 'expired', reasons: [`Consent ended on ${ended}.`] }
  }
  return datesAndDecision(facts, decision, context)
}

function datesAndDecision(
  facts: StandingFacts,
  decision: Decision | undefined,
  { minute }: StandingContext,
): Standing {
  const until = narrower([facts.until, decision?.until], (date) => -endOf(date))
  if (until !== undefined && isOver(until, minute)) {
    return { state: 'expired', reasons: [`It was to be shown until ${until}.`] }
  }
  const from = narrower([facts.from, decision?.from], beginOf)
  if (from !== undefined && !hasBegun(from, minute))
    return { state: 'not-yet', reasons: [`It is to be shown from ${from}.`] }
  if (decision?.hidden) return { state: 'hidden', reasons: ['A curator has hidden it.'] }
  const dayparts = decision?.dayparts
  if (dayparts === undefined || daypartsRule(dayparts).at(beginOf(minute))) return SHOWN
  return { state: 'closed', reasons: [`It plays only at its times: ${dayparts.join('; ')}.`] }
}

/** Of the item's date and the curator's the one that leaves less time: both have to be kept. */
function narrower(
  dates: readonly (string | undefined)[],
  strictness: (date: string) => number,
): string | undefined {
  return dates
    .filter((date) => date !== undefined)
    .reduce<string | undefined>(
      (found, date) => (found !== undefined && strictness(found) >= strictness(date) ? found : date),
      undefined,
    )
}

const SHOWN: Standing = { state: 'shown' }

/** Everything that keeps it from anybody's eyes, whatever day it is shown on. */
export function withheldReasons(
  facts: StandingFacts,
  decision: Decision | undefined,
  context: StandingContext,
): string[] {
  const reasons = personalDataReasons(facts, decision, context)
  if (facts.withheldBecause !== undefined) reasons.push(facts.withheldBecause)
  if (facts.audience && !facts.audience.includes(context.audience)) {
    reasons.push(`It is for ${facts.audience.join(' and ') || 'nobody'}, not for ${context.audience}.`)
  }
  return [...reasons, ...consentReasons(facts, context)]
}

/** A clearance counts from its day on, for the kinds that it names; what is in quarantine nobody can clear. */
function personalDataReasons(
  { personalData, cleared = [], quarantine = [], isDrawn = false }: StandingFacts,
  decision: Decision | undefined,
  { minute }: StandingContext,
): string[] {
  if (personalData.length === 0 && quarantine.length === 0) return []
  if (quarantine.length > 0) {
    return [
      `A ${quarantine.join(' and ')} seems to be said in it, so the whole clip is set aside. Write [[ ]] around it in the transcript: its time is then silent too.`,
    ]
  }
  const answered = [...cleared, ...(decision?.cleared ?? [])].filter(({ date }) => hasBegun(date, minute))
  const open = personalData.filter((kind) => !answered.some(({ what }) => what.includes(kind)))
  if (open.length === 0) return []
  const what = open.join(', ')
  return [
    isDrawn
      ? `It seems to hold personal data (${what}). Take it out of the page or drawing, or write cleared: with what, by and date where it is none, or where blur: covers it.`
      : `It seems to hold personal data (${what}). Write [[ ]] around what must not be shown, or cleared: with what, by and date where it is none.`,
  ]
}

function consentReasons({ basis, consent }: StandingFacts, { audience, minute }: StandingContext): string[] {
  if (basis === 'none') return []
  if (consent === undefined) {
    return [
      basis === 'consent'
        ? 'No consent to display is recorded.'
        : 'Neither consent to display nor a public source is recorded.',
    ]
  }
  const reasons = consent.withdrawn === undefined ? [] : [withdrawnReason(consent.withdrawn)]
  if ('public_source' in consent) {
    if (basis === 'consent') reasons.push('A public source is no consent of the person who is seen or heard.')
    return reasons
  }
  if (!isForDisplay(consent)) {
    reasons.push(`The consent is for ${consent.purposes.join(', ')}, not to display.`)
  }
  if (!consent.audience.includes(audience)) {
    reasons.push(`The consent is for ${consent.audience.join(' and ')}, not for ${audience}.`)
  }
  if (!hasBegun(consent.given, minute)) reasons.push(`The consent is dated in the future: ${consent.given}.`)
  return reasons
}

function isForDisplay({ purposes }: Consent): boolean {
  return purposes.some((purpose) => purpose.trim().toLowerCase() === DISPLAY)
}

/** A withdrawal counts from the moment that it is written down, whatever its date: nobody waits to be taken off a wall. */
function withdrawnReason(withdrawn: string): string {
  const dated = /^\d{4}/.test(withdrawn)
  return dated ? `The consent was withdrawn on ${withdrawn}.` : 'The consent was withdrawn.'
}

/** The last day of a consent; undefined where there is none that could end. */
export function consentEnd(consent: Consent | PublicSource | undefined): string | undefined {
  if (consent === undefined || 'public_source' in consent) return undefined
  return consent.expires ?? addMonths(consent.given, CONSENT_MONTHS)
}
