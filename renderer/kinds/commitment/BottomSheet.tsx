import type { Paper } from '../../core/brand.ts'
import { cutEdge } from '../../ui/Sheet.tsx'
import { u } from '../../ui/stage.ts'

interface BottomSheetProps {
  readonly heightU: number
  readonly paper: Paper
  /** False where it fills the wall. */
  readonly isCut: boolean
}

/** A paper from the foot of the wall, its upper edge cut 1.5 degrees off square. */
export function BottomSheet({ heightU, paper, isCut }: BottomSheetProps) {
  return (
    <div
      className="at"
      data-paper={paper}
      data-sheet=""
      aria-hidden="true"
      style={{ left: 0, right: 0, bottom: 0, height: u(heightU) }}
    >
      <i className="sheet" style={isCut ? cutEdge('Y', -1, '100% 0') : { inset: 0 }} />
    </div>
  )
}
