import { type ClockTrust, isAlwaysOn, WAITS_FOR_CLOCK } from './clock-trust.ts'
import { type Curation, type Decision, decisionFor } from './curation.ts'
import { daypartsRule } from './dayparts.ts'
import type { Card } from './deck.ts'
import { nextChange } from './local-rule.ts'
import { beginOf, endOf, hasBegun, isOver, localMinute } from './local-time.ts'
import { nowOrder, type Order } from './now-orders.ts'
import { formatProblem, type Problem } from './problem.ts'
import { roomZone, screenState } from './screen-state.ts'
import { consentEnd, type Standing, withheldReasons } from './standing.ts'
import { audienceAt } from './visitors.ts'
import { DAY_MS } from './week-hours.ts'
import { daysWords, momentWords } from './when-words.ts'
import { localMs } from './zoned.ts'

/** Why an item is not on the wall, or cannot come: every reason there is, the gravest first, in words for the curator. */

export interface WhyNot {
  readonly what: WhyNotWord
  readonly words: string
}

export type WhyNotWord =
  | 'missing'
  | 'problem'
  | 'withheld'
  | 'expired'
  | 'not-yet'
  | 'hidden'
  | 'closed'
  | 'clock'
  | 'never'
  | 'set-aside'
  | 'screen-off'
  | 'takeover'
  | 'pause'
  | 'pin'

export interface WhyNotContext {
  readonly screen: string
  /** By which consent and dates are judged, ms since 1970 UTC. */
  readonly now: number
  /** How any item stands here and now; undefined for one that is not in the room. */
  readonly standingOf: (itemId: string) => Standing | undefined
  /** Trusted where absent. */
  readonly clock?: ClockTrust | undefined
  /** It could not be drawn, and waits. */
  readonly isSetAside?: boolean | undefined
  /** What is wrong with its file, if that keeps it from being an item. */
  readonly problem?: Problem | undefined
}

/** Empty: it is eligible. `card` is undefined for an item that is not in the room. */
export function whyNot(
  itemId: string,
  card: Card | undefined,
  curation: Curation,
  context: WhyNotContext,
): readonly WhyNot[] {
  const { problem } = context
  if (problem?.severity === 'error') return [{ what: 'problem', words: formatProblem(problem) }]
  if (card === undefined) return [{ what: 'missing', words: `There is no item ${itemId} in this room.` }]
  return [
    ...ofItem(card, curation, context),
    ...ofMachine(card, curation, context),
    ...ofScreen(curation, context),
    ...ofOrder(itemId, curation, context),
  ]
}

/** What the item's own fields and its curator's decision say against it. */
function ofItem({ id, facts }: Card, curation: Curation, { screen, now }: WhyNotContext): WhyNot[] {
  const decision = decisionFor(curation, id)
  const zone = roomZone(curation, now)
  const minute = localMinute(now, zone)
  const found: WhyNot[] = withheldReasons(facts, decision, {
    audience: audienceAt(curation, screen, zone, now),
    minute,
  }).map((words) => ({ what: 'withheld', words }))
  const ended = consentEnd(facts.consent)
  if (ended !== undefined && isOver(ended, minute))
    found.push({ what: 'expired', words: `Consent ended ${ago(ended, minute)}.` })
  for (const until of [facts.until, decision?.until])
    if (until !== undefined && isOver(until, minute))
      found.push({
        what: 'expired',
        words: `It was to be shown until ${until}: that was ${ago(until, minute)}.`,
      })
  for (const from of [facts.from, decision?.from])
    if (from !== undefined && !hasBegun(from, minute))
      found.push({ what: 'not-yet', words: `It is to be shown from ${from}: ${inDays(from, minute)}.` })
  if (decision?.hidden) found.push({ what: 'hidden', words: 'A curator has hidden it.' })
  return [...found, ...ofDayparts(decision, zone, now)]
}

function ofDayparts(decision: Decision | undefined, zone: string, now: number): WhyNot[] {
  if (decision?.dayparts === undefined) return []
  const rule = daypartsRule(decision.dayparts)
  if (rule.at(localMs(zone, now))) return []
  const opens = nextChange(rule, zone, now)
  const times = decision.dayparts.join('; ')
  const words =
    opens === undefined
      ? `Its daypart is closed: it plays ${times}.`
      : `Its daypart is closed until ${momentWords(zone, now, opens)}: it plays ${times}.`
  return [{ what: 'closed', words }]
}

function ofMachine(card: Card, curation: Curation, { clock, isSetAside }: WhyNotContext): WhyNot[] {
  const found: WhyNot[] = []
  const decision = decisionFor(curation, card.id)
  if (clock?.isTrusted === false && !isAlwaysOn(card.facts, decision))
    found.push({ what: 'clock', words: `${WAITS_FOR_CLOCK} ${clock.because}` })
  if ((decision?.weight ?? card.weight) <= 0)
    found.push({ what: 'never', words: 'Its weight is 0: it never plays.' })
  if (card.parts.length === 0) found.push({ what: 'never', words: 'There is nothing of it to be drawn.' })
  if (isSetAside)
    found.push({ what: 'set-aside', words: 'It could not be drawn, and is tried again within the hour.' })
  return found
}

function ofScreen(curation: Curation, { screen, now, clock }: WhyNotContext): WhyNot[] {
  const { isOn, reason } = screenState(curation, screen, now, clock)
  return isOn ? [] : [{ what: 'screen-off', words: reason }]
}

function ofOrder(itemId: string, curation: Curation, context: WhyNotContext): WhyNot[] {
  const { screen, now, standingOf, clock } = context
  const { order } = nowOrder(curation, screen, now, standingOf, clock)
  return orderAgainst(itemId, order, (at) => momentWords(roomZone(curation, now), now, at))
}

function orderAgainst(itemId: string, order: Order, moment: (at: number) => string): WhyNot[] {
  switch (order.type) {
    case 'none':
      return []
    case 'message':
      return [{ what: 'takeover', words: `A message has this screen until ${moment(order.until)}.` }]
    case 'takeover':
      if (order.itemId === itemId) return []
      return [{ what: 'takeover', words: `${order.itemId} has this screen until ${moment(order.until)}.` }]
    case 'pause':
      return [
        { what: 'pause', words: `The wall is paused until ${moment(order.until)}; what is on stays on.` },
      ]
    case 'pin':
      if (order.itemIds.includes(itemId)) return []
      return [{ what: 'pin', words: `Only what is pinned plays: ${order.itemIds.join(', ')}.` }]
  }
}

/** `3 days ago (2026-11-19)`; a date of any precision, after it is over. */
function ago(date: string, minute: string): string {
  const days = Math.floor(beginOf(minute) / DAY_MS) - Math.floor((endOf(date) - 1) / DAY_MS)
  return days < 1 ? `today (${date})` : `${daysWords(days)} ago (${date})`
}

/** `in 3 days`; a date of any precision, before it begins. */
function inDays(date: string, minute: string): string {
  const days = Math.floor(beginOf(date) / DAY_MS) - Math.floor(beginOf(minute) / DAY_MS)
  return days < 1 ? 'later today' : `in ${daysWords(days)}`
}
