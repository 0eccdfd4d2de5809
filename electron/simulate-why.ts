import type { Curation } from '../renderer/core/curation.ts'
import { type Card, cardStanding } from '../renderer/core/deck.ts'
import { likelyName } from '../renderer/core/likely-name.ts'
import { localMinute } from '../renderer/core/local-time.ts'
import type { Problem } from '../renderer/core/problem.ts'
import { tellReasons } from '../renderer/core/rotation/reasons.ts'
import { type WhyNot, whyNot } from '../renderer/core/why-not.ts'
import { problemOf } from './forecast.ts'
import type { Range } from './simulate-options.ts'
import type { SimulatedPlay } from './simulation.ts'
import type { ItemCount, SimulationCount } from './simulation-count.ts'

/** Why one item is on in a simulation, or is not. */

export interface WhyAnswer {
  readonly id: string
  /** Undefined where it never was on and never might have been. */
  readonly count: ItemCount | undefined
  /** What was against it when the time began and in its last minute; empty where nothing was. */
  readonly against: readonly { readonly at: number; readonly reasons: readonly WhyNot[] }[]
  readonly first: { readonly at: number; readonly why: string } | undefined
}

export interface WhyQuestion {
  shown(play: SimulatedPlay): void
  answer(count: SimulationCount): WhyAnswer
}

const MINUTE_MS = 60_000
/** In a larger room a mistyped id is only told to be none. */
const MOST_COMPARED = 5_000

export function askWhy(
  id: string,
  room: {
    readonly cards: readonly Card[]
    readonly curation: Curation
    readonly problems: readonly Problem[]
  },
  screen: string,
  { begin, end }: Range,
): WhyQuestion | { readonly wrong: string } {
  const { cards, curation } = room
  const problem = problemOf(id, room.problems)
  const byId = new Map(cards.map((card) => [card.id, card]))
  const card = byId.get(id)
  if (!card && !problem) {
    const likely = cards.length > MOST_COMPARED ? undefined : likelyName(id, [...byId.keys()])
    return { wrong: `There is no item ${id} in this room.${likely ? ` Did you mean ${likely}?` : ''}` }
  }
  const reasonsAt = (now: number): readonly WhyNot[] =>
    whyNot(id, card, curation, {
      ...{ screen, now, problem },
      standingOf(other) {
        const found = byId.get(other)
        return found && cardStanding(found, curation, { screen, now })
      },
    })
  let first: WhyAnswer['first']
  return {
    shown({ play, from }) {
      if (play.itemId === id) first ??= { at: from, why: tellReasons(play.reasons) }
    },
    answer: (count) => ({
      id,
      count: count.byItem.find((each) => each.id === id),
      against: [begin, Math.max(begin, end - MINUTE_MS)].map((at) => ({ at, reasons: reasonsAt(at) })),
      first,
    }),
  }
}

/** The same in plain words. */
export function toldWhy({ id, count, against, first }: WhyAnswer, zone: string): string[] {
  const at = (ms: number): string => localMinute(ms, zone).replace('T', ' ')
  const lines = against.flatMap((each) => {
    const told = each.reasons.length > 0 ? each.reasons.map(({ words }) => words) : ['It may be shown.']
    return told.map((words) => `  ${at(each.at)}  ${words}`)
  })
  const plays = count?.plays ?? 0
  const given = count
    ? `, ${(count.given * 100).toFixed(2)} % of the time; ${(count.due * 100).toFixed(2)} % were due`
    : ''
  return [
    `About ${id}:`,
    ...lines,
    `  It came ${plays.toLocaleString('en')} times${given}.`,
    ...(first ? [`  First at ${at(first.at)}: ${first.why}`] : []),
    '',
  ]
}
