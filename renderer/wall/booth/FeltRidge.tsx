import { FEELINGS, type Felt } from '../../core/booth/calls.ts'
import type { Paper } from '../../core/brand.ts'
import { type Knot, ridgePath } from '../../kinds/journey/ridge.ts'
import type { Phase } from '../../kinds/journey/schema.ts'
import { pencilPath } from '../../ui/pencil.ts'
import { useStage } from '../../ui/StageBox.tsx'

interface FeltRidgeProps {
  readonly phases: readonly Phase[]
  /** The one that is asked about. */
  readonly here: number
  readonly felt: readonly Felt[]
  readonly paper: Paper
  /** For those who do not see it. */
  readonly label: string
}

const HEIGHT_U = 6.4
/** In landscape it stands beside the name of the phase, and takes this share of the text's width. */
const BESIDE = 0.5
/** The line keeps clear of the edges by this much, u. */
const EDGE_U = 0.7

/** The journey as it went for her, in her paper, and as visitors would feel it, in pencil. */
export function FeltRidge({ phases, here, felt, paper, label }: FeltRidgeProps) {
  const { stage, grid } = useStage()
  const share = stage.shape === 'portrait' ? 1 : BESIDE
  const [width, height] = [grid.liveU * share * stage.u, HEIGHT_U * stage.u]
  const at = (index: number): number => ((index + 0.5) / phases.length) * width
  const level = (emotion: number): number =>
    EDGE_U * stage.u + ((1 - emotion) / 2) * (height - 2 * EDGE_U * stage.u)
  const hers = phases.flatMap(({ emotion }, index) =>
    emotion === undefined ? [] : [{ at: at(index), level: level(emotion) }],
  )
  const theirs = phases.flatMap(({ name }, index) => {
    const mean = meanOf(felt.find(({ phase }) => phase === name)?.counts ?? [])
    return mean === undefined ? [] : [{ at: at(index), level: level(mean / 2) }]
  })
  return (
    <svg
      className="booth-ridge on"
      role="img"
      aria-label={label}
      data-paper={paper}
      width={width}
      height={height}
    >
      {hers.length > 0 ? (
        <path
          d={`${ridgePath(hers, 0, width, 'along')}L${width} ${height}L0 ${height}Z`}
          fill="var(--their)"
        />
      ) : null}
      <Pencil knots={theirs} unit={stage.u} />
      <circle cx={at(here)} cy={height - 0.8 * stage.u} r={0.42 * stage.u} fill="var(--signal)" />
    </svg>
  )
}

/** One who felt something is a dot; from two on, a line. */
function Pencil({ knots, unit }: { readonly knots: readonly Knot[]; readonly unit: number }) {
  const points = knots.map(({ at, level }) => ({ x: at, y: level }))
  return (
    <g fill="none" stroke="var(--booth-pencil)" strokeLinecap="round">
      {points.map(({ x, y }) => (
        <rect
          key={x}
          x={x - 0.31 * unit}
          y={y - 0.31 * unit}
          width={0.62 * unit}
          height={0.62 * unit}
          strokeWidth={0.09 * unit}
        />
      ))}
      {points.length > 1 ? (
        <path d={pencilPath(points, 3, unit * 0.1, unit * 2.2)} strokeWidth={0.1 * unit} />
      ) : null}
    </g>
  )
}

/** From -2 to 2; undefined where nobody has said anything. */
function meanOf(counts: readonly number[]): number | undefined {
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (all === 0) return undefined
  return FEELINGS.reduce<number>((sum, feeling, index) => sum + feeling * (counts[index] ?? 0), 0) / all
}
