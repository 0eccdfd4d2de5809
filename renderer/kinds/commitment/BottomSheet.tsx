import type { Paper } from '../../core/brand.ts'
import { useStage } from '../../ui/StageBox.tsx'
import { cutOffset, u } from '../../ui/stage.ts'

interface BottomSheetProps {
  readonly heightU: number
  readonly paper: Paper
  /** False where it fills the wall. */
  readonly cut: boolean
}

/** A paper from the foot of the wall, its upper edge cut 1.5 degrees off square. */
export function BottomSheet({ heightU, paper, cut }: BottomSheetProps) {
  const { grid } = useStage()
  const offset = cut ? u(cutOffset(grid.widthU)) : '0px'
  return (
    <div
      className="sheet"
      data-paper={paper}
      data-sheet=""
      aria-hidden="true"
      style={{
        left: 0,
        right: 0,
        bottom: 0,
        height: u(heightU),
        clipPath: `polygon(0 ${offset}, 100% 0, 100% 100%, 0 100%)`,
      }}
    />
  )
}
