import type { Change, ChangeOf } from '../../renderer/core/admin/change.ts'
import type { Refusal } from '../../renderer/core/admin/change-answer.ts'
import type { Item } from '../../renderer/core/item.ts'
import { localMinute } from '../../renderer/core/local-time.ts'
import { decideEdits, type RowsOf } from './decide-edits.ts'
import { forEach, writeConsent, writeFields, writeWithdrawal } from './item-edits.ts'
import { placeOf } from './item-place.ts'
import { LaterEdits } from './later-edits.ts'
import { redactWords } from './redact.ts'
import { Refused, refuse } from './refusal.ts'
import { defaultsEdits, orderEdits, releaseEdits, setEdits, tableEdits, volumeEdits } from './room-edits.ts'
import { patchRoom, type RoomNow, roomNow } from './room-file.ts'
import { editText } from './text-edit.ts'
import type { Workspace } from './workspace.ts'
import type { YamlEdit } from './yaml-values.ts'

/** What the curation asks of the library's index. */
export interface Items {
  item(id: string): Item | undefined
  /** Ids of all items that this person's consent is recorded for. */
  byWho(who: string): readonly string[]
  /** Ids of all that was published there. */
  bySource?(source: string): readonly string[]
  /** None where absent: then nothing is decided of a whole table. */
  readonly rowsOf?: RowsOf | undefined
}

/** How a change of many items is followed, and stopped. */
export interface Followed {
  /** Items done so far. */
  tell(done: number): void
  /** Throws a refusal once somebody has called it off; lets others have their turn. */
  breathe(): Promise<void>
}

export const UNFOLLOWED: Followed = { tell: () => undefined, breathe: async () => undefined }

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
  follow: Followed,
): Promise<Made> {
  await follow.breathe()
  const made = await inMemory(workspace, change, items, now, follow)
  await follow.breathe()
  return made
}

async function inMemory(
  workspace: Workspace,
  change: Change,
  items: Items,
  now: number,
  follow: Followed,
): Promise<Made> {
  switch (change.type) {
    case 'decide':
      return inRoom(workspace, change.items, (room) =>
        decideEdits(change, room, items.rowsOf ?? (() => new Map())),
      )
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
      return ofItems(
        workspace,
        change.items,
        items,
        (place, later) => allOrNothing(workspace, () => writeFields(workspace, place, change, later)),
        follow,
      )
    case 'consent':
      return ofItems(
        workspace,
        change.items,
        items,
        (place, later) => writeConsent(workspace, place, change, later),
        follow,
      )
    case 'redact':
      return ofItems(
        workspace,
        [change.item],
        items,
        (place) => redactWords(workspace, place, change.words),
        follow,
      )
    case 'text':
      await editText(workspace, change)
      return { skipped: [], items: [] }
    case 'withdraw':
      return withdraw(workspace, change, items, now, follow)
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

/** Items between two looks at whether somebody has called it off. */
const BREATH = 20

type Place = Awaited<ReturnType<typeof placeOf>>

async function ofItems(
  workspace: Workspace,
  ids: readonly string[],
  { item }: Items,
  work: (place: Place, later: LaterEdits) => Promise<void>,
  follow: Followed,
): Promise<Made> {
  let done = 0
  const later = new LaterEdits()
  const skipped = await forEach(
    ids,
    async (id) => {
      done += 1
      if (done % BREATH === 0) {
        follow.tell(done)
        await follow.breathe()
      }
      const found = item(id)
      if (!found)
        throw refuse(
          'not-found',
          `There is no item ${id} in this room.`,
          'Wait until the library has looked again.',
        )
      await work(await placeOf(workspace, found), later)
    },
    (thrown) => (thrown instanceof Refused ? thrown.refusal : undefined),
  )
  await later.make(workspace)
  const [first] = skipped
  // What was done instead is written all the same.
  if (first && skipped.length === ids.length && workspace.changed().length === 0) throw new Refused(first)
  return { skipped, items: ids }
}

/** Whose consent is taken back, or what was published where. */
export function withdrawnItems(
  items: Items,
  { who, published }: Pick<ChangeOf<'withdraw'>, 'who' | 'published'>,
): readonly string[] {
  return published ? (items.bySource?.(who) ?? []) : items.byWho(who)
}

async function withdraw(
  workspace: Workspace,
  { who, published }: ChangeOf<'withdraw'>,
  items: Items,
  now: number,
  follow: Followed,
): Promise<Made> {
  const ids = withdrawnItems(items, { who, published })
  if (ids.length === 0)
    throw refuse(
      'not-found',
      published
        ? `Nothing in this room was published in “${who}”.`
        : `Nothing in this room is shown by a consent of “${who}”.`,
      'Compare it with the list of consents.',
    )
  const { curation } = await roomNow(workspace)
  const day = localMinute(now, curation.timezone).slice(0, 10)
  return ofItems(
    workspace,
    ids,
    items,
    (place) => writeWithdrawal(workspace, place, { who, published }, day),
    follow,
  )
}
