import { type Curation, DEFAULT_CURATION, UNREADABLE_CURATION } from '../../renderer/core/curation.ts'
import { likelyName } from '../../renderer/core/likely-name.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import { RULE_FIELDS, ruledTable } from '../../renderer/core/table-rule.ts'
import { curationFrom, readCuration } from './curation-file.ts'
import { changedDefaults, isBelow } from './defaults.ts'
import { erasedIds, eraseItem, unerase } from './erase.ts'
import { fileRole, isRoomFile } from './names.ts'
import { warning } from './problems.ts'
import type { Store } from './queries.ts'
import { type Sources, StillComing, Unreadable } from './sources.ts'

const ROOM = 'room:'
const ROOM_DUE = 'room-due'
const RETRY_MS = 200

/** Reads room.yaml when it has changed. Returns when to try again, ms, while it is being written; undefined when done. */
export async function readCurationFile(
  store: Store,
  sources: Sources,
  changed: ReadonlySet<string>,
): Promise<number | undefined> {
  // A room without a room.yaml is a room too: nothing changes there, but it has to be told once.
  const due =
    [...changed].some(isRoomFile) || store.meta(ROOM_DUE) === '1' || store.meta('curation') === undefined
  if (!due) return undefined
  const [path, ...others] = roomFiles(sources)
  store.setMeta(ROOM_DUE, '0')
  if (path === undefined) {
    withoutFile(store)
    return undefined
  }
  // Until it can be read it may say anything, also that only few may see this room.
  if (store.meta('curation') === undefined) keep(store, UNREADABLE_CURATION)
  try {
    const read = readCuration(path, (await sources.read(path)).bytes)
    if (!read.ok && sources.mayStillCome(path)) throw new StillComing(path, RETRY_MS)
    if (read.ok) keep(store, read.value)
    store.setProblems(ROOM, [
      ...(read.ok ? read.problems : [read.unreadable]),
      ...others.map((other) => notRead(other, path)),
    ])
    return undefined
  } catch (thrown) {
    if (thrown instanceof Unreadable) {
      store.setProblems(ROOM, [thrown.problem])
      return undefined
    }
    if (!(thrown instanceof StillComing)) throw thrown
    store.setMeta(ROOM_DUE, '1')
    return thrown.retryMs
  }
}

/** The first of them counts: room.yaml, if it is there. */
function roomFiles({ files }: Sources): string[] {
  const rank = (path: string): number => ['room.yaml', 'room.yml'].indexOf(path) + 1 || 3
  return [...files.keys()].filter(isRoomFile).toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}

function notRead(path: string, instead: string): Problem {
  return warning({ path }, `This file was not read: ${instead} counts.`, 'Keep one of the two.')
}

/** A room that never had a room.yaml needs none. One that had it has lost its decisions, not taken them back. */
function withoutFile(store: Store): void {
  const before = store.meta('curation')
  if (before === undefined || before === JSON.stringify(DEFAULT_CURATION)) {
    keep(store, DEFAULT_CURATION)
    return store.setProblems(ROOM, [])
  }
  store.setProblems(ROOM, [
    warning(
      { path: 'room.yaml' },
      'This file is gone; what it said last stays in force.',
      'Copy it back, or write a new one with what is to hold now.',
    ),
  ])
}

/** The curation in force; the strictest one while there is none that can be read. */
export function keptCuration(store: Store): Curation {
  const json = store.meta('curation')
  return (json === undefined ? undefined : curationFrom(json)) ?? UNREADABLE_CURATION
}

function keep(store: Store, curation: Curation): void {
  const before = keptCuration(store)
  if (!store.setMeta('curation', JSON.stringify(curation))) return
  store.noteShown()
  const [erasedBefore, erasedNow] = [erasedIds(before), erasedIds(curation)]
  for (const id of erasedNow) if (!erasedBefore.has(id)) eraseItem(store, id)
  for (const id of erasedBefore) if (!erasedNow.has(id)) unerase(store, id)
  const prefixes = changedDefaults(before.defaults, curation.defaults)
  const isTableChanged = changedDefaults(before.tables, curation.tables).length > 0
  if (prefixes.length === 0 && !isTableChanged) return
  for (const unit of store.knownUnits()) {
    const mayBeTable = isTableChanged && ['table', 'data'].includes(fileRole(unit))
    if (mayBeTable || prefixes.some((prefix) => isBelow(unit, prefix))) store.markDirty(unit)
  }
}

/** What a rule for a table cannot say of rows that nobody has seen. */
function idleRules({ items }: Curation): Problem[] {
  return Object.entries(items).flatMap(([id, decision]) => {
    if (ruledTable(id) === undefined) return []
    const idle = Object.keys(decision).filter((name) => !RULE_FIELDS.some((field) => field === name))
    return idle.map((name) =>
      warning(
        { path: 'room.yaml', field: `items.${id}.${name}` },
        `A decision about a whole table cannot say ${name}, so it has no effect.`,
        'Say it of single rows, by their ids.',
      ),
    )
  })
}

/** A rule for a table of which a row is there. */
function isOfTable(store: Store, id: string): boolean {
  const table = ruledTable(id)
  return table !== undefined && store.hasIdBelow(`${table}#`)
}

/** More ids than this are not searched for the one that was probably meant. */
const SEARCHED_IDS = 5_000
/** A table that was taken away may have been decided about row by row. */
const TOLD_DECISIONS = 50

/** Decisions about items that are not there: a slip of the pen, or an item that was renamed. */
export function unknownDecisions(store: Store): Problem[] {
  const curation = curationFrom(store.meta('curation') ?? '{}')
  const unknown = Object.keys(curation?.items ?? {}).filter(
    (id) => store.placeOf(id) === undefined && !curation?.items[id]?.erased && !isOfTable(store, id),
  )
  const rules = curation === undefined ? [] : idleRules(curation)
  if (unknown.length === 0) return rules
  const ids = store.someIds(SEARCHED_IDS)
  const told = unknown.slice(0, TOLD_DECISIONS).map((id) => {
    const likely = likelyName(id, ids)
    const hint = likely === undefined ? 'Correct the id, or remove the decision.' : `Did you mean ${likely}?`
    return warning({ path: 'room.yaml', field: `items.${id}` }, 'There is no item with this id.', hint)
  })
  const more = unknown.length - told.length
  if (more === 0) return [...rules, ...told]
  const message = `There are ${more} more decisions about items that are not there.`
  const hint = 'Put the table back that they are about, or remove them.'
  return [...rules, ...told, warning({ path: 'room.yaml', field: 'items' }, message, hint)]
}
