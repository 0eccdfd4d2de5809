import type { Decision } from './curation.ts'
import { daypartsRule } from './dayparts.ts'
import type { Audience } from './item.ts'
import { nextChange } from './local-rule.ts'
import { beginOf, endOf, minuteText } from './local-time.ts'
import { consentEnd, type Standing, type StandingFacts, standing } from './standing.ts'
import type { LocalMs } from './zoned.ts'

/**
 * The first instant after `now` at which an item's standing, or a reason that it has, is another, so that nobody has to ask
 * every minute; undefined where time alone will never change it.
 */
export function standingChange(
  facts: StandingFacts,
  decision: Decision | undefined,
  { audience, zone, now }: { readonly audience: Audience; readonly zone: string; readonly now: number },
): number | undefined {
  const dates = turningPoints(facts, decision)
  const dayparts = decision?.dayparts && daypartsRule(decision.dayparts)
  if (dates.length === 0 && dayparts === undefined) return undefined
  const standingAt = (local: LocalMs) => standing(facts, decision, { audience, minute: minuteText(local) })
  return nextChange(
    {
      at: (local) => asText(standingAt(local)),
      after(local) {
        // Of what is withheld or over its dayparts make nothing else.
        const state = dayparts && standingAt(local).state
        const isInWeek = state === 'shown' || state === 'closed'
        let next = dayparts && isInWeek ? dayparts.after(local) : Number.POSITIVE_INFINITY
        for (const date of dates) if (date > local && date < next) next = date
        return next
      },
    },
    zone,
    now,
  )
}

function asText(standing: Standing): string {
  return standing.state === 'shown' ? standing.state : [standing.state, ...standing.reasons].join('\n')
}

/** Every time shown at which the rule of standing reads a date otherwise than before. */
function turningPoints(facts: StandingFacts, decision: Decision | undefined): number[] {
  const { consent, cleared = [] } = facts
  const begins = [
    facts.from,
    decision?.from,
    ...[...cleared, ...(decision?.cleared ?? [])].map(({ date }) => date),
  ]
  const ends = [facts.until, decision?.until, consentEnd(consent)]
  if (consent && 'given' in consent) begins.push(consent.given)
  return [
    ...begins.flatMap((date) => (date === undefined ? [] : beginOf(date))),
    ...ends.flatMap((date) => (date === undefined ? [] : endOf(date))),
  ]
}
