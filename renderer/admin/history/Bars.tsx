import type { HistoryBy, HistoryRow } from '../../core/admin/history.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { useRowName } from './use-row-name.ts'

interface Props {
  readonly rows: readonly HistoryRow[]
  readonly by: HistoryBy
}

/** As many as an eye compares. */
const MOST = 14
const [WIDTH, LINE, NAME, NUMBER] = [620, 24, 210, 90]

/** The same rows as the table below, the first of them as bars; days and hours in their order, all of them. */
export function Bars({ rows, by }: Props) {
  const { history: words } = useWords()
  const isOfTime = by === 'hour' || by === 'day'
  return (
    <figure className="bars">
      <figcaption>
        <h2>{words.bars[by]}</h2>
      </figcaption>
      {isOfTime ? <Columns rows={rows} by={by} /> : <Lines rows={rows.slice(0, MOST)} by={by} />}
    </figure>
  )
}

function Lines({ rows, by }: Props) {
  const formats = useFormats()
  const nameOf = useRowName(by)
  const most = Math.max(1, ...rows.map(({ shownMs }) => shownMs))
  const room = WIDTH - NAME - NUMBER
  return (
    <svg viewBox={`0 0 ${WIDTH} ${rows.length * LINE}`} aria-hidden="true">
      {rows.map((row, at) => (
        <g key={row.key} transform={`translate(0 ${at * LINE})`}>
          <foreignObject width={NAME - 10} height={LINE}>
            <div className="bar-name" dir="auto">
              {nameOf(row)}
            </div>
          </foreignObject>
          <rect className="bar-rect" x={NAME} y={4} width={(room * row.shownMs) / most} height={LINE - 8} />
          <text className="tick" x={NAME + (room * row.shownMs) / most + 6} y={16}>
            {formats.span(row.shownMs)}
          </text>
        </g>
      ))}
    </svg>
  )
}

const HEIGHT = 150

function Columns({ rows, by }: Props) {
  const nameOf = useRowName(by)
  const most = Math.max(1, ...rows.map(({ shownMs }) => shownMs))
  const width = WIDTH / Math.max(1, rows.length)
  const every = Math.ceil(rows.length / 12)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 22}`} aria-hidden="true">
      {rows.map((row, at) => {
        const height = (HEIGHT * row.shownMs) / most
        return (
          <g key={row.key}>
            <rect
              className="bar-rect"
              x={at * width + width * 0.1}
              y={HEIGHT - height}
              width={width * 0.8}
              height={height}
            />
            {at % every === 0 ? (
              <text className="tick" x={at * width + width * 0.1} y={HEIGHT + 16}>
                {by === 'day' ? nameOf(row).replace(/ \d{4}$/, '') : nameOf(row)}
              </text>
            ) : null}
          </g>
        )
      })}
      <line className="axis" x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
    </svg>
  )
}
