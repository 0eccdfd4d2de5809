import type { ReactNode } from 'react'
import type { Evidence } from '../../core/item.ts'
import { Pin } from '../../ui/Sheet.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { Label, We } from '../../ui/Text.tsx'
import { figureText, promiseText } from './figures.ts'
import { InkPatterns, inkFill, STROKE_PART, Strokes } from './Strokes.tsx'
import { isShare, lineScale, strokesOf } from './scale.ts'
import type { MetricBody } from './schema.ts'

/** Above the strokes: the pin and its words. */
const HEAD_U = 2.6
const PIN_U = 0.5
const PIN_Y = 0.86
/** The pin's stem goes on so far below. */
const FOOT_U = 0.5
/** From the pin to its words, and a letter's usual width at body size, u. */
const TO_WORDS_U = 1.15
const LETTER_U = 0.78
/** How far above the pin its words stand where they have room on neither side, u. */
const ABOVE_U = 1.7

interface BarProps {
  readonly body: MetricBody
  readonly evidence: Evidence
  readonly widthU: number
  /** Of the strokes alone. */
  readonly heightU: number
  readonly language: string
  readonly mirrored: boolean
}

/** What is reached and what was promised: a hundred strokes for a share, else one line. The pin is the promise. */
export function Bar(props: BarProps) {
  const { body, widthU, heightU, evidence, mirrored } = props
  if (!isShare(body)) return <Line {...props} />
  const gap = ((1 - STROKE_PART) / 2) * (widthU / 100)
  const strokes = strokesOf(body.value, body.target, body.direction)
  return (
    <Pinned {...props} atU={Math.max(0, (body.target / 100) * widthU - gap)} footU={heightU + FOOT_U}>
      <Strokes
        strokes={strokes}
        // The last stroke ends at the margin, not its gap.
        widthU={widthU + (1 - STROKE_PART) * (widthU / 100)}
        heightU={heightU}
        evidence={evidence}
        mirrored={mirrored}
      />
    </Pinned>
  )
}

const RULE_U = 0.085
const THICK_U = 0.62
const TICK_U = 1.5
const LINE_U = 3.2

function Line(props: BarProps) {
  const { body, widthU, evidence, language, mirrored } = props
  const { u: unit } = useStage().stage
  const scale = lineScale(body.value, body.target)
  const at = (place: number): number => place * widthU * unit
  const [from, to] = [Math.min(scale.zero, scale.value), Math.max(scale.zero, scale.value)].map(at)
  const middle = TICK_U / 2
  return (
    <Pinned {...props} atU={scale.target * widthU} footU={TICK_U + 0.2}>
      <div style={{ height: u(LINE_U) }} data-rise="2">
        <svg
          width={widthU * unit}
          height={TICK_U * unit}
          aria-hidden="true"
          style={{ display: 'block', overflow: 'visible' }}
        >
          <InkPatterns id="metric" unit={unit} />
          <g transform={mirrored ? `translate(${widthU * unit} 0) scale(-1 1)` : undefined}>
            <rect
              y={(middle - RULE_U / 2) * unit}
              width={widthU * unit}
              height={RULE_U * unit}
              fill="var(--ink2)"
            />
            <rect
              x={from}
              y={(middle - THICK_U / 2) * unit}
              width={(to ?? 0) - (from ?? 0)}
              height={THICK_U * unit}
              fill={inkFill(evidence, 'metric')}
            />
            <rect
              x={at(scale.zero) - (RULE_U * unit) / 2}
              width={RULE_U * unit}
              height={TICK_U * unit}
              fill="var(--ink2)"
            />
            <circle cx={at(scale.value)} cy={middle * unit} r={THICK_U * unit * 0.82} fill="var(--ink)" />
          </g>
        </svg>
        <EndLabel
          place={scale.zero}
          widthU={widthU}
          text="0"
          hidden={Math.abs(scale.value - scale.zero) < 0.12}
        />
        <EndLabel place={scale.value} widthU={widthU} text={figureText(body.value, language)} strong />
      </div>
    </Pinned>
  )
}

interface EndLabelProps {
  readonly place: number
  readonly widthU: number
  readonly text: string
  readonly strong?: boolean
  readonly hidden?: boolean
}

/** A number under its place, kept between the ends of the line. */
function EndLabel({ place, widthU, text, strong = false, hidden = false }: EndLabelProps) {
  if (hidden) return null
  const halfU = [...text].length * 0.32
  const startU = Math.min(Math.max(0, place * widthU - halfU), widthU - 2 * halfU)
  return (
    <div className="at" style={{ insetInlineStart: u(startU), top: u(HEAD_U + TICK_U + 0.35) }}>
      <Label strong={strong} style={{ textWrap: 'nowrap', ...(strong ? { color: 'var(--ink)' } : {}) }}>
        {text}
      </Label>
    </div>
  )
}

interface PinnedProps extends BarProps {
  /** Where the promise stands, u from the side where lines begin. */
  readonly atU: number
  /** How far its stem reaches below the head, u. */
  readonly footU: number
  readonly children: ReactNode
}

/** The pin with its stem, explained by its words on the side where there is room. */
function Pinned({ body, widthU, language, mirrored, atU, footU, children }: PinnedProps) {
  const { u: unit } = useStage().stage
  const words = promiseText(body, isShare(body), language)
  const wordsU = [...words].length * LETTER_U
  const before = atU > wordsU + TO_WORDS_U
  const x = mirrored ? widthU - atU : atU
  // Words that have room on neither side of the pin stand over it.
  const above = !before && wordsU + TO_WORDS_U > widthU - atU
  const side = above
    ? {
        insetInlineStart: u(Math.max(0, Math.min(atU - wordsU / 2, widthU - wordsU))),
        top: u(PIN_Y - ABOVE_U),
      }
    : before
      ? { insetInlineEnd: u(widthU - atU + TO_WORDS_U) }
      : { insetInlineStart: u(atU + TO_WORDS_U) }
  return (
    <div
      style={{
        position: 'relative',
        paddingTop: u(HEAD_U),
        marginTop: above ? u(ABOVE_U) : 0,
        width: u(widthU),
        flex: 'none',
      }}
    >
      {children}
      <div data-rise="3">
        <svg
          className="at"
          style={{ left: 0, top: 0, overflow: 'visible' }}
          width="1"
          height="1"
          aria-hidden="true"
        >
          <line
            x1={x * unit}
            x2={x * unit}
            y1={PIN_Y * unit}
            y2={(HEAD_U + footU) * unit}
            stroke="var(--ink)"
            strokeWidth={unit * 0.1}
          />
        </svg>
        <Pin xU={x} yU={PIN_Y} radiusU={PIN_U} />
        <div
          className="at"
          style={{ top: u(PIN_Y), ...side, height: 0, display: 'flex', alignItems: 'center' }}
        >
          <We c={1} strong lang={language} style={{ textWrap: 'nowrap' }}>
            {words}
          </We>
        </div>
      </div>
    </div>
  )
}
