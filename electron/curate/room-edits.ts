import type { ChangeOf, NowChange } from '../../renderer/core/admin/change.ts'
import type { Refusal } from '../../renderer/core/admin/change-answer.ts'
import { type Curation, isUnknownScreen } from '../../renderer/core/curation.ts'
import { localMinute } from '../../renderer/core/local-time.ts'
import { decisionEdits } from './decide-edits.ts'
import { refuse } from './refusal.ts'
import type { RoomNow } from './room-file.ts'
import { isPlainMap, valueAt, type YamlEdit, type YamlPath } from './yaml-values.ts'

/** Changes to room.yaml as values at their places. */

/** Settings that have changes of their own, with sentences of their own. */
const NOT_BY_SET = ['items', 'tables']

/** A value that is taken away; what is left empty by that goes with it, where it was nobody's remark. */
function away(fields: unknown, path: YamlPath): YamlEdit {
  const parent = path.slice(0, -1)
  const rest = valueAt(fields, parent)
  const isLast = isPlainMap(rest) && Object.keys(rest).length === 1
  return parent.length > 1 && isLast ? away(fields, parent) : { path, value: undefined }
}

export function setEdits({ settings }: ChangeOf<'set'>, { fields }: RoomNow): YamlEdit[] {
  return settings.map(({ path, value }) => {
    if (NOT_BY_SET.includes(`${path[0]}`))
      throw refuse(
        'invalid',
        'Decisions about items and tables are no settings of the room.',
        'Change them at the item or the table.',
      )
    return value === null ? away(fields, path) : { path, value }
  })
}

export function tableEdits({ key, table }: ChangeOf<'table'>, { fields }: RoomNow): YamlEdit[] {
  return [table === null ? away(fields, ['tables', key]) : { path: ['tables', key], value: table }]
}

export function defaultsEdits({ path, fields: said }: ChangeOf<'defaults'>, { fields }: RoomNow): YamlEdit[] {
  return Object.entries(said).map(([name, value]) =>
    value === null ? away(fields, ['defaults', path, name]) : { path: ['defaults', path, name], value },
  )
}

/** Where the settings of a screen stand: its own, else those of `default`, which other screens may share. */
export function screenKey(curation: Curation, screen: string): string {
  if (Object.hasOwn(curation.screens, screen)) return screen
  if (!isUnknownScreen(curation, screen)) return 'default'
  const known = Object.keys(curation.screens).join(', ')
  throw refuse('not-found', `There is no screen “${screen}” in this room.`, `This room has ${known}.`)
}

export function volumeEdits({ screen, volume, on }: ChangeOf<'volume'>, { curation }: RoomNow): YamlEdit[] {
  const place = ['screens', screenKey(curation, screen), 'sound']
  return [
    ...(volume === undefined ? [] : [{ path: [...place, 'volume'], value: volume }]),
    ...(on === undefined ? [] : [{ path: [...place, 'on'], value: on }]),
  ]
}

type Orders = Readonly<Record<string, readonly unknown[]>>

export function orderEdits({ order }: ChangeOf<'order'>, room: RoomNow, now: number): YamlEdit[] {
  const minute = localMinute(now, room.curation.timezone)
  const { what, entry } = entryOf(order, minute)
  const kept = standing(room, what, minute)
  return [
    orderEdit(
      room,
      what,
      what === 'pin' ? [...kept.filter((each) => !isSameOrder(each, entry)), entry] : [...kept, entry],
    ),
  ]
}

function entryOf(
  order: NowChange,
  from: string,
): { what: 'pin' | 'takeover' | 'pause' | 'visitors'; entry: object } {
  const screens = order.screens === undefined ? {} : { screens: order.screens }
  switch (order.what) {
    case 'pin':
      return { what: 'pin', entry: { item: order.item, ...screens } }
    case 'takeover':
      return { what: 'takeover', entry: { item: order.item, from, until: order.until, ...screens } }
    case 'message':
      return { what: 'takeover', entry: { message: order.message, from, until: order.until, ...screens } }
    case 'pause':
      return {
        what: 'pause',
        entry: { from, ...(order.until === undefined ? {} : { until: order.until }), ...screens },
      }
    case 'visitors':
      return { what: 'visitors', entry: { audience: order.audience, from, until: order.until, ...screens } }
  }
}

export function releaseEdits(
  { what, screen, item }: ChangeOf<'release'>,
  room: RoomNow,
  now: number,
): YamlEdit[] {
  const minute = localMinute(now, room.curation.timezone)
  const kept = standing(room, what, minute).filter((entry) => {
    const { item: its, screens } = isPlainMap(entry) ? entry : { item: entry, screens: undefined }
    const isMeant = screen === undefined || screens === undefined || screensOf(screens).includes(screen)
    return !(isMeant && (item === undefined || its === item))
  })
  const decided = what === 'pin' ? pinnedItems(room, item) : []
  return [orderEdit(room, what, kept), ...decided]
}

/** `pinned: true` of single items pins as well. */
function pinnedItems({ curation, fields }: RoomNow, item: string | undefined): YamlEdit[] {
  const ids = Object.entries(curation.items).flatMap(([id, { pinned }]) => (pinned ? [id] : []))
  return ids
    .filter((id) => item === undefined || id === item)
    .flatMap((id) => decisionEdits(id, [['pinned', null]], fields))
}

function screensOf(screens: unknown): readonly unknown[] {
  return Array.isArray(screens) ? screens : [screens]
}

function isSameOrder(a: unknown, b: unknown): boolean {
  const plain = (order: unknown): unknown => (typeof order === 'string' ? { item: order } : order)
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}

/** Orders of this sort that have not ended, as they are written. */
function standing({ curation, fields }: RoomNow, what: string, minute: string): readonly unknown[] {
  const raw = valueAt(fields, ['now', what])
  const list = raw === undefined || raw === null ? [] : Array.isArray(raw) ? raw : [raw]
  const read: readonly unknown[] = (curation.now as unknown as Orders)[what] ?? []
  return list.filter((_, at) => {
    const order = read[at]
    const until = isPlainMap(order) ? order['until'] : undefined
    return (
      typeof until !== 'string' ||
      (until.length === 16 ? until > minute : until >= minute.slice(0, until.length))
    )
  })
}

/** One order is written as one, several as a list; what is written as a list stays one. */
function orderEdit({ fields }: RoomNow, what: string, orders: readonly unknown[]): YamlEdit {
  const place = ['now', what]
  if (orders.length === 0) {
    const others = valueAt(fields, ['now'])
    const isLast = isPlainMap(others) && Object.keys(others).every((name) => name === what)
    return isLast ? { path: ['now'], value: undefined } : { path: place, value: undefined }
  }
  const isList = orders.length > 1 || Array.isArray(valueAt(fields, place))
  return { path: place, value: isList ? orders : orders[0] }
}

export type Skipped = readonly Refusal[]
