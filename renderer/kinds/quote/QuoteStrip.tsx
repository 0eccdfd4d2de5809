import { Sheet } from '../../ui/Sheet.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import type { Shape } from '../../ui/slide-props.ts'
import type { Grid } from '../../ui/stage.ts'
import type { QuoteView } from './view.ts'

/** Width of the text beside the strip in landscape, u; the strip is 9.5 u where that leaves room. */
const TEXT_U = 46.5

/** A strip of the speaker's paper: at the end of the lines, or above them on a portrait wall. */
export function QuoteStrip({ view }: { readonly view: QuoteView }) {
  const { stage, grid } = useStage()
  const side = stage.shape === 'portrait' ? 'top' : view.dir === 'rtl' ? 'left' : 'right'
  return (
    <Sheet
      side={side}
      sizeU={stripSize(grid, stage.shape)}
      paper={view.paper}
      evidence={view.item.envelope.evidence ?? 'research'}
    />
  )
}

interface StripBox {
  readonly textU: number
  readonly topU: number
  readonly bottomU: number
  /** The strip holds the lower end, so that room name and ticks give way. */
  readonly short: boolean
}

/** Where the text stands with or without a strip. */
export function stripBox(grid: Grid, shape: Shape, strip: boolean): StripBox {
  if (shape === 'portrait') {
    const topU = strip ? stripSize(grid, shape) + 2.4 : grid.topU
    return { textU: grid.liveU, topU, bottomU: 7.2, short: false }
  }
  const textU = strip ? grid.widthU - grid.startU - stripSize(grid, shape) - 3 : grid.liveU
  return { textU: Math.min(textU, grid.liveU), topU: grid.topU, bottomU: 5, short: strip }
}

function stripSize(grid: Grid, shape: Shape): number {
  if (shape === 'portrait') return Math.min(6.4, grid.heightU * 0.12)
  const usual = Math.min(9.5, grid.widthU * 0.15)
  return grid.widthU / grid.heightU > 1.95 ? Math.max(usual, grid.widthU - grid.startU - TEXT_U - 3.7) : usual
}
