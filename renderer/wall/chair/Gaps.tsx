import type { Paper } from '../../core/brand.ts'
import type { GapPoint } from '../../core/chair/view.ts'
import { formatDate, formatNumber } from '../../ui/dates.ts'
import { wordsLanguage } from '../../ui/messages.ts'
import { pencilPath } from '../../ui/pencil.ts'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { Label } from '../../ui/Text.tsx'
import { chairWords } from './words.ts'

/** Meetings that are seen at once, the last ones. */
const MOST = 24
const SIDE_U = 0.8

interface GapsProps {
  readonly gaps: readonly GapPoint[]
  readonly widthU: number
  readonly heightU: number
  readonly paper: Paper
  readonly language: string
  readonly isMirrored: boolean
}

/** For each meeting a pencil square where the room guessed, and a piece of paper where the answer was: how far apart they are. */
export function Gaps({ gaps, widthU, heightU, paper, language, isMirrored }: GapsProps) {
  const { u: unit } = useStage().stage
  const seen = gaps.slice(-MOST)
  const [first, last] = [seen[0], seen.at(-1)]
  const inner = { from: 1.8, to: widthU - 1 }
  const xOf = (index: number): number => {
    const part = seen.length === 1 ? 0.5 : index / (seen.length - 1)
    return inner.from + (isMirrored ? 1 - part : part) * (inner.to - inner.from)
  }
  const yOf = (value: number): number => SIDE_U / 2 + (1 - value / 10) * (heightU - SIDE_U)
  const date = ({ day }: GapPoint): string => formatDate(day, wordsLanguage(language))
  const words = chairWords(language)
  return (
    <div style={{ width: u(widthU) }}>
      <Label lang={language} strong>
        {words.gapOverTime}
      </Label>
      <div style={{ position: 'relative', height: u(heightU), marginTop: u(0.7) }} data-paper={paper}>
        {[10, 0].map((value) => (
          <Label
            key={value}
            style={{
              position: 'absolute',
              left: 0,
              top: u(yOf(value) - 0.7),
              width: u(1.4),
              lineHeight: 1.3,
            }}
          >
            {formatNumber(value, language)}
          </Label>
        ))}
        <svg
          width={widthU * unit}
          height={heightU * unit}
          style={{ display: 'block', overflow: 'visible' }}
          aria-hidden="true"
        >
          {seen.map((gap, index) => (
            <Gap
              key={`${gap.day} ${index}`}
              seed={index}
              x={xOf(index) * unit}
              guessY={yOf(gap.guess) * unit}
              figureY={yOf(gap.figure) * unit}
              unit={unit}
            />
          ))}
        </svg>
      </div>
      <div
        style={{
          display: 'flex',
          justifyContent: 'space-between',
          gap: u(1),
          marginTop: u(0.6),
          paddingInlineStart: u(1.4),
        }}
      >
        {first && seen.length > 1 ? <Label>{date(first)}</Label> : null}
        {last ? <Label strong>{date(last)}</Label> : null}
      </div>
    </div>
  )
}

interface GapMarkProps {
  readonly seed: number
  readonly x: number
  readonly guessY: number
  readonly figureY: number
  readonly unit: number
}

function Gap({ seed, x, guessY, figureY, unit }: GapMarkProps) {
  const side = SIDE_U * unit
  const corners = [
    { x: x - side / 2, y: guessY - side / 2 },
    { x: x + side / 2, y: guessY - side / 2 },
    { x: x + side / 2, y: guessY + side / 2 },
    { x: x - side / 2, y: guessY + side / 2 },
    { x: x - side / 2, y: guessY - side / 2 },
  ]
  return (
    <g>
      <line x1={x} x2={x} y1={guessY} y2={figureY} stroke="var(--ink)" strokeWidth={0.08 * unit} />
      <rect
        x={x - side / 2}
        y={figureY - side / 2}
        width={side}
        height={side}
        fill="var(--their)"
        stroke="var(--ink)"
        strokeWidth={0.06 * unit}
      />
      <path
        d={pencilPath(corners, seed, side * 0.07, side * 1.4)}
        fill="var(--wall)"
        stroke="var(--ink2)"
        strokeWidth={0.11 * unit}
      />
    </g>
  )
}
