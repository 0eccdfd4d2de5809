import { pencilPath } from './pencil.ts'

/** Shadows are ruled at 58 degrees, as the drawings are. */
const RULE_ANGLE = (58 * Math.PI) / 180
const RULE_PITCH_U = 0.26
const PAD_U = 0.4
/** The canvas reaches so far below the picture that no line is drawn where the picture ends: it runs out of the wall. */
export const FOOT_U = 1
/** Filters cost by the pixel, on the processor where there is no GPU; on a larger wall the sketch is enlarged. */
const MOST_PX = 1_150

/** Size of the canvas in its own px, and how many of them make one u. */
export interface SketchSize {
  readonly width: number
  readonly height: number
  readonly u: number
}

/** The canvas for a picture of this size on the wall, px. */
export function sketchSize(widthPx: number, heightPx: number, u: number, footU: number): SketchSize {
  const wholePx = heightPx + u * footU
  const scale = Math.min(1, MOST_PX / Math.max(widthPx, wholePx))
  return { width: Math.round(widthPx * scale), height: Math.round(wholePx * scale), u: u * scale }
}

/** Between two steps, ms: the page is heard of, and what was drawn is painted. */
const BREATH_MS = 30
let last: Promise<void> = Promise.resolve()

/**
 * Sketches of one scene are drawn one after the other, and each in its steps: in one go they would stop the page for
 * longer than the host waits for a sign of life, where a machine has much else to do.
 */
export function inTurn(draw: () => Iterable<void>): void {
  last = last.then(async () => {
    for (const _step of draw()) await new Promise((resolve) => setTimeout(resolve, BREATH_MS))
  })
}

interface Sketch {
  /** Prefix of the filters in the document. */
  readonly id: string
  /** In px of the canvas. */
  readonly u: number
  /** How far the canvas reaches below a picture that bleeds; 0 for one that is whole. */
  readonly footU: number
}

/**
 * Draws `image` as a sketch in the canvas' own ink. Never reads pixels back: media is of another origin.
 */
export function* drawPencil(
  canvas: HTMLCanvasElement,
  image: HTMLImageElement,
  sketch: Sketch,
): Iterable<void> {
  const { id, u } = sketch
  const context = canvas.getContext('2d')
  const lines = filtered(canvas, image, `${id}edges`, sketch)
  yield
  const shadow = filtered(canvas, image, `${id}dark`, sketch)
  yield
  if (!context || !lines || !shadow) return
  const ink = getComputedStyle(canvas).getPropertyValue('--ink2').trim() || '#453E37'
  rule(shadow, u)
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.globalAlpha = 0.6
  context.drawImage(shadow.canvas, 0, 0)
  yield
  context.globalAlpha = 1
  context.filter = `url(#${id}firm)`
  context.drawImage(lines.canvas, 0, 0)
  yield
  context.globalAlpha = 0.5
  context.filter = `url(#${id}light)`
  context.drawImage(lines.canvas, 0, 0)
  context.filter = 'none'
  context.globalAlpha = 1
  context.globalCompositeOperation = 'source-in'
  context.fillStyle = ink
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.globalCompositeOperation = 'source-over'
}

/** The picture through one filter, on a canvas of its own. */
function filtered(
  like: HTMLCanvasElement,
  image: HTMLImageElement,
  filter: string,
  sketch: Sketch,
): CanvasRenderingContext2D | undefined {
  const layer = document.createElement('canvas')
  layer.width = like.width
  layer.height = like.height
  const context = layer.getContext('2d')
  if (!context) return undefined
  context.filter = `url(#${filter})`
  drawWhole(context, image, sketch)
  context.filter = 'none'
  return context
}

/** Keeps of what is drawn only parallel lines, each wavering a little. */
function rule(context: CanvasRenderingContext2D, u: number): void {
  const { width, height } = context.canvas
  const reach = Math.hypot(width, height) / 2
  const lines: string[] = []
  for (let y = -reach; y < reach; y += u * RULE_PITCH_U) {
    const ends = [
      { x: -reach, y },
      { x: reach, y },
    ]
    lines.push(pencilPath(ends, lines.length, u * 0.05, u * 1.6))
  }
  context.globalCompositeOperation = 'source-in'
  context.translate(width / 2, height / 2)
  context.rotate(RULE_ANGLE)
  context.lineWidth = u * 0.055
  context.stroke(new Path2D(lines.join('')))
}

/** A little smaller than the canvas at the sides and the top, so that a line at the edge is not cut; the foot runs out below. */
function drawWhole(context: CanvasRenderingContext2D, image: HTMLImageElement, { u, footU }: Sketch): void {
  const pad = u * PAD_U
  const { width, height: whole } = context.canvas
  const height = whole - u * footU
  const room = footU > 0 ? height : height - 2 * pad
  const scale = Math.min((width - 2 * pad) / image.naturalWidth, room / image.naturalHeight)
  const drawn = { width: image.naturalWidth * scale, height: image.naturalHeight * scale }
  context.drawImage(
    image,
    (width - drawn.width) / 2,
    height - drawn.height + (footU > 0 ? pad : -pad),
    drawn.width,
    drawn.height,
  )
}
