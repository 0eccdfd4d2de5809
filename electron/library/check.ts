import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Curation } from '../../renderer/core/curation.ts'
import { judge } from '../../renderer/core/deck.ts'
import { AUDIENCES, type Audience } from '../../renderer/core/item.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import type { Standing } from '../../renderer/core/standing.ts'
import { type NotShown, remedyOf } from '../withheld.ts'
import { openIndexReader } from './index-reader.ts'
import { indexOnce } from './library.ts'
import type { FromLibrary, IndexReader } from './protocol.ts'

/** A room without a wall: read by the same code, into a place of its own, and told. */

/** Reasons and remedy are empty where it is shown. */
export interface CheckedItem extends NotShown {
  readonly id: string
  readonly kind: string
}

export interface CheckResult {
  readonly items: readonly CheckedItem[]
  readonly byKind: Readonly<Record<string, number>>
  /** Items by their state; `problem` counts files and rows that became no item. */
  readonly byStanding: Readonly<Record<Standing['state'] | 'problem', number>>
  readonly problems: readonly Problem[]
}

export interface CheckOptions {
  readonly folder: string
  /** Who stands in front of the wall; the room's own audience where absent. */
  readonly audience?: Audience | undefined
  /** ms since 1970 UTC */
  readonly now: number
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/** Pictures are made as for a wall of this width, px. */
const WALL_PX = 1_920

export function checkRoom({ folder, audience, now, onProgress }: CheckOptions): Promise<CheckResult> {
  return readRoom(folder, onProgress, (reader, troubles) => readResult(reader, audience, now, troubles))
}

/**
 * Reads a room by the code of the wall and asks for what was found. Rejects where the folder cannot be reached. Whatever
 * is made on the way is made in a temporary folder and goes with it.
 */
export async function readRoom<Result>(
  folder: string,
  onProgress: CheckOptions['onProgress'],
  ask: (reader: IndexReader, troubles: readonly string[]) => Result,
): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'customer-room-check-'))
  try {
    const troubles: string[] = []
    const report = (message: FromLibrary): void => {
      if (message.type === 'progress') onProgress?.(message.done, message.total)
      if (message.type === 'trouble') troubles.push(message.message)
    }
    await indexOnce({ folder, dataDir, wallPx: WALL_PX }, report)
    const reader = openIndexReader(dataDir)
    try {
      return ask(reader, troubles)
    } finally {
      reader.close()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 })
  }
}

function readResult(
  reader: IndexReader,
  audience: Audience | undefined,
  now: number,
  troubles: readonly string[],
): CheckResult {
  const curation = forAudience(reader.curation(), audience)
  const standingOf = judge(curation, { screen: '', now })
  const items = [...reader.places()].map(({ card, path, line }): CheckedItem => {
    const standing = standingOf(card)
    return {
      id: card.id,
      kind: card.kind,
      path,
      line,
      standing: standing.state,
      reasons: standing.state === 'shown' ? [] : standing.reasons,
      remedy: remedyOf(standing, card.facts),
    }
  })
  const own = troubles.map((message): Problem => ({ path: '.', severity: 'error', message, hint: '' }))
  const problems = [...own, ...reader.problems()].toSorted(byPlace)
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return {
    items: items.toSorted(byPlace),
    byKind: counted(items.map(({ kind }) => kind)),
    byStanding: { ...NONE, ...counted(items.map(({ standing }) => standing)), problem: errors },
    problems,
  }
}

const NONE = { shown: 0, withheld: 0, expired: 0, 'not-yet': 0, hidden: 0, closed: 0, problem: 0 }

/** As if every screen were for these people: a check is about the room, not about one of its walls. */
function forAudience(curation: Curation, audience: Audience | undefined): Curation {
  return { ...curation, screens: {}, audience: audience ?? curation.audience }
}

function byPlace(
  a: { path: string; line?: number | undefined },
  b: { path: string; line?: number | undefined },
): number {
  return a.path === b.path ? (a.line ?? 0) - (b.line ?? 0) : a.path < b.path ? -1 : 1
}

function counted(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words.toSorted()) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

export function isAudience(word: string): word is Audience {
  return AUDIENCES.some((audience) => audience === word)
}
