import type { ClockTrust } from '../../renderer/core/clock-trust.ts'
import type { PlayView } from '../../renderer/core/contract.ts'
import type { JudgedCard } from '../../renderer/core/deck-keeper.ts'
import type { Item } from '../../renderer/core/item.ts'
import type { WallSize } from '../../renderer/core/legibility.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import type { Standing } from '../../renderer/core/standing.ts'
import { type WhyNot, whyNot } from '../../renderer/core/why-not.ts'
import type { Clock } from '../clock.ts'
import { itemStanding } from '../item-standing.ts'
import { previewViews } from '../play-view.ts'
import type { Records } from '../records/records.ts'
import type { RoomIndex } from '../room-index.ts'
import type { Rotation } from '../rotation.ts'

/** The room as the host of the wall sees it, for whoever answers a curator. Nothing of it changes anything. */
export interface RoomNow {
  readonly index: Pick<RoomIndex, 'state' | 'item' | 'items' | 'places' | 'media' | 'isScrubbed'>
  readonly records: Records
  readonly clock: Clock
  /** The screen of this machine. */
  readonly screen: string
  /** False on a desk. */
  readonly hasWall: boolean
  /** The content folder, absolute. */
  readonly folder: string
  readonly dataDir: string
  /** By which consent and dates are judged, ms since 1970 UTC. */
  standingTime(): number
  clockTrust(): ClockTrust
  /** How an item stands on this screen. */
  find(id: string): JudgedCard | undefined
  notShown(): Iterable<JudgedCard>
  /** Calls `listener` with all that is judged anew from now on. */
  onJudged(listener: (judged: readonly JudgedCard[]) => void): void
  /** Of the time on the wall, 0..1; undefined where it does not come. */
  share(id: string): number | undefined
  /** Until its next turn, ms. */
  nextDueIn(id: string): number | undefined
  mayShow(id: string): boolean
  /** Whether a curator who has just looked at this item may see its pictures, though the wall does not show it. */
  mayPreview(id: string): boolean
  whyNot(id: string, screen: string): readonly WhyNot[]
  /** The slides of an item that may be shown, divided for a wall of this size. */
  views(item: Item, wall: WallSize | undefined): readonly PlayView[]
  /** What the machine's own wall holds. */
  wall(): WallSize
  /** What is wrong with files, orders and the clock; of items that wait, `notShown` tells. */
  problems(): readonly Problem[]
  isReading(): boolean
  isFolderReachable(): boolean
  /** What the wall does, in a word. */
  wallDoes(): string
}

export interface RoomNowParts
  extends Pick<
    RoomNow,
    | 'index'
    | 'records'
    | 'clock'
    | 'screen'
    | 'hasWall'
    | 'folder'
    | 'dataDir'
    | 'standingTime'
    | 'clockTrust'
    | 'problems'
    | 'isReading'
    | 'isFolderReachable'
    | 'wallDoes'
  > {
  readonly rotation: Pick<Rotation, 'watch' | 'state' | 'sources' | 'mayShow'>
}

/** Items whose pictures a curator may look at, those that were asked for last. */
const MOST_PREVIEWS = 500

export function makeRoomNow({ rotation, ...parts }: RoomNowParts): RoomNow & {
  /** These cards were judged anew. */
  judged(judged: readonly JudgedCard[]): void
} {
  const { index, screen, standingTime, clockTrust } = parts
  const listeners = new Set<(judged: readonly JudgedCard[]) => void>()
  const previewed = new Set<string>()
  const find = (id: string): JudgedCard | undefined => rotation.watch.find(id)

  function noteLooked(id: string): void {
    previewed.delete(id)
    previewed.add(id)
    if (previewed.size > MOST_PREVIEWS) previewed.delete(previewed.values().next().value ?? '')
  }

  return {
    ...parts,
    find,
    notShown: () => rotation.watch.notShown(),
    onJudged: (listener) => void listeners.add(listener),
    judged(judged) {
      for (const listener of listeners) listener(judged)
    },
    share(id) {
      const { time } = rotation.state().rotation.dueShare(id)
      return time > 0 ? time : undefined
    },
    nextDueIn: (id) => rotation.state().rotation.wait(id)?.ms,
    mayShow: rotation.mayShow,
    mayPreview(id) {
      const item = previewed.has(id) ? index.item(id) : undefined
      const standing = item && itemStanding(item, index.state().curation, { screen, now: standingTime() })
      return standing !== undefined && mayPreview(standing)
    },
    whyNot(id, of) {
      const standingOf = (other: string) => find(other)?.standing
      return whyNot(id, find(id)?.card, index.state().curation, {
        screen: of,
        now: standingTime(),
        standingOf,
        clock: clockTrust(),
        isSetAside: rotation.state().setAside.has(id),
      })
    },
    wall: () => rotation.sources().wall,
    views(item, wall) {
      noteLooked(item.id)
      const sources = rotation.sources()
      return previewViews(item, wall ?? sources.wall, sources)
    },
  }
}

/** What the curator hid or what waits for its time has a ground to be seen on; of all else nothing is drawn. */
export function mayPreview({ state }: Standing): boolean {
  return state === 'shown' || state === 'hidden' || state === 'not-yet' || state === 'closed'
}
