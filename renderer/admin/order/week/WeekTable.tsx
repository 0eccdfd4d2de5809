import { holidayOn } from '../../../core/holidays.ts'
import { hoursOn, type WeekHours } from '../../../core/week-hours.ts'
import { clockText, MONDAY_FIRST } from '../../../core/week-lines.ts'
import { ScrollBox } from '../../kit/ScrollBox.tsx'
import { useCalendar } from '../../words/use-calendar.ts'
import { useFormats, useWords } from '../../words/use-words.ts'
import { DAY_MINUTES, type Layer, type WeekView, weekOfLines } from './week-view.ts'

interface Props {
  readonly view: WeekView
  readonly layer: Layer
  /** Of the layer, as it is being changed. */
  readonly week: WeekHours
  readonly monday: number
}

/** The same week as a table, whole: what a screen reader reads. */
export function WeekTable({ view, layer, week, monday }: Props) {
  const { order: words } = useWords()
  const calendar = useCalendar()
  const formats = useFormats()
  const weekOf = (each: Layer): WeekHours => {
    if (JSON.stringify(each) === JSON.stringify(layer)) return week
    return weekOfLines(each.of === 'daypart' ? view.dayparts[each.name] : view[each.of])
  }
  const layers: readonly Layer[] = [
    { of: 'hours' },
    { of: 'sound_hours' },
    ...Object.keys(view.dayparts).map((name) => ({ of: 'daypart', name }) as const),
  ]
  const text = (each: Layer, weekday: number): string => {
    // The days from 4 to 10 January 1970 were Sunday to Saturday.
    const hours = hoursOn(weekOf(each))(3 + weekday)
    if (hours.length === 0) return words.never
    if (hours.some(({ from, to }) => from === 0 && to === DAY_MINUTES)) return words.wholeDay
    return formats.list(
      hours.map(
        ({ from, to }) => `${clockText(from)}–${clockText(to > DAY_MINUTES ? to - DAY_MINUTES : to)}`,
      ),
    )
  }
  return (
    <ScrollBox label={words.table}>
      <table className="table">
        <caption>{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.dayColumn}</th>
            {layers.map((each) => (
              <th key={JSON.stringify(each)} scope="col">
                {each.of === 'daypart' ? each.name : words.layers[each.of]}
              </th>
            ))}
            <th scope="col">{words.holidays}</th>
          </tr>
        </thead>
        <tbody>
          {MONDAY_FIRST.map((weekday, at) => (
            <tr key={weekday}>
              <th scope="row">{calendar.day(monday + at)}</th>
              {layers.map((each) => (
                <td key={JSON.stringify(each)}>{text(each, weekday)}</td>
              ))}
              <td>{holidayName(view, monday + at, words.aHoliday)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function holidayName(view: WeekView, day: number, unnamed: string): string {
  const holiday = holidayOn(view.holidays, day)
  return holiday === undefined ? '' : (holiday.name ?? unnamed)
}
