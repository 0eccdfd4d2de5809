import type { MachineFacts } from '../renderer/core/admin/health.ts'
import type { HostHandlers, Snapshot } from '../renderer/core/contract.ts'
import type { Curation } from '../renderer/core/curation.ts'
import type { WallSize } from '../renderer/core/legibility.ts'
import type { WritePart } from './admin/admin-part.ts'
import type { NowParts } from './admin/now-handlers.ts'
import type { Peek } from './admin/original-handlers.ts'
import type { CalibrationFile } from './chair/calibration-file.ts'
import type { ChairPaper } from './chair/chair-deeds.ts'
import type { EvidencePart } from './chair/evidence-part.ts'
import type { Clock } from './clock.ts'
import type { Forecast } from './forecast.ts'
import type { CachedFile, IndexReader } from './library/protocol.ts'
import type { PaintedPlay, Records } from './records/records.ts'

/** What the host is put together from. */
export interface HostParts {
  readonly openIndex: () => IndexReader
  readonly records: Records
  readonly clock: Clock
  readonly screen: string
  /** The content folder, absolute. */
  readonly folder: string
  /** Holds what the library made. */
  readonly dataDir: string
  readonly machine: () => MachineFacts
  /** How large a pixel of this machine's panel is, once somebody has measured; nothing is kept where absent. */
  readonly calibration?: CalibrationFile | undefined
  /** The wall that the cards' parts are counted for. */
  readonly wall: (curation: Curation) => WallSize
  /** When this version was made, ms since 1970 UTC: a clock that says less is wrong. */
  readonly builtAt?: number | undefined
  /** A random whole number, for a screen that has no place to go on from. */
  readonly newSeed: () => number
  /** False on a curator's desk: nothing is on there, and what would be is shown to her alone. */
  readonly hasWall?: boolean | undefined
  /** What can be seen of the wall. */
  readonly picture?: NowParts['picture'] | undefined
  /** Looks at a picture of the folder, for a curator who asks for it. */
  readonly peek?: Peek | undefined
  /** Whether the library reads on. */
  readonly reading?: { stop(): void; goOn(): void } | undefined
  /** `only`: whom it concerns; everybody where absent. */
  readonly onSnapshot: (snapshot: Snapshot, only?: 'admin') => void
  /** What a curator may change from here; nothing where absent. */
  readonly writing?: WritePart | undefined
  /** Who finds what the room holds on a topic; the library's index of words where absent. */
  readonly evidence?: EvidencePart | undefined
  /** Who makes a page of a meeting's receipt. */
  readonly paper?: ChairPaper | undefined
  readonly onPainted?: (play: PaintedPlay) => void
  readonly onAlive?: () => void
  /** The wall paints nothing, whatever its signs of life: it has to be loaded anew. */
  readonly onUnpainted?: () => void
}

/** Files read, and to be read in all; which it is, where it is a large one. */
export interface ReadingProgress {
  readonly done: number
  readonly total: number
  readonly name?: string | undefined
}

/** Library, records, player and clock, served as the contract. */
export interface Host {
  readonly handlers: HostHandlers
  /** The library is in the midst of reading: the revision that follows is not its last. */
  libraryReads(progress?: ReadingProgress): void
  /** It has come to rest; `left` files were not read, since somebody stopped it. */
  libraryRests(left: number): void
  /** The library has written a new revision. */
  indexChanged(): void
  folderReachable(isReachable: boolean): void
  /** The wall's window lost what it had drawn and starts again. */
  wallLost(): void
  /** Bytes that a window may have now: of what is in the deck or in the cast. To be asked at each request. */
  mayServe(hash: string): CachedFile | undefined
  /** Whether a curator's window may have this file shown on the desktop. */
  isAskedFor(file: { readonly path: string; readonly item?: string | undefined }): boolean
  counts(): RoomCounts
  /** What a curator may ask of the rotation; to be asked only while the host is open. */
  readonly forecast: Forecast
  /** Whether and how the curator's window may be opened beside this wall. */
  admin(): Curation['admin']
  /**
   * Ends the current play as interrupted, at once; resolves when what a curator has begun is on disk. The records stay open:
   * they are their owner's.
   */
  close(): Promise<void>
}

/** Items in the room, how many of them may play, and whether more are being read. */
export interface RoomCounts {
  readonly total: number
  readonly eligible: number
  readonly isReading: boolean
}
