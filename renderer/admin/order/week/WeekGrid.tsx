import { useRef } from 'react'
import { dayClock } from '../../../core/day-clock.ts'
import { holidayOn } from '../../../core/holidays.ts'
import { clockText } from '../../../core/week-lines.ts'
import { Button } from '../../kit/Button.tsx'
import { useCalendar } from '../../words/use-calendar.ts'
import { useWords } from '../../words/use-words.ts'
import { today, weekdayOf } from './mondays.ts'
import { useBlockKeys } from './use-block-keys.ts'
import { useDrag } from './use-drag.ts'
import type { WeekDraft } from './use-week.ts'
import { WeekBlock } from './WeekBlock.tsx'
import { add } from './week-edit.ts'
import { DAY_MINUTES, dateHours, type Layer, type WeekView } from './week-view.ts'

interface Props {
  readonly view: WeekView
  readonly layer: Layer
  readonly draft: WeekDraft
  readonly monday: number
  readonly zone: string
}

const DAYS = [0, 1, 2, 3, 4, 5, 6]
const LABELS = [0, 3, 6, 9, 12, 15, 18, 21]
/** What a button, which knows no time, begins with. */
const [USUAL_FROM, USUAL_TO] = [540, 720]

/** A week as a calendar: times are drawn by hand, or moved with the arrow keys. */
export function WeekGrid({ view, layer, draft, monday, zone }: Props) {
  const { order: words } = useWords()
  const columns = useRef<HTMLDivElement>(null)
  const keys = useBlockKeys(columns, draft)
  const drag = useDrag(columns, draft)
  return (
    <div className="week-grid">
      <div className="hours" aria-hidden="true">
        {LABELS.map((hour) => (
          <span key={hour} style={{ top: part(hour * 60) }}>
            {clockText(hour * 60)}
          </span>
        ))}
      </div>
      <div className="day-heads">
        {DAYS.map((at) => (
          <DayHead
            key={at}
            view={view}
            day={monday + at}
            zone={zone}
            onAdd={() => {
              const made = add(draft.week, weekdayOf(monday + at), USUAL_FROM, USUAL_TO)
              draft.show(made.week)
              keys.focus(made.place)
            }}
          />
        ))}
      </div>
      <section className="days" ref={columns} tabIndex={-1} aria-label={words.calendar} {...drag.handlers}>
        {DAYS.map((at) => (
          <DayColumn
            key={at}
            view={view}
            day={monday + at}
            zone={zone}
            week={draft}
            layer={layer}
            keys={keys}
          />
        ))}
      </section>
    </div>
  )
}

interface HeadProps {
  readonly view: WeekView
  readonly day: number
  readonly zone: string
  readonly onAdd: () => void
}

function DayHead({ view, day, zone, onAdd }: HeadProps) {
  const { order: words } = useWords()
  const calendar = useCalendar()
  const { hours } = dayClock(zone, day)
  const holiday = holidayOn(view.holidays, day)
  return (
    <div className={day === today(zone) ? 'day-head today' : 'day-head'}>
      <span>{calendar.day(day)}</span>
      {hours === 24 ? null : <strong>{words.hoursLong(hours)}</strong>}
      {holiday ? <span className="signal">{holiday.name ?? words.aHoliday}</span> : null}
      <Button weight="plain" onPress={onAdd} aria-label={words.addOn(calendar.day(day))}>
        +
      </Button>
    </div>
  )
}

interface ColumnProps {
  readonly view: WeekView
  readonly layer: Layer
  readonly day: number
  readonly zone: string
  readonly week: WeekDraft
  readonly keys: ReturnType<typeof useBlockKeys>
}

function DayColumn({ view, layer, day, zone, week, keys }: ColumnProps) {
  const { order: words } = useWords()
  const weekday = weekdayOf(day)
  const clock = dayClock(zone, day)
  const spilt = (week.week[(weekday + 6) % 7] ?? []).filter(({ to }) => to > DAY_MINUTES)
  return (
    <div className="day" data-weekday={weekday}>
      {dateHours(view, 'hours', day).map(({ from, to }) => (
        <span key={from} className="on" style={{ top: part(from), height: part(to - from) }} />
      ))}
      {dateHours(view, 'sound_hours', day).map(({ from, to }) => (
        <span key={from} className="heard" style={{ top: part(from), height: part(to - from) }} />
      ))}
      {clock.skipped.map(({ from, to }) => (
        <span key={from} className="skipped" style={{ top: part(from), height: part(to - from) }}>
          {words.skippedHour}
        </span>
      ))}
      {clock.twice.map(({ from, to }) => (
        <span key={from} className="twice" style={{ top: part(from), height: part(to - from) }}>
          {words.twiceHour}
        </span>
      ))}
      {spilt.map(({ to }) => (
        <span key={to} className="block spilt" style={{ top: 0, height: part(to - DAY_MINUTES) }} />
      ))}
      {(week.week[weekday] ?? []).map((hours, index) => (
        <WeekBlock
          key={`${index} of ${weekday}`}
          hours={hours}
          place={{ day: weekday, index }}
          name={layer.of === 'daypart' ? layer.name : words.layers[layer.of]}
          isHoliday={layer.of === 'hours' && holidayOn(view.holidays, day) !== undefined}
          keys={keys}
        />
      ))}
    </div>
  )
}

export function part(minutes: number): string {
  return `${(100 * minutes) / DAY_MINUTES}%`
}
