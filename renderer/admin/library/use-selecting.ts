import { type MouseEvent, useCallback, useEffect, useRef } from 'react'
import type { FindRow } from '../../core/admin/find.ts'
import { select, useLibrary } from './library-store.ts'
import type { Found } from './use-found.ts'

/** Selects items as a list of files does: one, one more, from here to there, all. */
export function useSelecting(found: Found) {
  const latest = useRef(found)
  useEffect(() => {
    latest.current = found
  })

  /** What is selected already stays where it is added to. */
  const range = useCallback(async (from: number, to: number, isAdded: boolean): Promise<void> => {
    const [low, high] = from < to ? [from, to] : [to, from]
    const { rows, ids } = latest.current
    const here = Array.from({ length: high - low + 1 }, (_, at) => rows.get(low + at)?.id)
    const isHere = here.every((id) => id !== undefined)
    const found = isHere ? here.flatMap((id) => id ?? []) : (await ids()).slice(low, high + 1)
    const before = isAdded ? useLibrary.getState().selected : []
    select(new Set([...before, ...found]), rows.get(to)?.title ?? '')
  }, [])

  const toggle = useCallback((index: number): void => {
    const row = latest.current.rows.get(index)
    if (!row) return
    const selected = new Set(useLibrary.getState().selected)
    if (!selected.delete(row.id)) selected.add(row.id)
    select(selected, row.title)
    useLibrary.setState({ anchor: index })
  }, [])

  const press = useCallback(
    (index: number, row: FindRow, event: MouseEvent): void => {
      if (event.button !== 0) return
      useLibrary.setState({ active: index })
      if (event.shiftKey) return void range(useLibrary.getState().anchor, index, event.ctrlKey)
      if (event.ctrlKey || event.metaKey) return toggle(index)
      select(new Set([row.id]), row.title)
      useLibrary.setState({ anchor: index })
    },
    [range, toggle],
  )

  const extend = useCallback(
    (_from: number, to: number): void => void range(useLibrary.getState().anchor, to, false),
    [range],
  )

  const all = useCallback(async (): Promise<void> => {
    select(new Set(await latest.current.ids()), latest.current.rows.get(0)?.title ?? '')
  }, [])

  return { press, extend, toggle, all }
}
