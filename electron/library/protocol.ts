import type { Original } from '../../renderer/core/admin/original.ts'
import type { Curation } from '../../renderer/core/curation.ts'
import type { Card } from '../../renderer/core/deck.ts'
import type { Item } from '../../renderer/core/item.ts'
import type { WallSize } from '../../renderer/core/legibility.ts'
import type { Problem } from '../../renderer/core/problem.ts'

/** What the host and the library process tell each other, and what the host may read of the index. */

export interface LibraryOptions {
  /** The content folder, absolute. Never written to. */
  readonly folder: string
  /** Holds index.db and the media cache; may be deleted at any time while nothing runs. */
  readonly dataDir: string
  /** The wall's longer side in px: pictures are scaled to it. */
  readonly wallPx: number
  /** What the wall holds, for the slides that long items are split into; 55 inches from 3 m, landscape, where absent. */
  readonly wall?: WallSize | undefined
  /** Look at the whole folder every few seconds: for shares that ring no bell. Found out from the file system where absent. */
  readonly polling?: boolean | undefined
  /** Whether search.db is kept up to date. Yes where absent, but for a room that is read once and no more. */
  readonly search?: boolean | undefined
  /** Names this build of the product: another one reads everything again, because it may understand more. */
  readonly build?: string | undefined
}

export type ToLibrary =
  | { readonly type: 'open'; readonly options: LibraryOptions }
  | { readonly type: 'close' }
  /** Stop reading after the file that is being read; go on. */
  | { readonly type: 'stop' }
  | { readonly type: 'go-on' }
  /** A picture of the folder for a curator's eyes; answered by `peeked` with the same number. */
  | { readonly type: 'peek'; readonly ask: number; readonly path: string }

export type FromLibrary =
  /** The index has changed; read it again. */
  | { readonly type: 'revision'; readonly revision: number }
  /** Files read and to be read; of a large one, which it is. */
  | {
      readonly type: 'progress'
      readonly done: number
      readonly total: number
      readonly name?: string | undefined
    }
  /** It reads no more: so many files wait until it is told to go on. */
  | { readonly type: 'rest'; readonly left: number }
  /** Whether the content folder can be reached. */
  | { readonly type: 'folder'; readonly reachable: boolean }
  | { readonly type: 'peeked'; readonly ask: number; readonly answer: Original }
  /** Something that the library itself could not do, in plain words. */
  | { readonly type: 'trouble'; readonly message: string }

export interface CachedFile {
  /** Absolute path inside the cache. */
  readonly file: string
  readonly mime: string
  /** Items that this file was derived for: it may be served only while one of them is in the deck. */
  readonly itemIds: readonly string[]
}

export interface Gone {
  readonly id: string
  /** `erased`: somebody asked for it; `removed`: the folder does not have it any more. */
  readonly what: 'removed' | 'erased'
}

export interface Placed {
  readonly card: Card
  readonly path: string
  readonly line: number
}

export interface PlacedItem {
  readonly item: Item
  readonly path: string
  readonly line: number
}

/** The host's read-only view of index.db. Each call sees one consistent state. */
export interface IndexReader {
  /** 0 until a first scan has ended. */
  revision(): number
  cards(): readonly Card[]
  item(id: string): Item | undefined
  /** These items with the places where they stand now, in no order; those that are not there are left out. */
  items(ids: readonly string[]): readonly PlacedItem[]
  /** Cards, all or these, with the place that each was read from: POSIX path relative to the content folder, 1-based line. */
  places(of?: ReadonlySet<Card>): readonly Placed[]
  media(hash: string): CachedFile | undefined
  problems(): readonly Problem[]
  curation(): Curation
  /** Items that were in the room and are no more, by their ids alone. */
  gone(): readonly Gone[]
  /** False while words that were taken out have yet to be overwritten where they lay. */
  isScrubbed(): boolean
  close(): void
}
