import { useId } from 'react'
import type { Evidence } from '../../core/item.ts'
import { pencilPath } from '../../ui/pencil.ts'
import { useStage } from '../../ui/StageBox.tsx'
import type { Stroke } from './scale.ts'

/** Part of its pitch that a stroke fills. */
export const STROKE_PART = 0.62
const OUTLINE_U = 0.085
const STUB_U = 0.5

interface StrokesProps {
  readonly strokes: readonly Stroke[]
  readonly widthU: number
  readonly heightU: number
  readonly evidence: Evidence
  /** Lines run from right to left: so do the strokes. */
  readonly mirrored: boolean
}

/** People as strokes of ink: solid who was reached, outlined whom we promised, stubs beyond. Ruled or pencilled where we know less. */
export function Strokes({ strokes, widthU, heightU, evidence, mirrored }: StrokesProps) {
  const { u } = useStage().stage
  const id = `strokes${useId().replace(/\W/g, '')}`
  const pitch = (widthU / strokes.length) * u
  const size = { width: pitch * STROKE_PART, height: heightU * u, u }
  return (
    <svg
      width={widthU * u}
      height={size.height}
      aria-hidden="true"
      data-rise="2"
      style={{ display: 'block', overflow: 'visible' }}
    >
      <InkPatterns id={id} unit={u} />
      <g transform={mirrored ? `translate(${widthU * u} 0) scale(-1 1)` : undefined}>
        {strokes.map((stroke, index) => (
          <g key={index} transform={`translate(${(index * pitch).toFixed(2)} 0)`}>
            <OneStroke
              stroke={stroke}
              {...size}
              fill={inkFill(evidence, id)}
              seed={index}
              pencil={evidence === 'assumption'}
            />
          </g>
        ))}
      </g>
    </svg>
  )
}

interface OneProps {
  readonly stroke: Stroke
  readonly width: number
  readonly height: number
  readonly u: number
  readonly fill: string
  readonly seed: number
  readonly pencil: boolean
}

function OneStroke({ stroke, width, height, u, fill, seed, pencil }: OneProps) {
  if (stroke.look === 'beyond') {
    return <rect y={height - STUB_U * u} width={width} height={STUB_U * u} fill="var(--rule)" />
  }
  const line = Math.min(OUTLINE_U * u, width * 0.3)
  const outline = (
    <rect
      x={line / 2}
      y={line / 2}
      width={Math.max(0, width - line)}
      height={height - line}
      fill="none"
      stroke="var(--ink)"
      strokeWidth={line}
    />
  )
  if (stroke.look === 'promised') return outline
  if (pencil) return <PencilStroke width={width} height={height} u={u} fill={fill} seed={seed} />
  return (
    <>
      {stroke.part < 1 ? outline : null}
      <rect width={width * stroke.part} height={height} fill={fill} />
    </>
  )
}

/** Assumed: no fill but hatching, in an outline that a hand went over. */
function PencilStroke({ width, height, u, fill, seed }: Omit<OneProps, 'stroke' | 'pencil'>) {
  const box = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
    { x: 0, y: 0 },
  ]
  return (
    <>
      <rect width={width} height={height} fill={fill} />
      <path
        d={pencilPath(box, seed, u * 0.05, u * 1.6)}
        fill="none"
        stroke="var(--ink2)"
        strokeWidth={u * 0.055}
        strokeLinecap="round"
      />
    </>
  )
}

/** The ink of a figure by how well we know it; `id` is the prefix of an `InkPatterns` in the same picture. */
export function inkFill(evidence: Evidence, id: string): string {
  const fills = { research: 'var(--ink)', partial: `url(#${id}half)`, assumption: `url(#${id}hatch)` }
  return fills[evidence]
}

/** Half known: rules at 45 degrees, 70 % ink, wide enough to be seen on a thin stroke. Assumed: hatched at 58 degrees. */
export function InkPatterns({ id, unit }: { readonly id: string; readonly unit: number }) {
  const pitch = unit * 0.86
  const light = unit * 0.36
  return (
    <defs>
      <pattern
        id={`${id}half`}
        width={pitch}
        height={pitch}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={pitch * 0.7} height={pitch} fill="var(--ink)" />
      </pattern>
      <pattern
        id={`${id}hatch`}
        width={light}
        height={light}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-32)"
      >
        <line
          x1={0}
          x2={0}
          y1={0}
          y2={light}
          stroke="var(--ink2)"
          strokeOpacity={0.5}
          strokeWidth={unit * 0.12}
        />
      </pattern>
    </defs>
  )
}
