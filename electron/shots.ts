import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PaintedPlay } from './records/records.ts'

export interface ShotsParts {
  readonly dir: string
  /** A PNG of the wall as it is. */
  readonly capture: () => Promise<Buffer>
  /** The play that is on now. */
  readonly current: () => string | undefined
  readonly say: (line: string) => void
}

/** One line of shots.jsonl. */
export interface Shot extends Pick<PaintedPlay, 'playId' | 'itemId' | 'kind' | 'title' | 'paintedAt'> {
  /** From 1; a folder that already holds pictures goes on with its numbers. */
  readonly seq: number
  /** Name of the picture beside shots.jsonl. */
  readonly file: string
}

/**
 * Keeps a picture of each slide as it was painted, and a line about it once the picture is whole. A folder that cannot
 * be written is told once; the wall goes on.
 */
export function takeShots(parts: ShotsParts): (play: PaintedPlay) => Promise<void> {
  const list = join(parts.dir, 'shots.jsonl')
  let seq = 0
  let hasFailed = false

  async function take(play: PaintedPlay): Promise<void> {
    const png = await parts.capture()
    // The picture must be of this slide and no other.
    if (parts.current() !== play.playId) return
    if (seq === 0) {
      mkdirSync(parts.dir, { recursive: true })
      seq = linesIn(list)
    }
    seq += 1
    const { playId, itemId, kind, title, paintedAt } = play
    const file = `${String(seq).padStart(4, '0')}-${kind}-${slug(title)}.png`
    const shot: Shot = { seq, playId, itemId, kind, title, paintedAt, file }
    await writeFile(join(parts.dir, file), png)
    appendFileSync(list, `${JSON.stringify(shot)}\n`)
  }

  return async (play) => {
    try {
      await take(play)
    } catch (error) {
      if (!hasFailed) {
        parts.say(
          `No picture can be written to ${parts.dir}: ${error instanceof Error ? error.message : error}. The wall goes on.`,
        )
      }
      hasFailed = true
    }
  }
}

function linesIn(file: string): number {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0
}

/** Lower-case letters and digits with hyphens, at most 40 characters; `slide` where a title has none. */
export function slug(title: string): string {
  // Upper case first: it spells out what has no plain letter of its own (ß, ﬁ).
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase()
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 40)
      .replace(/^-+|-+$/g, '') || 'slide'
  )
}
