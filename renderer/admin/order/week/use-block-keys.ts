import { type KeyboardEvent, useEffect, useRef } from 'react'
import { MONDAY_FIRST } from '../../../core/week-lines.ts'
import type { WeekDraft } from './use-week.ts'
import { type Edited, move, type Place, remove, resize, SNAP } from './week-edit.ts'

/** Arrows move hours by a quarter of an hour or a day; with Shift they move the end, with Alt the begin; Delete takes them away. */
export function useBlockKeys(columns: { readonly current: HTMLElement | null }, draft: WeekDraft) {
  const wanted = useRef<Place>(undefined)
  useEffect(() => {
    const place = wanted.current
    if (!place) return
    wanted.current = undefined
    columns.current?.querySelector<HTMLElement>(`[data-place="${place.day} ${place.index}"]`)?.focus()
  })

  function onKeyDown(event: KeyboardEvent, place: Place): void {
    // What is taken back by Ctrl+Z is what was moved just now.
    if (event.ctrlKey || event.metaKey) return draft.finish()
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      draft.set(remove(draft.week, place))
      columns.current?.focus()
      return
    }
    const edited = editOf(event, draft, place)
    if (!edited) return
    event.preventDefault()
    wanted.current = edited.place
    draft.show(edited.week)
  }

  return {
    onKeyDown,
    /** The next hours that are drawn have the focus. */
    focus: (place: Place) => {
      wanted.current = place
    },
    onBlur() {
      // A block that was moved to another day is drawn anew there: that is no end of the change.
      if (!wanted.current) draft.finish()
    },
  }
}

function editOf(
  { key, shiftKey, altKey }: KeyboardEvent,
  draft: WeekDraft,
  place: Place,
): Edited | undefined {
  const by = key === 'ArrowDown' ? SNAP : key === 'ArrowUp' ? -SNAP : undefined
  if (by !== undefined) {
    if (shiftKey) return resize(draft.week, place, 'to', by)
    return altKey ? resize(draft.week, place, 'from', by) : move(draft.week, place, place.day, by)
  }
  const days = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : undefined
  if (days === undefined) return undefined
  const at = MONDAY_FIRST.indexOf(place.day) + days
  const day = MONDAY_FIRST[at]
  return day === undefined ? undefined : move(draft.week, place, day, 0)
}
