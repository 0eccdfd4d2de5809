import { formatDate } from '../../ui/dates.ts'
import { wordsLanguage } from '../../ui/messages.ts'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { Label } from '../../ui/Text.tsx'
import { figureText } from './figures.ts'
import { trendPoints } from './scale.ts'
import type { SeriesPoint } from './series.ts'

const LINE_U = 0.165
const DOT_U = 0.3

interface TrendProps {
  readonly series: readonly SeriesPoint[]
  readonly widthU: number
  readonly heightU: number
  readonly language: string
  readonly mirrored: boolean
}

/** A bare line from the first value to the last; both are labelled, nothing else. */
export function Trend({ series, widthU, heightU, language, mirrored }: TrendProps) {
  const { stage } = useStage()
  const inner = { x: widthU - 2 * DOT_U, y: heightU - 2 * DOT_U }
  const points = trendPoints(series).map(({ x, y }) => ({
    x: (DOT_U + (mirrored ? 1 - x : x) * inner.x) * stage.u,
    y: (DOT_U + y * inner.y) * stage.u,
  }))
  const last = points.at(-1)
  const label = (point: SeriesPoint): string =>
    `${figureText(point.value, language)}, ${formatDate(point.period, wordsLanguage(language))}`
  const [from, to] = [series[0], series.at(-1)]
  return (
    <div style={{ width: u(widthU) }} data-rise="3">
      <svg
        width={widthU * stage.u}
        height={heightU * stage.u}
        aria-hidden="true"
        style={{ display: 'block', overflow: 'visible' }}
      >
        <polyline
          points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
          fill="none"
          stroke="var(--ink)"
          strokeWidth={LINE_U * stage.u}
          strokeLinejoin="round"
          strokeLinecap="round"
        />
        {last ? <circle cx={last.x} cy={last.y} r={DOT_U * stage.u} fill="var(--ink)" /> : null}
      </svg>
      <div style={{ display: 'flex', justifyContent: 'space-between', gap: u(1), marginTop: u(1.3) }}>
        {from ? <Label>{label(from)}</Label> : null}
        {to ? (
          <Label strong style={{ textAlign: 'end', color: 'var(--ink)' }}>
            {label(to)}
          </Label>
        ) : null}
      </div>
    </div>
  )
}
