import { fileRole } from './names.ts'
import { endsInZeros } from './text.ts'

/**
 * When is a file complete? Samba and browsers set a file's whole size aside before its bytes arrive, so a size that
 * stands still proves nothing. A file counts as complete when size and time stood still between two looks and it can
 * be read to its end. This module knows about the looks; the readers know about the end.
 */

/** Two looks at a file that stand this far apart, ms, show whether it is being written. */
export const QUIET_MS = 100
/** A file that was seen growing gets more time, ms: its writer pauses. */
const GROWING_QUIET_MS = 400
/** What comes after so long without a change is another edit, and no growing, ms; even a share is looked at much more often. */
const WHOLE_MS = 10_000
/** Text that does not end its last line may lack the rest of it, ms. */
const OPEN_LINE_QUIET_MS = 300
/** Silence at the end of a recording is zeros, and so is space set aside for what is still to come, ms. */
const SILENT_END_QUIET_MS = 700
const LONG_SILENCE_QUIET_MS = 4_000
/** Zero bytes at the end of a recording that are more than a pause: 5 s at 8 kHz, 16 bit. */
const LONG_SILENCE_BYTES = 80_000

/** How long a file that cannot be read is taken for one that is still being written, ms. */
export const PATIENCE_MS: Readonly<Record<'text' | 'media', number>> = { text: 1_500, media: 4_000 }
/** A file that has not changed for so long, by its own time, is not being written, ms. */
const OLD_MS = 60_000

export interface Stamp {
  readonly size: number
  readonly mtimeMs: number
  readonly inode: number
}

interface Look {
  readonly stamp: string
  readonly since: number
  readonly changes: number
}

/** Remembers how long each changing file has stood still. Times are ms of a clock that never runs backwards. */
export class Settler {
  readonly #looks = new Map<string, Look>()

  /** Takes a look and returns for how long the file has stood still, ms. */
  look(path: string, stamp: Stamp, now: number): number {
    const text = `${stamp.size} ${stamp.mtimeMs} ${stamp.inode}`
    const before = this.#looks.get(path)
    if (before?.stamp === text) return now - before.since
    const isGoingOn = before !== undefined && now - before.since < WHOLE_MS
    this.#looks.set(path, { stamp: text, since: now, changes: isGoingOn ? before.changes + 1 : 0 })
    return 0
  }

  /** How much longer this file should stand still before it is read, ms; 0 when it has stood still long enough. */
  wait(path: string, now: number): number {
    const look = this.#looks.get(path)
    if (!look) return QUIET_MS
    const wanted = look.changes > 1 ? GROWING_QUIET_MS : QUIET_MS
    return Math.max(0, look.since + wanted - now)
  }

  /** How much longer, now that its bytes are known; `mtimeMs` by the wall's clock, `wallNow` too. */
  waitForEnd(
    path: string,
    bytes: Uint8Array,
    age: { mtimeMs: number; wallNow: number },
    now: number,
  ): number {
    const look = this.#looks.get(path)
    if (!look || age.wallNow - age.mtimeMs > OLD_MS) return 0
    return Math.max(0, look.since + quietFor(path, bytes) - now)
  }

  /** True while a file that cannot be read may still be on its way. */
  mayStillCome(path: string, mtimeMs: number, wallNow: number, now: number): boolean {
    const look = this.#looks.get(path)
    if (!look || wallNow - mtimeMs > OLD_MS) return false
    const role = fileRole(path)
    return (
      now - look.since <
      PATIENCE_MS[role === 'picture' || role === 'audio' || role === 'video' ? 'media' : 'text']
    )
  }

  /** Forgets files that have long stood still, so that the memory of a large room stays small. */
  prune(now: number): void {
    for (const [path, { since }] of this.#looks) if (now - since > OLD_MS) this.#looks.delete(path)
  }
}

function quietFor(path: string, bytes: Uint8Array): number {
  const role = fileRole(path)
  if (role === 'audio' || role === 'video') return silentEnd(bytes)
  if (role === 'picture' || role === 'other') return 0
  const last = bytes.at(-1)
  return last === 0x0a || last === 0x0d || bytes.at(-2) === 0x0a ? 0 : OPEN_LINE_QUIET_MS
}

function silentEnd(bytes: Uint8Array): number {
  if (!endsInZeros(bytes, 4_096)) return 0
  return endsInZeros(bytes, LONG_SILENCE_BYTES) ? LONG_SILENCE_QUIET_MS : SILENT_END_QUIET_MS
}
