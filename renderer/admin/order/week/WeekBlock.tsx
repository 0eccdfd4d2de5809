import type { Hours } from '../../../core/week-hours.ts'
import { clockText } from '../../../core/week-lines.ts'
import { useCalendar } from '../../words/use-calendar.ts'
import { useWords } from '../../words/use-words.ts'
import type { useBlockKeys } from './use-block-keys.ts'
import type { Place } from './week-edit.ts'
import { DAY_MINUTES } from './week-view.ts'

interface Props {
  readonly hours: Hours
  readonly place: Place
  /** What these hours are of. */
  readonly name: string
  /** The date keeps other hours than those of the week. */
  readonly isHoliday: boolean
  readonly keys: ReturnType<typeof useBlockKeys>
}

/** Hours of one day. What a hand does to them is heard by the grid; keys are heard here. */
export function WeekBlock({ hours: { from, to }, place, name, isHoliday, keys }: Props) {
  const { order: words } = useWords()
  const calendar = useCalendar()
  const end = to > DAY_MINUTES ? to - DAY_MINUTES : to
  const times = `${clockText(from)}–${clockText(end)}`
  return (
    <button
      type="button"
      className={isHoliday ? 'block on-holiday' : 'block'}
      data-place={`${place.day} ${place.index}`}
      aria-label={words.block(name, calendar.weekday(place.day), times)}
      aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight Shift+ArrowUp Shift+ArrowDown Alt+ArrowUp Alt+ArrowDown Delete"
      style={{
        top: `${(100 * from) / DAY_MINUTES}%`,
        height: `${(100 * (Math.min(DAY_MINUTES, to) - from)) / DAY_MINUTES}%`,
      }}
      onKeyDown={(event) => keys.onKeyDown(event, place)}
      onBlur={keys.onBlur}
    >
      <span className="edge" data-edge="from" />
      <span className="tabular">{times}</span>
      <span className="edge" data-edge="to" />
    </button>
  )
}
