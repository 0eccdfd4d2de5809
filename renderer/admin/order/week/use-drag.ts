import { type PointerEvent, useRef } from 'react'
import type { WeekHours } from '../../../core/week-hours.ts'
import type { WeekDraft } from './use-week.ts'
import { add, type Edited, move, type Place, resize, snapped } from './week-edit.ts'
import { DAY_MINUTES } from './week-view.ts'

interface Drag {
  readonly what: 'new' | 'move' | 'from' | 'to'
  readonly place: Place
  /** Where the hand began, minutes since midnight of the column's day. */
  readonly minutes: number
  readonly week: WeekHours
  hasMoved: boolean
}

/** A hand on the calendar: empty time is drawn upon, hours are moved, their ends are pulled. */
export function useDrag(columns: { readonly current: HTMLElement | null }, draft: WeekDraft) {
  const drag = useRef<Drag>(undefined)

  function placeOf(event: PointerEvent): { day: number; minutes: number } | undefined {
    const all = [...(columns.current?.querySelectorAll<HTMLElement>('.day') ?? [])]
    const column = all.find((each) => {
      const { left, right } = each.getBoundingClientRect()
      return left <= event.clientX && event.clientX < right
    })
    if (!column) return undefined
    const { top, height } = column.getBoundingClientRect()
    return { day: Number(column.dataset['weekday']), minutes: ((event.clientY - top) / height) * DAY_MINUTES }
  }

  function edited(now: Drag, at: { day: number; minutes: number }): Edited {
    const by = snapped(at.minutes - now.minutes)
    switch (now.what) {
      case 'new':
        return add(now.week, now.place.day, snapped(now.minutes), snapped(at.minutes))
      case 'move':
        return move(now.week, now.place, at.day, by)
      case 'from':
      case 'to':
        return resize(now.week, now.place, now.what, by)
    }
  }

  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const at = placeOf(event)
      if (event.button !== 0 || !at) return
      const target = event.target as HTMLElement
      const block = target.closest<HTMLElement>('[data-place]')
      const [day = at.day, index = 0] = block?.dataset['place']?.split(' ').map(Number) ?? []
      const edge = target.dataset['edge']
      const what = !block ? 'new' : edge === 'from' || edge === 'to' ? edge : 'move'
      drag.current = { what, place: { day, index }, minutes: at.minutes, week: draft.week, hasMoved: false }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const at = placeOf(event)
      const now = drag.current
      if (!now || !at) return
      // A press that trembles is no drag.
      if (!now.hasMoved && Math.abs(at.minutes - now.minutes) < 7 && at.day === now.place.day) return
      now.hasMoved = true
      draft.show(edited(now, at).week)
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const at = placeOf(event)
      const now = drag.current
      drag.current = undefined
      if (now?.hasMoved && at) draft.set(edited(now, at).week)
    },
    onPointerCancel() {
      const now = drag.current
      drag.current = undefined
      if (now) draft.set(now.week)
    },
  }
  return { handlers }
}
