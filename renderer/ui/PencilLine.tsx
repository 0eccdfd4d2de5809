import { type Point, pencilPath } from './pencil.ts'
import { useStage } from './StageBox.tsx'

interface PencilLineProps {
  /** In u, from the upper left of the positioned parent. */
  readonly points: readonly Point[]
  readonly seed?: number
}

/** An outline of something we assume: drawn twice, once firm, once light. */
export function PencilLine({ points, seed = 1 }: PencilLineProps) {
  const { stage } = useStage()
  const scaled = points.map(({ x, y }) => ({ x: x * stage.u, y: y * stage.u }))
  const { u } = stage
  return (
    <svg className="pencil" style={{ left: 0, top: 0 }} width="1" height="1" aria-hidden="true">
      <path d={pencilPath(scaled, seed, u * 0.1, u * 2.2)} strokeWidth={u * 0.13} />
      <path d={pencilPath(scaled, seed + 5, u * 0.16, u * 2.6)} strokeWidth={u * 0.066} opacity="0.55" />
    </svg>
  )
}
