import { formatNumber } from '../../ui/dates.ts'
import { wordsLanguage } from '../../ui/messages.ts'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { Label } from '../../ui/Text.tsx'

const RULE_U = 0.085
const TICK_U = 1.3
const DOT_U = 0.62

interface ScaleLineProps {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly widthU: number
  readonly language: string
  readonly mirrored: boolean
}

/** A result on its scale, where nobody has told how the answers are spread. */
export function ScaleLine({ value, low, high, widthU, language, mirrored }: ScaleLineProps) {
  const { u: unit } = useStage().stage
  const place = (figure: number): number => {
    const along = ((figure - low) / (high - low || 1)) * widthU
    return Math.min(widthU, Math.max(0, mirrored ? widthU - along : along)) * unit
  }
  const steps = Math.abs(high - low) <= 20 ? Math.abs(high - low) : 1
  const ticks = Array.from({ length: steps + 1 }, (_, index) => low + ((high - low) * index) / steps)
  const middle = (TICK_U / 2) * unit
  return (
    <div style={{ width: u(widthU), flex: 'none' }} data-rise="3">
      <svg
        width={widthU * unit}
        height={TICK_U * unit}
        aria-hidden="true"
        style={{ display: 'block', overflow: 'visible' }}
      >
        <line
          x1={0}
          x2={widthU * unit}
          y1={middle}
          y2={middle}
          stroke="var(--ink2)"
          strokeWidth={RULE_U * unit}
        />
        {ticks.map((tick) => (
          <line
            key={tick}
            x1={place(tick)}
            x2={place(tick)}
            y1={0}
            y2={TICK_U * unit}
            stroke="var(--ink2)"
            strokeWidth={RULE_U * unit}
          />
        ))}
        <circle cx={place(value)} cy={middle} r={DOT_U * unit} fill="var(--ink)" />
      </svg>
      <div style={{ display: 'flex', justifyContent: 'space-between', marginTop: u(0.4) }}>
        <Label>{formatNumber(low, wordsLanguage(language))}</Label>
        <Label>{formatNumber(high, wordsLanguage(language))}</Label>
      </div>
    </div>
  )
}
