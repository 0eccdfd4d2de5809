import { posix } from 'node:path'
import type { Draft } from '../../renderer/core/draft.ts'
import type { Item } from '../../renderer/core/item.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import type { Fields } from '../library/defaults.ts'
import { readDrafts } from '../library/drafts.ts'
import { explicitId } from '../library/item-id.ts'
import { type Interpreted, interpret, type Refused } from '../library/items.ts'
import { kindOf } from '../library/kind-of.ts'
import { divided } from '../library/read-unit.ts'
import { type ReadableSources, StillComing, Unreadable } from '../library/sources.ts'
import { unitOf } from './item-place.ts'
import type { Workspace } from './workspace.ts'

/** What the library would make of files as they were edited in memory, by its own readers. */

export type Edited =
  | Interpreted
  | Pick<Refused, 'ok' | 'problems'>
  /** A row of a table, or one that is not found in its file any more: nothing can be said before it is on disk. */
  | undefined

/** @param general what room.yaml says of all files at this place */
export async function readEdited(workspace: Workspace, item: Item, general: Fields): Promise<Edited> {
  const unit = await unitOf(workspace.folder, item.path)
  if (!unit || unit.role === 'table') return undefined
  try {
    const { drafts } = await readDrafts(unit, sourcesIn(workspace, unit.members), general)
    const wrong: Problem[] = []
    const parts = drafts.flatMap((found) => {
      const kind = kindOf(found, unit.folderKind)
      if ('problem' in kind) {
        wrong.push(kind.problem)
        return []
      }
      return divided({ ...found, fields: kind.fields }, kind.kind).drafts.map((draft) => ({
        draft,
        kind: kind.kind,
      }))
    })
    const own = parts.length === 1 ? parts[0] : parts.find(({ draft }) => isOf(item, draft))
    if (own) return interpret(own.draft, own.kind)
    return wrong.length > 0 ? { ok: false, problems: wrong } : undefined
  } catch (thrown) {
    if (thrown instanceof Unreadable) return { ok: false, problems: [thrown.problem] }
    if (thrown instanceof StillComing) return undefined
    throw thrown
  }
}

function isOf(item: Item, draft: Draft): boolean {
  const id = explicitId(draft.fields)
  return id === undefined ? draft.line === item.line : item.id === id || item.id.endsWith(`#${id}`)
}

function sourcesIn(workspace: Workspace, members: readonly string[]): ReadableSources {
  return {
    has: (path) => members.includes(path),
    async read(path) {
      const text = await workspace.text(path)
      return { bytes: Buffer.from(text ?? '', 'utf8'), hash: '' }
    },
    resolve: (from, written) => posix.join(posix.dirname(from), written),
    mayStillCome: () => false,
    sizeOf: () => undefined,
  }
}
