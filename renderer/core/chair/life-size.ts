/**
 * Where a seated person is drawn so that she is as large on the panel as she would be on a chair behind it. Pure geometry: mm in
 * the room, px on the panel. Nothing is ever scaled to fit: what has no room is cut off below.
 */

/** Height of a table, mm above the floor (CONTENT-MODEL, "Legible": a seated adult shows about 620 mm above it). */
export const TABLE_MM = 730
const SEAT_MM = 450
/** Sitting height over stature of adults: 0.52 to 0.53 (Bogin and Varela-Silva 2010). */
const SITTING_SHARE = 0.53
/** Stature where a persona does not tell hers, mm: 620 mm of her are above the table. */
export const USUAL_HEIGHT_MM = 1_700
/** From the crown to the chest, where a bust is cut, over stature: heads are an eighth of it, and a bust shows two. */
const BUST_SHARE = 0.275
/** Above the crown, as a share of a picture's height, drawings leave a little air. */
const AIR: Readonly<Record<Drawn, number>> = { seated: 0.021, bust: 0.135, photo: 0.08 }
/** Head and shoulders of anybody are above the table. */
const LEAST_SHARE = 0.3
/** However high the panel hangs, her face is on it: so much of her picture may be below its edge. */
const MOST_HIDDEN = 0.45
/** Nobody's crown touches the upper edge of the panel, mm. */
const LEAST_ABOVE_MM = 25

/** What a picture shows: a cut-out down to the table, one down to the chest, or a photograph of head and shoulders. */
export type Drawn = 'seated' | 'bust' | 'photo'

export interface LifeSizeInput {
  readonly drawn: Drawn
  /** Size of the picture's file, px. */
  readonly picture: { readonly width: number; readonly height: number }
  /** Body height, mm; `USUAL_HEIGHT_MM` where absent. */
  readonly heightMm?: number | undefined
  readonly mmPerPixel: number
  /** Height of the panel's picture, px. */
  readonly panelHeightPx: number
  /** Device pixels per px: a picture must have as many. */
  readonly pixelRatio?: number | undefined
  /** Of the picture's lower edge above the floor, mm; as high as a table where absent. */
  readonly lowerEdgeMm?: number | undefined
}

export interface LifeSize {
  /** Size of the whole picture, px. */
  readonly widthPx: number
  readonly heightPx: number
  /** Of its lower edge above the panel's, px; below 0 it is cut there. */
  readonly bottomPx: number
  /** Where the table's edge is, px above the panel's lower edge; 0 where the panel begins higher. */
  readonly tablePx: number
  /** 1, or less where the picture has too few pixels for life size. */
  readonly scale: number
  /** Height in px that life size asks of the picture's file, device pixels. */
  readonly neededPx: number
}

/** How much of a seated person is seen above a table, mm. A small child has something put under it, as at any table. */
export function aboveTableMm(heightMm: number = USUAL_HEIGHT_MM): number {
  return Math.max(LEAST_SHARE * heightMm, SEAT_MM + SITTING_SHARE * heightMm - TABLE_MM)
}

/** The most that a picture at life size may ask of a file, mm: the tallest persona, and the air above her. */
export const TALLEST_MM = 1_100

/** Places a picture. A seated cut-out ends where the table hides the rest; anything else is set so that its cut edge is hidden. */
export function lifeSize(input: LifeSizeInput): LifeSize {
  const {
    drawn,
    picture,
    heightMm,
    mmPerPixel,
    panelHeightPx,
    pixelRatio = 1,
    lowerEdgeMm = TABLE_MM,
  } = input
  const bodyMm = drawn === 'seated' ? aboveTableMm(heightMm) : BUST_SHARE * (heightMm ?? USUAL_HEIGHT_MM)
  const wholePx = bodyMm / (1 - AIR[drawn]) / mmPerPixel
  const neededPx = Math.ceil(wholePx * pixelRatio)
  const scale = Math.min(1, picture.height / pixelRatio / wholePx)
  const heightPx = wholePx * scale
  const tablePx = Math.max(0, (TABLE_MM - lowerEdgeMm) / mmPerPixel)
  // Where the panel begins above the table, she sits behind its lower edge.
  const hiddenPx = Math.min(MOST_HIDDEN * heightPx, Math.max(0, (lowerEdgeMm - TABLE_MM) / mmPerPixel))
  const crownPx = heightPx * (1 - AIR[drawn])
  const room = panelHeightPx - LEAST_ABOVE_MM / mmPerPixel
  const seatedPx = drawn === 'seated' ? tablePx - hiddenPx : tablePx
  return {
    widthPx: (heightPx * picture.width) / picture.height,
    heightPx,
    bottomPx: Math.min(seatedPx, room - crownPx),
    tablePx,
    scale,
    neededPx,
  }
}
