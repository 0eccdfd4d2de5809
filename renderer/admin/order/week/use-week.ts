import { useEffect, useEffectEvent, useRef } from 'react'
import type { WeekHours } from '../../../core/week-hours.ts'
import { linesOf, tidyWeek } from '../../../core/week-lines.ts'
import { useDraft } from '../../kit/use-draft.ts'
import { setSetting } from '../use-setting.ts'
import { type Layer, pathOfLayer, weekOfLines } from './week-view.ts'

/** The week of one layer while it is changed. */
export interface WeekDraft {
  readonly week: WeekHours
  readonly isPending: boolean
  /** While a hand moves, or between two keys: `finish` writes it, or a moment without another. */
  readonly show: (week: WeekHours) => void
  readonly finish: () => void
  readonly set: (week: WeekHours) => void
}

/** Whoever presses an arrow again within this time goes on with the same change. */
const PAUSE_MS = 900

export function useWeek(layer: Layer, screen: string, lines: readonly string[] | undefined): WeekDraft {
  const draft = useDraft(weekOfLines(lines), (week) => {
    const made = linesOf(week)
    const [first] = made
    return setSetting(
      pathOfLayer(layer, screen),
      first === undefined ? null : made.length === 1 ? first : [...made],
    )
  })
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; week: WeekHours }>(undefined)

  function stop(): WeekHours | undefined {
    const week = waiting.current?.week
    clearTimeout(waiting.current?.timer)
    waiting.current = undefined
    return week
  }
  function finish(): void {
    const week = stop()
    if (week) draft.set(tidyWeek(week))
  }
  // Whoever goes to another place has changed it all the same.
  const leave = useEffectEvent(finish)
  useEffect(() => () => leave(), [])

  return {
    week: draft.value,
    isPending: draft.isPending,
    show(week) {
      stop()
      draft.show(week)
      waiting.current = { week, timer: setTimeout(finish, PAUSE_MS) }
    },
    finish,
    set(week) {
      stop()
      draft.set(tidyWeek(week))
    },
  }
}
