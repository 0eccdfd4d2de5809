import { MONDAY_FIRST } from '../../core/week-lines.ts'
import { ScrollBox } from '../kit/ScrollBox.tsx'
import { useCalendar } from '../words/use-calendar.ts'
import { useFormats, useWords } from '../words/use-words.ts'

interface Props {
  /** Time on the wall, ms, by hour of the week: 168 numbers, Monday's first hour first. */
  readonly byWeekHour: readonly number[]
  readonly zone: string
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const [CELL_W, CELL_H, LEFT, TOP] = [24, 22, 40, 20]
/** A cell that was on at all is told from one that was not. */
const FAINTEST = 0.14

/** Hour by day: the darker, the longer the wall was on. The numbers stand in a table behind it. */
export function HeatMap({ byWeekHour, zone }: Props) {
  const { history: words } = useWords()
  const calendar = useCalendar()
  const formats = useFormats()
  const most = Math.max(1, ...byWeekHour)
  const at = (row: number, hour: number): number => byWeekHour[row * 24 + hour] ?? 0
  return (
    <figure className="heat">
      <figcaption>
        <h2>{words.heat}</h2>
        <span className="quiet">{zone}</span>
      </figcaption>
      <svg viewBox={`0 0 ${LEFT + 24 * CELL_W} ${TOP + 7 * CELL_H}`} aria-hidden="true">
        {HOURS.filter((hour) => hour % 3 === 0).map((hour) => (
          <text key={hour} x={LEFT + hour * CELL_W} y={TOP - 7} className="tick">
            {String(hour).padStart(2, '0')}
          </text>
        ))}
        {MONDAY_FIRST.map((day, row) => (
          <g key={day}>
            <text x={0} y={TOP + row * CELL_H + CELL_H / 2 + 4} className="tick">
              {calendar.weekdayShort(day)}
            </text>
            {HOURS.map((hour) => {
              const ms = at(row, hour)
              return (
                <rect
                  key={hour}
                  className="cell"
                  x={LEFT + hour * CELL_W + 1}
                  y={TOP + row * CELL_H + 1}
                  width={CELL_W - 2}
                  height={CELL_H - 2}
                  fillOpacity={ms === 0 ? 0 : FAINTEST + (1 - FAINTEST) * (ms / most)}
                >
                  <title>{`${calendar.weekday(day)} ${hour}:00, ${formats.span(ms)}`}</title>
                </rect>
              )
            })}
          </g>
        ))}
      </svg>
      <details>
        <summary>{words.asTable}</summary>
        <ScrollBox label={words.heat}>
          <table className="table">
            <caption className="unseen">{words.heatMinutes}</caption>
            <thead>
              <tr>
                <th scope="col">{words.day}</th>
                {HOURS.map((hour) => (
                  <th key={hour} scope="col">
                    {String(hour).padStart(2, '0')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {MONDAY_FIRST.map((day, row) => (
                <tr key={day}>
                  <th scope="row">{calendar.weekday(day)}</th>
                  {HOURS.map((hour) => (
                    <td key={hour}>{formats.number(Math.round(at(row, hour) / 60_000))}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </details>
    </figure>
  )
}
