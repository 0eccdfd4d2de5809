import { type Curation, decisionFor } from '../renderer/core/curation.ts'
import type { Card } from '../renderer/core/deck.ts'
import type { PlayerState } from '../renderer/core/player-state.ts'
import type { Problem } from '../renderer/core/problem.ts'
import { type DueShare, dueShares } from '../renderer/core/rotation/due-shares.ts'
import { type PromiseReport, reportPromises } from '../renderer/core/rotation/promise-words.ts'
import { type Reason, tellReasons, tellWait } from '../renderer/core/rotation/reasons.ts'
import { upcoming } from '../renderer/core/upcoming.ts'
import { type WhyNot, whyNot } from '../renderer/core/why-not.ts'
import type { Clock } from './clock.ts'
import { playerRules } from './play-view.ts'
import type { RoomIndex } from './room-index.ts'
import type { Rotation } from './rotation.ts'

/** What a curator may ask of the rotation: what comes, why, why not, and what another weight would do. Asking changes nothing. */
export interface Forecast {
  /** The items that follow, at most so many (0..100). */
  upcoming(count: number): readonly UpcomingItem[]
  /** Why an item is on, when it comes, or every reason why it does not. */
  outlook(itemId: string): Outlook
  /** What is due to whom if these items had these weights, 0..100, from now on. */
  shares(weights: Readonly<Record<string, number>>): ShareForecast
  /** How the room's promises fare since this screen began. */
  promises(): readonly PromiseReport[]
}

export interface UpcomingItem {
  readonly id: string
  readonly kind: string
  readonly title: string
  /** About when it begins, ms since 1970 UTC. */
  readonly at: number
  readonly slides: number
  /** Time on the wall, ms. */
  readonly ms: number
  readonly reasons: readonly Reason[]
  /** The reasons as a sentence. */
  readonly why: string
}

export interface Outlook {
  readonly id: string
  readonly title: string | undefined
  readonly isOn: boolean
  /** Empty where it may play. */
  readonly against: readonly WhyNot[]
  /** Its next turn, if it has one: about when, ms since 1970 UTC, and how many turns come before it. */
  readonly nextTurn: { readonly at: number; readonly turnsBefore: number } | undefined
  /** All of it in sentences. */
  readonly words: readonly string[]
}

/** Shares of the time on the wall, 0..1, and turns in an hour of turning. */
export interface ShareForecast {
  readonly byItem: readonly (DueShare & { readonly id: string; readonly before: DueShare })[]
  readonly byKind: Readonly<Record<string, { readonly time: number; readonly before: number }>>
}

export interface ForecastParts {
  readonly index: RoomIndex
  readonly rotation: Pick<Rotation, 'state' | 'watch'>
  readonly clock: Clock
  readonly screen: string
  /** By which consent and dates are judged, ms since 1970 UTC. */
  readonly standingTime: () => number
}

const MOST_UPCOMING = 100

export function makeForecast(parts: ForecastParts): Forecast {
  const { index, rotation, clock, screen } = parts
  const { watch } = rotation
  /** The player's steady clock as the machine's. */
  const wallTime = (steady: number) => Math.round(clock.now() + steady - clock.steady())

  function against(itemId: string): readonly WhyNot[] {
    const { curation, problems } = index.state()
    return whyNot(itemId, watch.find(itemId)?.card, curation, {
      screen,
      now: parts.standingTime(),
      standingOf: (id) => watch.find(id)?.standing,
      clock: watch.around().clock,
      isSetAside: rotation.state().setAside.has(itemId),
      problem: problemOf(itemId, problems),
    })
  }

  /** A pause is an order of the clock; the player itself is only not asked to go on. */
  function pausedPlayer(): PlayerState {
    const { order } = watch.around().now
    if (order.type !== 'pause') return rotation.state()
    return { ...rotation.state(), pausedUntil: order.until - clock.now() + clock.steady() }
  }

  return {
    upcoming(count) {
      const most = Math.min(MOST_UPCOMING, Math.max(0, Math.floor(count)))
      if (watch.around().instead) return []
      return upcoming(pausedPlayer(), most, clock.steady()).map((each) => ({
        id: each.itemId,
        kind: watch.find(each.itemId)?.card.kind ?? '',
        title: watch.find(each.itemId)?.card.title ?? each.itemId,
        at: wallTime(each.at),
        slides: each.slides,
        ms: each.ms,
        reasons: each.reasons,
        why: tellReasons(each.reasons),
      }))
    },

    outlook(itemId) {
      const { play, rotation: turns } = rotation.state()
      const reasonsAgainst = against(itemId)
      const on = play?.itemId === itemId && !watch.around().instead ? play : undefined
      const wait = reasonsAgainst.length === 0 ? turns.wait(itemId) : undefined
      return {
        id: itemId,
        title: watch.find(itemId)?.card.title,
        isOn: on !== undefined,
        against: reasonsAgainst,
        nextTurn: wait && { at: Math.round(clock.now() + wait.ms), turnsBefore: wait.turns },
        words: [
          ...(on ? [`It is on now. ${tellReasons(on.reasons)}`] : []),
          ...reasonsAgainst.map(({ words }) => words),
          ...(wait ? [tellWait(wait.turns, wait.ms)] : []),
        ],
      }
    },

    shares(weights) {
      const { curation } = index.state()
      return shareForecast(cardsOfRoom(watch, Object.keys(weights)), curation, weights, screen)
    },

    promises() {
      const { rotation: turns, memory } = rotation.state()
      const away = [...watch.notShown()].map(({ card }) => card)
      return reportPromises(
        turns.promiseCounts(memory.age),
        turns.meanTurnMs,
        watch.deck().byId.values(),
        away,
      )
    },
  }
}

/** Cards that might be on the wall now, those that are asked about whatever their weights. */
function cardsOfRoom({ find, deck }: Rotation['watch'], asked: readonly string[]): readonly Card[] {
  const ids = new Set([...deck().byId.keys(), ...asked])
  return [...ids].flatMap((id) => {
    const found = find(id)
    return found?.standing.state === 'shown' && found.card.parts.length > 0 ? found.card : []
  })
}

/** Those that are asked about, and all kinds, before and after. */
function shareForecast(
  cards: readonly Card[],
  curation: Curation,
  weights: Readonly<Record<string, number>>,
  screen: string,
): ShareForecast {
  const rules = playerRules(curation, screen)
  const weightOf = ({ id, weight }: Card): number => decisionFor(curation, id)?.weight ?? weight
  const weighed = cards.map((card) => ({ ...card, weight: weightOf(card) }))
  const before = dueShares(weighed.filter(isPlayed), rules)
  const edited = weighed.map((card) => ({ ...card, weight: weights[card.id] ?? card.weight }))
  const after = dueShares(edited.filter(isPlayed), rules)
  const byKind: Record<string, { time: number; before: number }> = {}
  for (const { id, kind } of cards) {
    const sum = byKind[kind] ?? { time: 0, before: 0 }
    const [then, now] = [before.get(id)?.time ?? 0, after.get(id)?.time ?? 0]
    byKind[kind] = { time: sum.time + now, before: sum.before + then }
  }
  return {
    byItem: Object.keys(weights).map((id) => ({
      id,
      ...(after.get(id) ?? NOTHING),
      before: before.get(id) ?? NOTHING,
    })),
    byKind,
  }
}

function isPlayed({ weight }: Card): boolean {
  return weight > 0
}

const NOTHING: DueShare = { time: 0, anHour: 0 }

/** The problem of a file that became no item. */
export function problemOf(itemId: string, problems: readonly Problem[]): Problem | undefined {
  return problems.find(
    ({ path, severity }) => severity === 'error' && (path === itemId || withoutEnding(path) === itemId),
  )
}

function withoutEnding(path: string): string {
  return path.replace(/\.[^./]+$/, '')
}
