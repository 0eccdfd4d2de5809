import { useEffect, useState } from 'react'
import type { ItemDetail, ItemField } from '../../core/admin/find.ts'
import type { Tried, TryQuestion } from '../../core/admin/try-change.ts'
import { bridge } from '../bridge.ts'
import { type Asked, askedOf, isLine, objection, textOf, treeOf, writtenValue } from './field-value.ts'
import { pruned, type Written } from './tree/written.ts'

/** What somebody has changed of an item and not saved yet, and what it would come to. */
export interface ItemDraft {
  readonly asked: readonly Asked[]
  before(asked: Asked): ItemField | undefined
  /** Of a field that a line of text holds. */
  lineOf(asked: Asked): string
  /** Of fields within a field. */
  treeOf(asked: Asked): Written | undefined
  setLine(name: string, text: string): void
  setTree(name: string, value: Written): void
  isChanged(asked: Asked): boolean
  readonly isAnyChanged: boolean
  /** False where a line of it cannot be right. */
  readonly isSound: boolean
  /** By the schema's names, as they are to be written; `was` is what stood there when somebody began to change it. */
  readonly fields: Readonly<Record<string, Written | null>>
  readonly was: Readonly<Record<string, Written | null>>
  readonly tried: Tried | undefined
  clear(): void
}

/** So long after the last key it is looked at what it would come to, ms. */
const TRY_AFTER_MS = 350

export function useItemDraft(item: ItemDetail, where: Pick<TryQuestion, 'screen' | 'shape'>): ItemDraft {
  const [lines, setLines] = useState<Readonly<Record<string, string>>>({})
  const [trees, setTrees] = useState<Readonly<Record<string, Written>>>({})
  // As it was when somebody began: what another one writes after that is shown beside it, and not written over.
  const [begun, setBegun] = useState<ItemDraft['was']>({})
  const asked = askedOf(item.kind)
  const known = new Map(item.fields.map((field) => [`${field.of} ${field.name}`, field]))
  const before = (each: Asked): ItemField | undefined => known.get(`${each.of} ${each.field.name}`)
  const isChanged = (each: Asked): boolean => {
    const { name } = each.field
    if (isLine(each)) return lines[name] !== undefined && lines[name] !== textOf(before(each)?.value)
    const tree = trees[name]
    return tree !== undefined && !isSame(pruned(tree), treeOf(each, before(each)))
  }
  const changed = asked.filter(isChanged)
  const fields = Object.fromEntries(
    changed.map((each) => {
      const { name } = each.field
      const tree = trees[name]
      if (isLine(each)) return [name, writtenValue(each, lines[name] ?? '')]
      return [name, tree === undefined ? null : (pruned(tree) ?? null)]
    }),
  )
  const standing = (name: string): Written | null => {
    const each = asked.find(({ field }) => field.name === name)
    const now = each && before(each)
    return (now?.written ?? now?.value ?? null) as Written | null
  }
  const begin = (name: string): void =>
    setBegun((all) => (name in all ? all : { ...all, [name]: standing(name) }))
  const was = Object.fromEntries(
    changed.map(({ field: { name } }) => [name, begun[name] === undefined ? standing(name) : begun[name]]),
  )
  const isSound = changed.every(
    (each) => !isLine(each) || objection(each, lines[each.field.name] ?? '') === undefined,
  )
  const tried = useTried(item.id, isSound ? fields : {}, where)
  return {
    asked,
    before,
    lineOf: (each) => lines[each.field.name] ?? textOf(before(each)?.value),
    treeOf: (each) => trees[each.field.name] ?? treeOf(each, before(each)),
    setLine(name, text) {
      begin(name)
      setLines((all) => ({ ...all, [name]: text }))
    },
    setTree(name, value) {
      begin(name)
      setTrees((all) => ({ ...all, [name]: value }))
    },
    isChanged,
    isAnyChanged: changed.length > 0,
    isSound,
    fields,
    was,
    tried,
    clear() {
      setLines({})
      setTrees({})
      setBegun({})
    },
  }
}

function isSame(one: Written | undefined, other: Written | undefined): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

/** What these fields would come to; undefined while nothing is changed. The last answer stays until there is a newer one. */
function useTried(
  id: string,
  fields: Readonly<Record<string, Written | null>>,
  where: Pick<TryQuestion, 'screen' | 'shape'>,
): Tried | undefined {
  const [tried, setTried] = useState<Tried>()
  const key = Object.keys(fields).length === 0 ? '' : JSON.stringify([id, fields, where])
  useEffect(() => {
    if (key === '') return setTried(undefined)
    let isLate = false
    const [, changed, place] = JSON.parse(key) as [string, typeof fields, typeof where]
    const timer = setTimeout(() => {
      const change = { type: 'fields' as const, items: [id], fields: changed as never }
      bridge.call('tryChange', { id, change, ...place }).then(
        (answer) => isLate || setTried(answer),
        (error: unknown) => console.error(error),
      )
    }, TRY_AFTER_MS)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [key, id])
  return tried
}
