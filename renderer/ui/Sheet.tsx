import type { CSSProperties } from 'react'
import type { Paper } from '../core/brand.ts'
import type { Evidence } from '../core/item.ts'
import { PencilLine } from './PencilLine.tsx'
import { useStage } from './StageBox.tsx'
import { CUT_DEG, cutOffset, u } from './stage.ts'

/** Which side of the wall the paper comes from. */
export type SheetSide = 'left' | 'right' | 'top'

interface SheetProps {
  readonly side: SheetSide
  /** Width at a side, height at the top, in u. */
  readonly sizeU: number
  readonly paper: Paper | 'shade'
  readonly evidence?: Evidence
}

/** A paper from the edge of the wall; where it meets the wall it is cut 1.5 degrees off square. Assumed: only pencil. */
export function Sheet({ side, sizeU, paper, evidence = 'research' }: SheetProps) {
  if (evidence === 'assumption') return <PencilEdge side={side} sizeU={sizeU} />
  const place: Record<SheetSide, CSSProperties> = {
    right: { right: 0, top: 0, bottom: 0, width: u(sizeU) },
    left: { left: 0, top: 0, bottom: 0, width: u(sizeU) },
    top: { left: 0, right: 0, top: 0, height: u(sizeU) },
  }
  return (
    <div className="at" data-paper={paper} data-sheet="" style={place[side]} aria-hidden="true">
      <i className={`sheet ${evidence}`} style={CUT_SHEET[side]} />
    </div>
  )
}

/** The corner that stays where it is. */
const CUT_SHEET: Readonly<Record<SheetSide, CSSProperties>> = {
  right: cutEdge('X', 1, '0 0'),
  left: cutEdge('X', -1, '100% 0'),
  top: cutEdge('Y', -1, '0 100%'),
}

/**
 * Fills its parent and leaves the square by 1.5 degrees. Skewed and not clipped: a clip-path on what moves costs a mask of
 * the paper's size in every frame. What the skew moves past the far edge is beyond the wall's.
 */
export function cutEdge(axis: 'X' | 'Y', sign: 1 | -1, transformOrigin: string): CSSProperties {
  return { inset: 0, transform: `skew${axis}(${sign * CUT_DEG}deg)`, transformOrigin }
}

function PencilEdge({ side, sizeU }: { readonly side: SheetSide; readonly sizeU: number }) {
  const { grid } = useStage()
  const { widthU, heightU } = grid
  const cut = cutOffset(side === 'top' ? widthU : heightU)
  const points = {
    right: [
      { x: widthU - sizeU, y: -0.6 },
      { x: widthU - sizeU + cut, y: heightU + 0.6 },
    ],
    left: [
      { x: sizeU, y: -0.6 },
      { x: sizeU - cut, y: heightU + 0.6 },
    ],
    top: [
      { x: -0.6, y: sizeU },
      { x: widthU + 0.6, y: sizeU - cut },
    ],
  }[side]
  return (
    <div className="at" style={{ inset: 0 }} data-sheet="" aria-hidden="true">
      <PencilLine points={points} seed={3} />
    </div>
  )
}

interface PinProps {
  /** Centre, in u from the upper left of the positioned parent. */
  readonly xU: number
  readonly yU: number
  /** 0.42 to 0.7 u. */
  readonly radiusU?: number
}

/** The pin: at most one a slide, always explained by a word or by where it stands. */
export function Pin({ xU, yU, radiusU = 0.6 }: PinProps) {
  const style = { '--pin': radiusU, left: u(xU), top: u(yU) } as CSSProperties
  return <i className="pin" style={style} aria-hidden="true" />
}
