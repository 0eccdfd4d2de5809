import type { CSSProperties } from 'react'
import type { Evidence, Media } from '../core/item.ts'
import { useMediaUrl } from './media-url.ts'
import { PaperPicture } from './PaperPicture.tsx'
import { PencilPicture } from './PencilPicture.tsx'
import { useStage } from './StageBox.tsx'
import { u } from './stage.ts'

/** Proportions of the drawings of this product, for a picture that does not tell its own. */
const DRAWING = { width: 860, height: 1080 }

interface FigureProps {
  readonly media: Media
  readonly evidence: Evidence
  readonly alt: string
  /** Height in u; the width follows from the picture and is never stretched. */
  readonly heightU: number
  /** Where it stands: left, right, top, bottom and the like. */
  readonly style?: CSSProperties
  /** Text must not touch it. */
  readonly solid?: boolean
}

/** Width in u of a picture that is `heightU` high. */
export function figureWidth(media: Media, heightU: number): number {
  return (heightU * (media.width ?? DRAWING.width)) / (media.height ?? DRAWING.height)
}

/** A bust is cut at its foot and bleeds off the wall; a wider cut-out (a badge, a seated pair) is whole and keeps clear of it. */
export function bleeds(media: Media): boolean {
  return (media.width ?? DRAWING.width) / (media.height ?? DRAWING.height) < 0.88
}

/** A cut-out: solid where we know, ruled where we half know, a pencil outline where we assume. */
export function Figure({ media, evidence, alt, heightU, style, solid = false }: FigureProps) {
  const { stage } = useStage()
  const src = useMediaUrl()(media)
  const widthU = figureWidth(media, heightU)
  const box: CSSProperties = { width: u(widthU), height: u(heightU), ...style }
  const size = { widthPx: widthU * stage.u, heightPx: heightU * stage.u, u: stage.u }
  return (
    <div className={`figure ${evidence}`} style={box} {...(solid ? { 'data-solid': '' } : {})}>
      {evidence === 'research' ? <img className="picture" src={src} alt={alt} draggable={false} /> : null}
      {evidence === 'partial' ? <PaperPicture src={src} alt={alt} /> : null}
      {evidence === 'assumption' ? (
        <PencilPicture src={src} alt={alt} bleeds={bleeds(media)} {...size} />
      ) : null}
    </div>
  )
}

interface PhotoProps {
  readonly media: Media
  readonly alt: string
  /** The largest box that it may fill, in u. */
  readonly widthU: number
  readonly heightU: number
  readonly style?: CSSProperties
  readonly solid?: boolean
}

/** A picture with a ground of its own: a rectangle of paper with cut edges, in its own proportions. */
export function Photo({ media, alt, widthU, heightU, style, solid = false }: PhotoProps) {
  const src = useMediaUrl()(media)
  const size = photoSize(media, widthU, heightU)
  const cut = 'polygon(0 0.9%, 99.2% 0, 100% 99.3%, 0.8% 100%)'
  const box: CSSProperties = { width: u(size.widthU), height: u(size.heightU), clipPath: cut, ...style }
  return (
    <div className="photo" style={box} {...(solid ? { 'data-solid': '' } : {})}>
      <img src={src} alt={alt} draggable={false} />
    </div>
  )
}

/** The largest size of a picture inside a box, u, keeping its proportions. */
export function photoSize(
  media: Media,
  widthU: number,
  heightU: number,
): { widthU: number; heightU: number } {
  const aspect = (media.width ?? 1) / (media.height ?? 1)
  return widthU / heightU > aspect
    ? { widthU: heightU * aspect, heightU }
    : { widthU, heightU: widthU / aspect }
}

interface HoleProps {
  /** Height in u; as wide as a bust. */
  readonly heightU: number
  readonly style?: CSSProperties
  readonly solid?: boolean
}

/** What we do not know of a face: the hole that a bust left in the paper. */
export function BustHole({ heightU, style, solid = false }: HoleProps) {
  const box: CSSProperties = {
    width: u((heightU * DRAWING.width) / DRAWING.height),
    height: u(heightU),
    ...style,
  }
  return (
    <svg
      className="hole"
      viewBox="0 0 860 1080"
      style={box}
      aria-hidden="true"
      {...(solid ? { 'data-solid': '' } : {})}
    >
      <path d="M40 1090C60 884 152 792 332 728L366 700 372 566C306 510 290 424 294 352 300 222 366 150 448 152 534 154 592 226 590 356 588 434 566 514 508 566L514 700 560 730C742 790 812 890 830 1090Z" />
    </svg>
  )
}

/** The empty chair, as a hole in the paper of nobody. */
export function ChairHole({ heightU, style }: HoleProps) {
  const box: CSSProperties = { width: u((heightU * 660) / 1180), height: u(heightU), ...style }
  return (
    <svg className="hole" viewBox="200 0 660 1180" style={box} aria-hidden="true">
      <path d="M300 60L620 40 640 560 320 580Z" />
      <path d="M300 620L690 596 740 690 280 720Z" />
      <path d="M296 712L338 710 300 1190 258 1190Z" />
      <path d="M690 690L734 688 794 1190 752 1190Z" />
      <path d="M420 706L450 704 444 1060 416 1060Z" />
      <path d="M610 696L640 694 660 1060 632 1060Z" />
    </svg>
  )
}
