import type { Card } from '../deck.ts'
import {
  MOST_VALUES,
  type PromiseCount,
  type PromiseField,
  type PromiseTally,
  promisedValues,
} from './promise.ts'
import { tellSpan } from './reasons.ts'
import { TraitsPool } from './traits.ts'

/** How a promise fares, for the curator. */
export interface PromiseReport extends PromiseTally {
  readonly promise: string
  /** Values that wait longer than was promised, at this moment. */
  readonly late: readonly string[]
  /** Why it cannot be kept, or not always, in sentences; empty where it can. */
  readonly why: readonly string[]
}

const PLURAL: Readonly<Record<PromiseField, string>> = {
  persona: 'personas',
  segment: 'segments',
  stage: 'stages',
  theme: 'themes',
  department: 'departments',
  kind: 'kinds',
}
/** Names in a sentence. */
const NAMED = 5

/** `shown` and `notShown`: the cards that may be on the wall and those that may not. */
export function reportPromises(
  counts: readonly PromiseCount[],
  meanTurnMs: number,
  shown: Iterable<Card>,
  notShown: Iterable<Card>,
): readonly PromiseReport[] {
  if (counts.length === 0) return []
  const [here, away] = [[...shown], [...notShown]]
  return counts.map((count) => {
    const { promise, kept, missed, open } = count
    const silent = onlyAway(count.every, here, away)
    return { promise, kept, missed, late: open, why: whyMissed(count, meanTurnMs, silent) }
  })
}

function whyMissed(count: PromiseCount, meanTurnMs: number, silent: readonly string[]): readonly string[] {
  const { every, values, withinMs, missed, open } = count
  const needed = values * meanTurnMs
  const why: string[] = []
  if (values === 0) why.push(`Nothing that may be shown names a ${every}.`)
  if (values > MOST_VALUES)
    why.push(`The room has ${values} ${PLURAL[every]}; of more than ${MOST_VALUES} none is brought forward.`)
  else if (needed > withinMs)
    why.push(
      `${values} ${PLURAL[every]} take about ${tellSpan(needed)}, a turn each: that does not fit into ${tellSpan(withinMs)}.`,
    )
  else if (2 * needed > withinMs && missed + open.length > 0)
    why.push(
      `${values} ${PLURAL[every]} take about ${tellSpan(needed)}, a turn each, and only every second turn may be given to promises.`,
    )
  else if (missed > 0) why.push('Something else was on at the time: a long recording, a takeover or a pin.')
  if (silent.length > 0)
    why.push(
      `Nothing of ${listed(silent)} may be shown now; ask why not of ${silent.length > 1 ? 'their' : 'its'} items.`,
    )
  return why
}

/** Values that only items bring which may not be shown. */
function onlyAway(every: PromiseField, here: readonly Card[], away: readonly Card[]): readonly string[] {
  const pool = new TraitsPool()
  // Names first: a persona that is away is still the one that others speak of.
  for (const card of [...here, ...away]) if (card.kind === 'persona') pool.of(card)
  const brought = new Set(here.flatMap((card) => promisedValues(pool.of(card), every)))
  const missing = new Set(away.flatMap((card) => promisedValues(pool.of(card), every)))
  return [...missing].filter((name) => !brought.has(name)).sort()
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED
  return more > 0 ? `${names.slice(0, NAMED).join(', ')} and ${more} more` : names.join(', ')
}
