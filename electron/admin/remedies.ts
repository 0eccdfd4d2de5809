import type { Remedy } from '../../renderer/core/admin/work-list.ts'
import { type Curation, type Decision, decisionFor } from '../../renderer/core/curation.ts'
import type { JudgedCard } from '../../renderer/core/deck-keeper.ts'
import { hasBegun, isOver } from '../../renderer/core/local-time.ts'
import type { PersonalData } from '../../renderer/core/pii.ts'
import type { Problem, ProblemCode } from '../../renderer/core/problem.ts'
import { consentEnd, DISPLAY, type StandingFacts } from '../../renderer/core/standing.ts'
import { audienceAt } from '../../renderer/core/visitors.ts'

/** What a person can do about an item that is not shown, or about a problem of a file. */

export interface RemedyContext {
  readonly curation: Curation
  readonly screen: string
  /** The room's local time, `YYYY-MM-DDTHH:MM`. */
  readonly minute: string
}

/** The remedy of the gravest reason: what was withdrawn is not worth redacting. */
export function itemRemedy({ card, standing }: JudgedCard, context: RemedyContext): Remedy {
  const decision = decisionFor(context.curation, card.id)
  switch (standing.state) {
    case 'withheld':
      return withheldRemedy(card.kind, card.facts, decision, context)
    case 'expired':
      return expiredRemedy(card.facts, decision, context)
    case 'not-yet': {
      const isDecided = decision?.from !== undefined && !hasBegun(decision.from, context.minute)
      return { type: 'change-dates', from: isDecided ? decision.from : card.facts.from, decided: isDecided }
    }
    case 'hidden':
      return { type: 'unhide' }
    case 'closed':
    case 'shown':
      return { type: 'look' }
  }
}

function withheldRemedy(
  kind: string,
  facts: StandingFacts,
  decision: Decision | undefined,
  { curation, screen, minute }: RemedyContext,
): Remedy {
  const { basis, consent, audience, quarantine = [], isDrawn = false } = facts
  const isPerson = consent !== undefined && 'who' in consent
  if (consent?.withdrawn !== undefined)
    return { type: 'remove', who: isPerson ? consent.who : consent.public_source }
  if (quarantine.length > 0) return { type: 'redact', what: quarantine, mayClear: false, drawn: isDrawn }
  const open = openPersonalData(facts, decision, minute)
  if (open.length > 0) return { type: 'redact', what: open, mayClear: true, drawn: isDrawn }
  if (facts.withheldBecause !== undefined) return { type: 'settle-doubt', kind }
  if (basis !== 'none' && (consent === undefined || (basis === 'consent' && !isPerson)))
    return { type: 'record-consent', basis }
  if (basis !== 'none' && isPerson && !consent.purposes.some((each) => each.trim().toLowerCase() === DISPLAY))
    return { type: 'ask-for-display', who: consent.who, purposes: consent.purposes }
  // The minute is local already; so is what a visit is compared with, when both are read as if they were of one zone.
  const needs = audienceAt(curation, screen, 'UTC', Date.parse(`${minute}:00Z`))
  if (audience && !audience.includes(needs)) return { type: 'change-audience', is: audience, needs }
  if (isPerson && !consent.audience.includes(needs))
    return { type: 'change-audience', is: consent.audience, needs }
  if (isPerson) return { type: 'change-dates', from: consent.given, decided: false }
  return { type: 'look' }
}

/** Kinds of personal data for which nobody answers yet. */
export function openPersonalData(
  { personalData, cleared = [] }: StandingFacts,
  decision: Decision | undefined,
  minute: string,
): readonly PersonalData[] {
  const answered = [...cleared, ...(decision?.cleared ?? [])].filter(({ date }) => hasBegun(date, minute))
  return personalData.filter((kind) => !answered.some(({ what }) => what.includes(kind)))
}

function expiredRemedy(
  { consent, until }: StandingFacts,
  decision: Decision | undefined,
  { minute }: RemedyContext,
): Remedy {
  const ended = consentEnd(consent)
  if (ended !== undefined && consent && 'who' in consent && isOver(ended, minute))
    return { type: 'renew-consent', who: consent.who, ended }
  const isDecided = !(until !== undefined && isOver(until, minute))
  return { type: 'change-dates', until: isDecided ? decision?.until : until, decided: isDecided }
}

/** By what is the matter; what is missing or wrong in a field needs no code. */
const BY_CODE: Readonly<Record<Exclude<ProblemCode, 'clock'>, Remedy>> = {
  consent: { type: 'record-consent', basis: 'consent' },
  'too-long': { type: 'shorten' },
  columns: { type: 'name-columns' },
  dates: { type: 'name-columns' },
  format: { type: 'convert-file' },
  'too-large': { type: 'convert-file' },
  damaged: { type: 'provide-file' },
  'missing-file': { type: 'provide-file' },
  'no-access': { type: 'provide-file' },
}

/** What the machine's clock says, and the latest time that the record has seen; ms since 1970 UTC. */
export interface Clocks {
  readonly clock: number
  readonly latest: number
}

export function problemRemedy({ code, field, severity }: Problem, clocks: Clocks): Remedy {
  if (code === 'clock') return { type: 'trust-clock', ...clocks }
  if (code !== undefined) return BY_CODE[code]
  // An order is no field of an item, and what was inferred is no mistake.
  const isWrong = field !== undefined && field !== '' && field !== 'now' && severity !== 'note'
  return isWrong ? { type: 'correct-field', field } : { type: 'look' }
}
