import { type ReactNode, useId } from 'react'
import type { Paper } from '../../core/brand.ts'
import type { Evidence } from '../../core/item.ts'
import { pencilPath } from '../../ui/pencil.ts'
import { useStage } from '../../ui/StageBox.tsx'
import { type Course, type Knot, ridgePath, ridgePoints, type Stretch } from './ridge.ts'

interface HillProps {
  /** One a phase whose emotion is known, px on the stage. */
  readonly knots: readonly Knot[]
  readonly course: Course
  /** Where the time begins and ends on the stage, px. */
  readonly span: { readonly from: number; readonly to: number }
  /** The hill's far side, px across: the stage's foot, or its edge where the hill is turned. */
  readonly ground: number
  /** From here to the far side the paper is whole whatever is known of the ridge, since words stand on it; px across. */
  readonly band?: number | undefined
  readonly parts: readonly Stretch[]
  readonly evidence: Evidence
  readonly paper: Paper
  /** Level of a neutral emotion, px across; absent where no emotion is known. */
  readonly neutral?: number | undefined
  /** Lines run from right to left: the time does too. */
  readonly mirrored: boolean
}

/** How far a hill that fills the wall goes on beyond it, u: its paper slides as the slide comes in. */
export const BLEED_U = 2

/** The emotion of a journey as a hill of the persona's paper: ruled where we half know, only a pencilled ridge where we assume. */
export function Hill(props: HillProps) {
  const { knots, course, span, ground, parts, evidence, paper, mirrored } = props
  const { stage } = useStage()
  const id = `hill${useId().replace(/\W/g, '')}`
  const ridge = ridgePath(knots, span.from, span.to, course)
  const body = `${ridge}${corner(span.to, ground, course)}${corner(span.from, ground, course)}Z`
  return (
    <svg
      className="at"
      data-paper={paper}
      aria-hidden="true"
      width={stage.widthPx}
      height={stage.heightPx}
      style={{ left: 0, top: 0, overflow: 'visible' }}
    >
      <g transform={mirrored ? `translate(${stage.widthPx} 0) scale(-1 1)` : undefined}>
        <defs>
          <clipPath id={`${id}body`}>
            <path d={body} />
          </clipPath>
          <clipPath id={`${id}known`}>
            {parts.filter(({ pencil }) => !pencil).map((part) => box(part, course, stage))}
          </clipPath>
          <clipPath id={`${id}thought`}>
            {parts.filter(({ pencil }) => pencil).map((part) => box(part, course, stage))}
          </clipPath>
          <Rules id={`${id}half`} unit={stage.u} />
          <Hatching id={`${id}hatch`} unit={stage.u} />
        </defs>
        <Neutral {...props} ink="var(--ink)" />
        <g clipPath={`url(#${id}thought)`}>
          <path d={body} fill="var(--wall)" />
          <g clipPath={`url(#${id}body)`}>
            <path d={ridge} fill="none" stroke={`url(#${id}hatch)`} strokeWidth={stage.u * 3.4} />
          </g>
        </g>
        <path
          d={body}
          clipPath={`url(#${id}known)`}
          fill={evidence === 'partial' ? `url(#${id}half)` : 'var(--their)'}
        />
        <Band {...props} />
        <g clipPath={`url(#${id}body)`}>
          <g clipPath={`url(#${id}known)`}>
            <Neutral {...props} ink="var(--on-ink)" />
          </g>
        </g>
        {parts
          .filter(({ pencil }) => pencil)
          .map((part) => (
            <PencilRidge key={part.from} knots={knots} part={part} course={course} />
          ))}
      </g>
    </svg>
  )
}

function corner(at: number, ground: number, course: Course): string {
  return course === 'along' ? `L${at} ${ground}` : `L${ground} ${at}`
}

function box(
  { from, to }: Stretch,
  course: Course,
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
): ReactNode {
  return course === 'along' ? (
    <rect key={from} x={from} y={0} width={to - from} height={heightPx} />
  ) : (
    <rect key={from} x={-widthPx} y={from} width={2 * widthPx} height={to - from} />
  )
}

/** The ground under the names: whole even where the ridge is not, unless nothing of the journey is known. */
function Band({ band, ground, span, evidence, parts }: HillProps) {
  if (band === undefined || evidence === 'assumption') return null
  if (evidence === 'research' && parts.every(({ pencil }) => !pencil)) return null
  return (
    <rect x={span.from} y={band} width={span.to - span.from} height={ground - band} fill="var(--their)" />
  )
}

function Neutral({ neutral, course, span, ink }: HillProps & { readonly ink: string }) {
  const { stage } = useStage()
  if (neutral === undefined) return null
  const ends =
    course === 'along'
      ? { x1: span.from, x2: span.to, y1: neutral, y2: neutral }
      : { x1: neutral, x2: neutral, y1: span.from, y2: span.to }
  const dash = `${stage.u * 0.066} ${stage.u * 0.4}`
  return (
    <line
      {...ends}
      stroke={ink}
      strokeOpacity={0.34}
      strokeWidth={stage.u * 0.083}
      strokeDasharray={dash}
      strokeLinecap="round"
    />
  )
}

/** Half known: rules at 45 degrees, 70 % paper. */
function Rules({ id, unit }: { readonly id: string; readonly unit: number }) {
  const pitch = unit * 0.43
  return (
    <pattern id={id} width={pitch} height={pitch} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={pitch} height={pitch} fill="var(--wall)" />
      <rect width={pitch * 0.7} height={pitch} fill="var(--their)" />
    </pattern>
  )
}

/** Assumed: a light hatching at 58 degrees, along the ridge. */
function Hatching({ id, unit }: { readonly id: string; readonly unit: number }) {
  const pitch = unit * 0.36
  return (
    <pattern
      id={id}
      width={pitch}
      height={pitch}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(-32)"
    >
      <line
        x1={0}
        x2={0}
        y1={0}
        y2={pitch}
        stroke="var(--ink2)"
        strokeOpacity={0.4}
        strokeWidth={unit * 0.07}
      />
    </pattern>
  )
}

/** Drawn twice, once firm and once light, as a hand goes over a line. */
function PencilRidge({ knots, part, course }: { knots: readonly Knot[]; part: Stretch; course: Course }) {
  const { u } = useStage().stage
  const points = ridgePoints(knots, part, course)
  return (
    <g fill="none" stroke="var(--ink2)" strokeLinecap="round" strokeLinejoin="round">
      <path d={pencilPath(points, 3, u * 0.1, u * 2.2)} strokeWidth={u * 0.13} />
      <path d={pencilPath(points, 8, u * 0.16, u * 2.6)} strokeWidth={u * 0.066} opacity={0.55} />
    </g>
  )
}
