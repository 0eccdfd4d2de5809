import type { Emotion } from './schema.ts'

/**
 * What an emotion looks like, cut out of paper that comes from an edge of the wall. `along` runs along that edge, `depth` away
 * from it, both in u: the same shape hangs at the side of a wide wall and at the head of a tall one.
 */
export interface EdgePoint {
  readonly along: number
  readonly depth: number
}

export interface EmotionShape {
  /** Outlines to be filled; they overlap. */
  readonly pieces: readonly (readonly EdgePoint[])[]
  /** A strip that lies over itself, with its width; each turn of it covers what lies below with a gap. */
  readonly rope?: { readonly line: readonly EdgePoint[]; readonly widthU: number } | undefined
  /** Middle of the word that names it. */
  readonly label: EdgePoint
}

/** Length of the edge that the shapes are drawn for, u. */
const DRAWN_ALONG = 35.67
/** How deep each of them reaches, u. */
export const DRAWN_DEPTH = 21.3

interface Cut {
  /** Length of the edge, u. */
  readonly alongU: number
  /** Depths as drawn times this, 0.8..1. */
  readonly scale: number
  /** Paper between the edge and the drawn shape, on a wall with room to spare, u. */
  readonly extraU: number
}

export function emotionShape(emotion: Emotion, cut: Cut): EmotionShape {
  const drawn = DRAWINGS[emotion]
  const place = drawn.round ? wholePlace(cut) : edgePlace(cut)
  const ground = drawn.round || cut.extraU <= 0 ? [] : [slab(cut.alongU, cut.extraU + 0.1)]
  return {
    pieces: [...ground, ...drawn.pieces.map((piece) => piece.map((point) => atEdge(place(point), point)))],
    rope: drawn.rope && { widthU: drawn.rope.widthU * cut.scale, line: drawn.rope.line.map(place) },
    label: place(drawn.label),
  }
}

type Place = (point: EdgePoint) => EdgePoint

/** Along the whole edge, on a ground of paper where there is room for more. */
function edgePlace({ alongU, scale, extraU }: Cut): Place {
  const stretch = alongU / DRAWN_ALONG
  return ({ along, depth }) => ({ along: along * stretch, depth: depth * scale + extraU })
}

/** A round shape stays round: it grows as a whole, as far as the edge is long. */
function wholePlace({ alongU, scale, extraU }: Cut): Place {
  const grown = Math.min(scale + extraU / DRAWN_DEPTH, (1.16 * alongU) / DRAWN_ALONG)
  const middle = (MIDDLE * alongU) / DRAWN_ALONG
  return ({ along, depth }) => ({ along: middle + (along - MIDDLE) * grown, depth: depth * grown })
}

/** What reaches the edge goes on reaching it. */
function atEdge(placed: EdgePoint, { depth }: EdgePoint): EdgePoint {
  return depth <= 0 ? { ...placed, depth: 0 } : placed
}

function slab(alongU: number, depthU: number): EdgePoint[] {
  return polygon([0, 0], [0, depthU], [alongU, depthU], [alongU, 0])
}

function polygon(...points: readonly (readonly [along: number, depth: number])[]): EdgePoint[] {
  return points.map(([along, depth]) => ({ along, depth }))
}

const MIDDLE = 16.6
/** The word ends at the margin of a wide wall: so long a word and no longer has its middle here. */
const WORD_DEPTH = 10

/** Great uneven teeth. */
const SAW = polygon(
  [0, 0],
  [0, 4.9],
  [6.3, 6.5],
  [3.2, 11.9],
  [9.9, 10.9],
  [8.9, 17.2],
  [14.9, 14.1],
  [15.5, 20.2],
  [21.1, 15.7],
  [22.8, 20.9],
  [27.6, 15.5],
  [29.7, 19.5],
  [DRAWN_ALONG, 13.9],
  [DRAWN_ALONG, 0],
)

const TEETH = 13

/** Small even teeth, between two depths; `from` may be 0 for a piece that reaches the edge. */
function zigzag(nearU: number, farU: number, reach: number): EdgePoint[] {
  const points: EdgePoint[] = []
  for (let tooth = 0; tooth <= TEETH * 2; tooth += 1) {
    points.push({ along: (tooth * DRAWN_ALONG) / (TEETH * 2), depth: farU + (tooth % 2 === 0 ? 0 : reach) })
  }
  const back =
    nearU <= 0
      ? slab(DRAWN_ALONG, 0).slice(0, 2)
      : points.map(({ along, depth }) => ({ along, depth: depth - (farU - nearU) }))
  return nearU <= 0
    ? [{ along: 0, depth: 0 }, ...points, { along: DRAWN_ALONG, depth: 0 }]
    : [...points, ...back.reverse()]
}

/** Rays of a burst, as shares of the longest; uneven, as scissors are. */
const RAYS = [1, 0.86, 0.97, 0.82, 1, 0.9, 0.84, 1, 0.88, 0.96, 0.83, 0.98, 0.87, 0.93]

function burst(centre: EdgePoint, innerU: number, outerU: number): EdgePoint[] {
  return RAYS.flatMap((ray, index) => {
    const turn = (2 * Math.PI * index) / RAYS.length
    const half = Math.PI / RAYS.length
    return [onCircle(centre, outerU * ray, turn), onCircle(centre, innerU, turn + half)]
  })
}

function circle(centre: EdgePoint, radiusU: number): EdgePoint[] {
  return Array.from({ length: 60 }, (_, step) => onCircle(centre, radiusU, (2 * Math.PI * step) / 60))
}

function onCircle({ along, depth }: EdgePoint, radius: number, turn: number): EdgePoint {
  return { along: along + radius * Math.sin(turn), depth: depth + radius * Math.cos(turn) }
}

const PETALS = 8
const HEART: EdgePoint = { along: MIDDLE, depth: 6.4 }

function petals(): EdgePoint[][] {
  const around = Array.from({ length: PETALS }, (_, petal) =>
    onCircle(HEART, 9.9, (2 * Math.PI * petal) / PETALS),
  )
  return [circle(HEART, 9.2), ...around.map((centre) => circle(centre, 5))]
}

/** From one loop of the strip to the next, u. */
const PITCH = 9

/**
 * A strip that winds over itself along the edge, in and out of the paper (a prolate trochoid). Beside the word it is on its way
 * out.
 */
function windings(): EdgePoint[] {
  const [from, to] = [-9, DRAWN_ALONG + 9]
  const steps = 300
  return Array.from({ length: steps + 1 }, (_, step) => {
    const along = from + ((to - from) * step) / steps
    const turn = (2 * Math.PI * (along - MIDDLE)) / PITCH
    return { along: along - 3.6 * Math.sin(turn), depth: 18 + 2.6 * Math.cos(turn) }
  })
}

const DRAWINGS: Readonly<Record<Emotion, EmotionShape & { readonly round?: boolean }>> = {
  exasperation: { pieces: [SAW], label: { along: MIDDLE, depth: WORD_DEPTH } },
  irritation: {
    pieces: [zigzag(0, 13.6, 2.3), zigzag(15.2, 16.9, 2.3)],
    label: { along: MIDDLE, depth: 9 },
  },
  frustration: {
    pieces: [slab(DRAWN_ALONG, 15.4)],
    rope: { line: windings(), widthU: 1.5 },
    label: { along: MIDDLE, depth: 8.6 },
  },
  surprise: {
    round: true,
    pieces: [burst({ along: MIDDLE, depth: 6.3 }, 9.8, 15)],
    label: { along: MIDDLE, depth: 8.2 },
  },
  joy: { round: true, pieces: petals(), label: { along: MIDDLE, depth: 7.6 } },
}
