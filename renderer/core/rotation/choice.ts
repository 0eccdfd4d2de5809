import type { Group, Lane } from './lanes.ts'
import type { Mix } from './mix.ts'
import type { Reason } from './reasons.ts'
import type { Seats } from './seats.ts'
import { fits, type StoryMemory, storyReason, storyWorth } from './story.ts'

/** Of those whose round has begun, whoever suits best: by the mix, by the story, or because the room shows its range. */

/** What a pick is made from. */
export interface Scene {
  readonly seats: Seats
  readonly mix: Mix
  /** Absent where nobody tells one. */
  readonly story: StoryMemory | undefined
}

export interface Choice {
  readonly seat: number
  readonly reasons: readonly Reason[]
}

/** Candidates that are looked at for one turn, shared by the lanes. */
const LOOKED_AT = 24
const OPENING_WORTH = 100_000

/** The best of those that come first in each lane and whose round has begun at `clock`. */
export function best(scene: Scene, group: Group, clock: number): Choice | undefined {
  const most = Math.ceil(LOOKED_AT / group.laneCount)
  const { seats } = scene
  let [found, least, open] = [-1, Number.POSITIVE_INFINITY, 0]
  const look = (seat: number, lane: Lane): void => {
    if (!seats.isOpen(seat, clock)) return
    open += 1
    const cost = costOf(scene, seat, lane, clock, least)
    if (cost > least || (cost === least && !seats.isBefore(seat, found))) return
    least = cost
    found = seat
  }
  for (const lane of group.lanes()) {
    if (most > 1) lane.heap.nearest(most, (seat) => look(seat, lane))
    else if (lane.heap.first !== undefined) look(lane.heap.first, lane)
  }
  return found < 0 ? undefined : { seat: found, reasons: reasonsFor(scene, found, group, clock, open === 1) }
}

/** Smaller is better. */
function costOf(
  { seats, mix, story }: Scene,
  seat: number,
  { group, kind }: Lane,
  clock: number,
  most: number,
): number {
  const traits = seats.traits[seat]
  if (!traits) return Number.POSITIVE_INFINITY
  const opening = mix.opening(kind.kind)
  const fit = story && fits(story, traits)
  const worth = (opening > 0 ? OPENING_WORTH / opening : 0) + (fit ? storyWorth(fit) : 0)
  const last = seats.last[seat] ?? 0
  return mix.cost(traits, group, kind, last, early(seats, seat, clock), most + worth) - worth
}

/** Part of its round that it comes before its place, 0..1. */
function early({ due, rate }: Seats, seat: number, clock: number): number {
  return Math.max(0, ((due[seat] ?? 0) - clock) * (rate[seat] ?? 1))
}

function reasonsFor(
  { seats, mix, story }: Scene,
  seat: number,
  group: Group,
  clock: number,
  isAlone: boolean,
): readonly Reason[] {
  const traits = seats.traits[seat]
  if (!traits) return []
  const { kind } = traits
  if (mix.opening(kind) > 0) return [{ type: 'opening', kind }]
  const fit = story && fits(story, traits)
  const reasons: Reason[] = fit ? [storyReason(fit)] : []
  reasons.push(isAlone ? { type: 'alone' } : { type: 'due', early: early(seats, seat, clock) })
  // A story keeps to its person on purpose.
  if (story || isAlone) return reasons
  for (const rule of mix.broken(traits, group, seats.last[seat] ?? 0)) reasons.push({ type: 'relaxed', rule })
  return reasons
}
