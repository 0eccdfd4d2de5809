import { isDeepStrictEqual } from 'node:util'
import type { Change } from '../../renderer/core/admin/change.ts'
import type { Tried, TryCalls, TryQuestion } from '../../renderer/core/admin/try-change.ts'
import type { Handlers } from '../../renderer/core/contract.ts'
import type { Item } from '../../renderer/core/item.ts'
import { type Items, makeChange, UNFOLLOWED } from '../curate/make-change.ts'
import { readEdited } from '../curate/read-edited.ts'
import { Refused } from '../curate/refusal.ts'
import { Workspace } from '../curate/workspace.ts'
import { definitionFor } from '../item-standing.ts'
import { defaultsFrom } from '../library/defaults.ts'
import { finishItem } from '../library/items.ts'
import { wallOf } from './item-detail.ts'
import { mayPreview, type RoomNow } from './room-now.ts'

/** Makes a change in memory, reads it as the library would, and writes nothing. */
export function tryHandlers(room: RoomNow): Pick<Handlers, keyof TryCalls> {
  let tries = 0
  return {
    async tryChange(question) {
      tries += 1
      const tried = await tryChange(room, question)
      // What is drawn anew has a name of its own, so that a window draws it anew.
      return tried.ok
        ? { ok: true, views: tried.views.map((view) => ({ ...view, playId: `try-${tries}-${view.playId}` })) }
        : tried
    },
  }
}

async function tryChange(room: RoomNow, question: TryQuestion): Promise<Tried> {
  const item = room.index.item(question.id)
  if (!item) return { ok: true, views: [] }
  try {
    const workspace = new Workspace(room.folder)
    const items: Items = { item: room.index.item, byWho: () => [] }
    await makeChange(workspace, question.change, items, room.clock.now(), UNFOLLOWED)
    return await judged(room, workspace, item, question)
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown
    // That somebody has changed it meanwhile is told when it is written.
    if (thrown.refusal.because === 'conflict') return { ok: true, views: [] }
    const { field, line, message, hint } = thrown.refusal
    return { ok: false, problems: [{ field, line, message, hint }] }
  }
}

async function judged(
  room: RoomNow,
  workspace: Workspace,
  item: Item,
  question: TryQuestion,
): Promise<Tried> {
  const general = defaultsFrom(room.index.state().curation.defaults)(item.path)
  const edited = await readEdited(workspace, item, general)
  if (edited && !edited.ok) {
    const wrong = edited.problems.filter(({ severity }) => severity === 'error')
    return {
      ok: false,
      problems: wrong.map(({ field, line, message, hint }) => ({ field, line, message, hint })),
    }
  }
  const standing = room.find(item.id)?.standing
  if (!standing || !mayPreview(standing)) return { ok: true, views: [] }
  const wall = wallOf(room, question)
  if (!edited) {
    const patched = withFields(item, question.change)
    return { ok: true, views: patched ? room.views(patched, wall) : [] }
  }
  const before = await readEdited(new Workspace(room.folder), item, general)
  // Other parts to be blurred make another picture, and that is not made before it is asked for.
  const isSamePicture = before?.ok === true && isDeepStrictEqual(before.requests, edited.requests)
  if (!isSamePicture) return { ok: true, views: [] }
  const made = finishItem(edited, item.id, item.media, wall ?? room.wall())
  return { ok: true, views: room.views(made.item, wall) }
}

/** Of a table's row: by its fields alone. */
function withFields(item: Item, change: Change): Item | undefined {
  if (change.type !== 'fields') return undefined
  const definition = definitionFor(item.kind)
  const body = definition?.schema.safeParse({ ...(item.body as object), ...change.fields })
  return body?.success ? { ...item, body: body.data } : undefined
}
