import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openIndexReader } from '../library/index-reader.ts'
import { indexOnce } from '../library/library.ts'
import type { FromLibrary, IndexReader } from '../library/protocol.ts'
import type { Manifest } from './manifest.ts'
import { type ReducedRoom, reduceRoom } from './reduce.ts'
import { writeRoom } from './write-room.ts'

export interface BundleOptions {
  /** The content folder, absolute. */
  readonly folder: string
  /** Where the sealed room is written: empty, or not there yet. */
  readonly out: string
  /** ms since 1970 UTC; by it standing is judged. */
  readonly now: number
  /** Last day on which anything of it is shown, `YYYY-MM-DD` in the room's own time. */
  readonly until: string
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

export interface MadeBundle {
  readonly manifest: Manifest
  readonly ids: readonly string[]
  /** Items of the room that stay behind. */
  readonly left: number
}

/** Pictures are made as for a wall of this width, px. */
const WALL_PX = 1_920

/** Nothing in it may be shown to the public just now. */
export class NothingPublic extends Error {}

/**
 * Reads the folder anew by the code of the wall, and writes what may be shown to the public. Rejects where the folder
 * cannot be reached, where nothing may be shown (NothingPublic), and with what the disk says.
 */
export async function makeBundle({
  folder,
  out,
  now,
  until,
  onProgress,
}: BundleOptions): Promise<MadeBundle> {
  const dataDir = mkdtempSync(join(tmpdir(), 'customer-room-bundle-'))
  try {
    const report = (message: FromLibrary): void => {
      if (message.type === 'progress') onProgress?.(message.done, message.total)
    }
    await indexOnce({ folder, dataDir, wallPx: WALL_PX }, report)
    const room = readReduced(openIndexReader(dataDir), now, until)
    if (room.items.length === 0)
      throw new NothingPublic(
        'Nothing in this room may be shown to the public just now, so there is nothing to take along.',
      )
    const manifest = writeRoom(room, { folder: out, dataDir, now, until, revision: revisionOf(room) })
    return { manifest, ids: room.items.map(({ item }) => item.id), left: room.left }
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 })
  }
}

function readReduced(reader: IndexReader, now: number, until: string): ReducedRoom {
  try {
    const whole = {
      curation: reader.curation(),
      cards: reader.cards(),
      item: (id: string) => reader.item(id),
    }
    return reduceRoom(whole, { now, until })
  } finally {
    reader.close()
  }
}

/** Of what is taken along: two bundles of one revision show the same. */
function revisionOf({ curation, items }: ReducedRoom): string {
  return createHash('sha256')
    .update(JSON.stringify([curation, items]))
    .digest('hex')
    .slice(0, 12)
}
