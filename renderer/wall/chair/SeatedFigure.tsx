import type { CSSProperties } from 'react'
import { type Drawn, type LifeSize, lifeSize } from '../../core/chair/life-size.ts'
import type { ChairPersona } from '../../core/chair/view.ts'
import type { ScreenView } from '../../core/contract.ts'
import type { Media } from '../../core/item.ts'
import { mmPerPixel } from '../../core/legibility.ts'
import { Figure, Photo } from '../../ui/Figure.tsx'
import { cutEdge } from '../../ui/Sheet.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import type { Stage } from '../../ui/slide-props.ts'
import { cutOffset, u } from '../../ui/stage.ts'
import { panelOf } from './scene-props.ts'

export interface Seat {
  readonly media: Media
  readonly drawn: Drawn
  readonly size: LifeSize
}

/** Where she sits, in px of the stage; undefined where there is no picture of her, or nothing but a silhouette. */
export function seatOf(
  persona: ChairPersona,
  screen: ScreenView,
  stage: Stage,
  /** Height of the paper that she sits before, px. */
  paperPx: number,
): Seat | undefined {
  const seated = persona.seated?.cutout === false ? undefined : persona.seated
  const media = seated ?? persona.portrait
  if (!media?.width || !media.height || isSilhouette(media)) return undefined
  const drawn: Drawn = seated ? 'seated' : media.cutout === false ? 'photo' : 'bust'
  const size = lifeSize({
    drawn,
    picture: { width: media.width, height: media.height },
    heightMm: persona.heightMm,
    mmPerPixel: mmPerPixel(panelOf(screen, stage)),
    panelHeightPx: paperPx,
    pixelRatio: globalThis.devicePixelRatio,
    lowerEdgeMm: screen.lowerEdgeMm,
  })
  return { media, drawn, size }
}

/** Of one colour: somebody of whom we know nothing but that she is there. */
function isSilhouette({ cutout, colours }: Media): boolean {
  return cutout === true && colours?.length === 1
}

interface SeatedFigureProps {
  readonly persona: ChairPersona
  readonly seat: Seat
  /** Width of the paper before which she sits, u: she is in its middle, and what is wider than it is cut at its edges. */
  readonly widthU: number
}

/** The persona at life size, cut off at the table or at the panel's lower edge. Fills its positioned parent. */
export function SeatedFigure({ persona, seat, widthU }: SeatedFigureProps) {
  const { stage } = useStage()
  const { media, drawn, size } = seat
  const inU = (px: number): number => px / stage.u
  const alt = persona.alt ?? persona.name
  const left = (widthU - inU(size.widthPx)) / 2
  const place: CSSProperties = { left: u(left), bottom: u(inU(size.bottomPx)) }
  const picture = { media, alt, style: place }
  return (
    <>
      {drawn === 'photo' ? (
        <Photo {...picture} widthU={inU(size.widthPx)} heightU={inU(size.heightPx)} />
      ) : (
        <Figure {...picture} evidence={persona.evidence} heightU={inU(size.heightPx)} />
      )}
      {size.tablePx > 0 ? <Table heightU={inU(size.tablePx) + cutOffset(widthU)} /> : null}
    </>
  )
}

/** The table that hides the rest of her, where the panel begins below it: the wall's own paper. */
function Table({ heightU }: { readonly heightU: number }) {
  const plane = { ...cutEdge('Y', -1, '100% 0'), background: 'var(--wall)' }
  return (
    <div className="at" aria-hidden="true" style={{ left: 0, right: 0, bottom: 0, height: u(heightU) }}>
      <i className="at" style={plane} />
    </div>
  )
}
