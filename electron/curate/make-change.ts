import type { Change, ChangeOf } from '../../renderer/core/admin/change.ts'
import type { Refusal } from '../../renderer/core/admin/change-answer.ts'
import type { Item } from '../../renderer/core/item.ts'
import { localMinute } from '../../renderer/core/local-time.ts'
import { forEach, writeConsent, writeFields, writeWithdrawal } from './item-edits.ts'
import { placeOf } from './item-place.ts'
import { redactWords } from './redact.ts'
import { Refused, refuse } from './refusal.ts'
import {
  decideEdits,
  defaultsEdits,
  orderEdits,
  releaseEdits,
  setEdits,
  tableEdits,
  volumeEdits,
} from './room-edits.ts'
import { patchRoom, type RoomNow, roomNow } from './room-file.ts'
import { editText } from './text-edit.ts'
import type { Workspace } from './workspace.ts'
import type { YamlEdit } from './yaml-values.ts'

/** What the curation asks of the library's index. */
export interface Items {
  item(id: string): Item | undefined
  /** Ids of all items that this person's consent is recorded for. */
  byWho(who: string): readonly string[]
}

export interface Made {
  readonly skipped: readonly Refusal[]
  /** Items that it was about. */
  readonly items: readonly string[]
}

/** Makes a change in memory; the workspace then holds what is to be written. Throws refusals. */
export async function makeChange(
  workspace: Workspace,
  change: Change,
  items: Items,
  now: number,
): Promise<Made> {
  switch (change.type) {
    case 'decide':
      return inRoom(workspace, change.items, (room) => decideEdits(change, room))
    case 'set':
      return inRoom(workspace, [], (room) => setEdits(change, room))
    case 'order':
      return inRoom(workspace, [], (room) => orderEdits(change, room, now))
    case 'release':
      return inRoom(workspace, [], (room) => releaseEdits(change, room, now))
    case 'volume':
      return inRoom(workspace, [], (room) => volumeEdits(change, room))
    case 'table':
      return inRoom(workspace, [], (room) => tableEdits(change, room))
    case 'defaults':
      return inRoom(workspace, [], (room) => defaultsEdits(change, room))
    case 'fields':
      return ofItems(workspace, change.items, items, (place) =>
        allOrNothing(workspace, () => writeFields(workspace, place, change)),
      )
    case 'consent':
      return ofItems(workspace, change.items, items, (place) => writeConsent(workspace, place, change))
    case 'redact':
      return ofItems(workspace, [change.item], items, (place) => redactWords(workspace, place, change.words))
    case 'text':
      await editText(workspace, change)
      return { skipped: [], items: [] }
    case 'withdraw':
      return withdraw(workspace, change, items, now)
    case 'erase':
      return inRoom(workspace, change.items, () =>
        change.items.map((id) => ({ path: ['items', id], value: { erased: true } })),
      )
  }
}

async function inRoom(
  workspace: Workspace,
  items: readonly string[],
  edits: (room: RoomNow) => readonly YamlEdit[],
): Promise<Made> {
  await patchRoom(workspace, edits(await roomNow(workspace)))
  return { skipped: [], items }
}

/** An item of which one field is refused keeps all of them. */
async function allOrNothing(workspace: Workspace, work: () => Promise<void>): Promise<void> {
  const mark = workspace.mark()
  try {
    await work()
  } catch (thrown) {
    workspace.backTo(mark)
    throw thrown
  }
}

type Place = Awaited<ReturnType<typeof placeOf>>

async function ofItems(
  workspace: Workspace,
  ids: readonly string[],
  { item }: Items,
  work: (place: Place) => Promise<void>,
): Promise<Made> {
  const skipped = await forEach(
    ids,
    async (id) => {
      const found = item(id)
      if (!found)
        throw refuse(
          'not-found',
          `There is no item ${id} in this room.`,
          'Wait until the library has looked again.',
        )
      await work(await placeOf(workspace, found))
    },
    (thrown) => (thrown instanceof Refused ? thrown.refusal : undefined),
  )
  const [first] = skipped
  // What was done instead is written all the same.
  if (first && skipped.length === ids.length && workspace.changed().length === 0) throw new Refused(first)
  return { skipped, items: ids }
}

async function withdraw(
  workspace: Workspace,
  { who }: ChangeOf<'withdraw'>,
  items: Items,
  now: number,
): Promise<Made> {
  const ids = items.byWho(who)
  if (ids.length === 0)
    throw refuse(
      'not-found',
      `Nothing in this room is shown by a consent of “${who}”.`,
      'Compare it with the list of consents.',
    )
  const { curation } = await roomNow(workspace)
  const day = localMinute(now, curation.timezone).slice(0, 10)
  return ofItems(workspace, ids, items, (place) => writeWithdrawal(workspace, place, who, day))
}
