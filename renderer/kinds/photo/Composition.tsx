import type { CSSProperties, ReactNode } from 'react'
import { cutEdge } from '../../ui/Sheet.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { cutOffset, type Grid, u } from '../../ui/stage.ts'
import { type Corner, LABEL_BOTTOM_U, LABEL_PAD_U, LABEL_TOP_U } from './label-layouts.ts'
import type { Placement } from './placement.ts'

/** Where a picture, still or moving, and its words stand on a wall. */

interface Rectangle {
  readonly widthU: number
  readonly heightU: number
}

/** Size of the box that the picture covers, u. */
export function pictureBox(placement: Placement, { widthU, heightU }: Grid): Rectangle {
  switch (placement.type) {
    case 'bleed':
      return { widthU, heightU }
    case 'top':
      return { widthU, heightU: placement.heightU }
    case 'side':
      return { widthU: placement.widthU, heightU }
    case 'framed':
      return { widthU: placement.widthU, heightU: placement.heightU }
  }
}

interface PictureBoxProps {
  readonly placement: Placement
  readonly rtl: boolean
  readonly children: ReactNode
}

/** The picture's own place, cut 1.5 degrees off square where it meets the paper of the wall. */
export function PictureBox({ placement, rtl, children }: PictureBoxProps) {
  const { grid, stage } = useStage()
  const style = boxStyle(placement, grid, stage.shape === 'portrait', rtl)
  return (
    <div className="at" style={{ overflow: 'hidden', ...style }}>
      {children}
    </div>
  )
}

function boxStyle(placement: Placement, grid: Grid, portrait: boolean, rtl: boolean): CSSProperties {
  switch (placement.type) {
    case 'bleed':
      return { inset: 0 }
    case 'top': {
      const cut = u(cutOffset(grid.widthU))
      const clipPath = `polygon(0 0, 100% 0, 100% calc(100% - ${cut}), 0 100%)`
      return { insetInline: 0, top: 0, height: u(placement.heightU), clipPath }
    }
    case 'side': {
      const cut = u(cutOffset(grid.heightU))
      const clipPath = rtl
        ? `polygon(0 0, 100% 0, calc(100% - ${cut}) 100%, 0 100%)`
        : `polygon(0 0, 100% 0, 100% 100%, ${cut} 100%)`
      return { insetInlineEnd: 0, top: 0, bottom: 0, width: u(placement.widthU), clipPath }
    }
    case 'framed': {
      const size = { width: u(placement.widthU), height: u(placement.heightU) }
      const clipPath = 'polygon(0 0.9%, 99.2% 0, 100% 99.3%, 0.8% 100%)'
      if (placement.beside) return { ...size, clipPath, insetInlineEnd: 'var(--me)', top: u(grid.topU) }
      const start = portrait ? u((grid.widthU - placement.widthU) / 2) : 'var(--ms)'
      return { ...size, clipPath, insetInlineStart: start, top: u(grid.topU) }
    }
  }
}

/** What the frame takes of the foot of the wall, u. */
export function footU(portrait: boolean): number {
  return portrait ? 7.2 : 5
}

export interface WordsBox {
  readonly widthU: number
  readonly heightU: number
  readonly style: CSSProperties
}

/** Where the words stand on the wall's paper, beside or below the picture; undefined where they stand on a label. */
export function wordsBox(placement: Placement, grid: Grid, footU: number): WordsBox | undefined {
  const at = (topU: number, widthU: number): WordsBox => ({
    widthU,
    heightU: grid.heightU - topU - footU,
    style: { insetInlineStart: 'var(--ms)', width: u(widthU), top: u(topU), bottom: u(footU) },
  })
  switch (placement.type) {
    case 'bleed':
      return undefined
    case 'top':
      return at(placement.heightU + 1.6, grid.liveU)
    case 'side':
      return at(grid.topU, grid.widthU - grid.startU - placement.widthU - 2.4)
    case 'framed':
      return placement.beside
        ? at(grid.topU, grid.widthU - grid.startU - grid.endU - placement.widthU - 2.4)
        : at(grid.topU + placement.heightU + 1.6, grid.liveU)
  }
}

interface LabelProps {
  readonly corner: Corner
  readonly rtl: boolean
  /** Width of the words at most, u; the label is no wider than they are. */
  readonly widthU: number
  /** Height of the words at most, u. */
  readonly heightU: number
  /** Words that change keep the label as it is. */
  readonly still?: boolean
  readonly children: ReactNode
}

const PAD_TOP_U = 1.45
const PAD_BOTTOM_U = 1.65

/** Outer size of a label whose words take so much. */
export function labelSize(grid: Grid, corner: Corner['inline'], words: Rectangle): Rectangle {
  const margin = corner === 'start' ? grid.startU : grid.endU
  return { widthU: margin + words.widthU + LABEL_PAD_U, heightU: words.heightU + PAD_TOP_U + PAD_BOTTOM_U }
}

/** A label of the wall's paper from the edge of the wall, with its free end cut. */
export function PaperLabel({ corner, rtl, widthU, heightU, still = false, children }: LabelProps) {
  const { grid } = useStage()
  const right = (corner.inline === 'end') !== rtl
  const [start, end] =
    corner.inline === 'start' ? ['var(--ms)', u(LABEL_PAD_U)] : [u(LABEL_PAD_U), 'var(--me)']
  return (
    <div
      className="at"
      data-sheet=""
      style={{
        [right ? 'right' : 'left']: 0,
        ...(corner.block === 'top' ? { top: u(LABEL_TOP_U) } : { bottom: u(LABEL_BOTTOM_U) }),
        width: still ? u(labelSize(grid, corner.inline, { widthU, heightU }).widthU) : 'max-content',
        maxWidth: u(labelSize(grid, corner.inline, { widthU, heightU }).widthU),
        padding: `${u(PAD_TOP_U)} ${rtl ? start : end} ${u(PAD_BOTTOM_U)} ${rtl ? end : start}`,
      }}
    >
      <i
        className="at"
        aria-hidden="true"
        style={{
          background: 'var(--wall)',
          ...(right ? cutEdge('X', -1, '0 100%') : cutEdge('X', 1, '100% 100%')),
        }}
      />
      <div
        data-fit=""
        style={{ position: 'relative', ...(still ? { height: u(heightU) } : { maxHeight: u(heightU) }) }}
      >
        {children}
      </div>
    </div>
  )
}
