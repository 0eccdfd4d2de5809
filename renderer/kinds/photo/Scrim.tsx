import type { CSSProperties, ReactNode } from 'react'
import { cutEdge } from '../../ui/Sheet.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { cutOffset, u } from '../../ui/stage.ts'
import { LETTERS, SCRIM } from './scrim.ts'

/** Between the frame and the upper end of the full dark, and from there to none of it, u. */
const OVER_U = 0.7
const FADE_U = 4.6

/** How far the ground of the frame reaches up, u. */
export function groundU(frameTopU: number): number {
  return frameTopU + OVER_U
}

interface GroundProps {
  /** Alpha of the dark, or paper; unknown until it has been measured. */
  readonly alpha: number | 'paper' | undefined
  /** Upper edge of the frame, u from the foot of the wall. */
  readonly frameTopU: number
}

/** What the frame stands on: no more dark than its letters need, else a band of paper. */
export function FrameGround({ alpha, frameTopU }: GroundProps) {
  const { grid } = useStage()
  const fullU = groundU(frameTopU)
  if (alpha === 'paper') {
    const cutU = cutOffset(grid.widthU)
    return (
      <div
        className="at"
        data-sheet=""
        aria-hidden="true"
        style={{ insetInline: 0, bottom: 0, height: u(fullU + cutU) }}
      >
        <i className="at" style={{ background: 'var(--wall)', ...cutEdge('Y', -1, '100% 0') }} />
      </div>
    )
  }
  const dark = (share: number): string => `rgb(${SCRIM.join(' ')} / ${(alpha ?? 0) * share})`
  // Eased, since the upper end of a straight ramp shows as an edge.
  const stops = [
    `${dark(1)} ${u(fullU)}`,
    `${dark(0.72)} ${u(fullU + FADE_U * 0.28)}`,
    `${dark(0.26)} ${u(fullU + FADE_U * 0.66)}`,
    `${dark(0)} ${u(fullU + FADE_U)}`,
  ]
  return (
    <div
      className="at"
      aria-hidden="true"
      {...(alpha === undefined ? { 'data-pending': '' } : {})}
      style={{
        insetInline: 0,
        bottom: 0,
        height: u(fullU + FADE_U),
        background: `linear-gradient(to top, ${stops.join(', ')})`,
      }}
    />
  )
}

/** The frame with letters for its ground: light ones over the dark, ink on paper. */
export function OnGround({ alpha, children }: Pick<GroundProps, 'alpha'> & { readonly children: ReactNode }) {
  if (alpha === 'paper') return children
  const letters = `rgb(${LETTERS.join(' ')})`
  const style = { display: 'contents', '--ink': letters, '--ink2': letters, color: letters } as CSSProperties
  return <div style={style}>{children}</div>
}
