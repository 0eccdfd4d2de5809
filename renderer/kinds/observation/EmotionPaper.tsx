import type { Paper } from '../../core/brand.ts'
import { useStage } from '../../ui/StageBox.tsx'
import type { Grid } from '../../ui/stage.ts'
import { u } from '../../ui/stage.ts'
import { We } from '../../ui/Text.tsx'
import type { Emotion } from './schema.ts'
import { DRAWN_DEPTH, type EdgePoint, type EmotionShape, emotionShape } from './shapes.ts'

export type Side = 'left' | 'right' | 'top'

/** The word on the shape; it shrinks with it. */
const WORD_C = 1.41
/** What the words take beside the shape where there is room for more, u. */
const WORDS_U = 37

/** How deep the shape reaches into the wall, u, and how much of that is plain paper. */
export function shapeDepth(
  grid: Grid,
  portrait: boolean,
): { readonly depthU: number; readonly scale: number; readonly extraU: number } {
  const { widthU, heightU, startU } = grid
  const scale = Math.min(1, Math.max(0.8, portrait ? heightU / 63.4 : widthU / 63.4))
  const drawn = DRAWN_DEPTH * scale
  const extraU = portrait ? 0 : Math.max(0, widthU - startU - WORDS_U - 2.4 - drawn)
  return { depthU: drawn + extraU, scale, extraU }
}

interface EmotionPaperProps {
  readonly emotion: Emotion
  readonly side: Side
  readonly paper: Paper
  /** The emotion in the room's language. */
  readonly word: string
}

/** A cut-paper shape from the edge of the wall, with the emotion that it is named on it. */
export function EmotionPaper({ emotion, side, paper, word }: EmotionPaperProps) {
  const { stage, grid } = useStage()
  const portrait = side === 'top'
  const { scale, extraU } = shapeDepth(grid, portrait)
  const shape = emotionShape(emotion, { alongU: portrait ? grid.widthU : grid.heightU, scale, extraU })
  const at = (point: EdgePoint): { x: number; y: number } => onWall(point, side, grid)
  // Under the head of a tall wall the word has the paper's whole width, and stands nearer to the edge.
  const label = at(portrait ? { ...shape.label, depth: shape.label.depth * 0.75 } : shape.label)
  return (
    <>
      <svg
        className="at"
        data-paper={paper}
        data-sheet=""
        aria-hidden="true"
        width={grid.widthU * stage.u}
        height={grid.heightU * stage.u}
        viewBox={`0 0 ${grid.widthU} ${grid.heightU}`}
        style={{ inset: 0, overflow: 'visible' }}
      >
        {shape.pieces.map((piece, index) => (
          <path key={index} d={`${pathOf(piece.map(at))}Z`} fill="var(--their)" />
        ))}
        {shape.rope ? <Rope rope={shape.rope} at={at} /> : null}
      </svg>
      <div className="on" data-paper={paper} data-rise="1">
        <We
          c={WORD_C * scale}
          strong
          className="at"
          style={{
            left: u(label.x),
            top: u(label.y),
            translate: '-50% -50%',
            whiteSpace: 'nowrap',
            position: 'absolute',
          }}
        >
          {word}
        </We>
      </div>
    </>
  )
}

function onWall({ along, depth }: EdgePoint, side: Side, { widthU }: Grid): { x: number; y: number } {
  switch (side) {
    case 'top':
      return { x: along, y: depth }
    case 'left':
      return { x: depth, y: along }
    case 'right':
      return { x: widthU - depth, y: along }
  }
}

function pathOf(points: readonly { readonly x: number; readonly y: number }[]): string {
  return `M${points.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}`
}

interface RopeProps {
  readonly rope: NonNullable<EmotionShape['rope']>
  readonly at: (point: EdgePoint) => { x: number; y: number }
}

/** Points that are drawn at once: short enough that a turn covers an earlier one, and not itself. */
const STRETCH = 6
/** Gap between two turns that lie over each other, u. */
const GAP_U = 0.4

/** Drawn stretch by stretch, each with its gap, so that what comes later lies over what came before. */
function Rope({ rope, at }: RopeProps) {
  const { line, widthU } = rope
  const starts = Array.from({ length: Math.ceil((line.length - 1) / STRETCH) }, (_, index) => index * STRETCH)
  return starts.map((start) => {
    // Both reach a little into the stretch before, or its end would show as a seam.
    const gap = pathOf(line.slice(Math.max(0, start - 1), start + STRETCH + 2).map(at))
    const strip = pathOf(line.slice(Math.max(0, start - 3), start + STRETCH + 1).map(at))
    return (
      <g key={start} fill="none">
        <path d={gap} stroke="var(--wall)" strokeWidth={widthU + 2 * GAP_U} />
        <path d={strip} stroke="var(--their)" strokeWidth={widthU} strokeLinejoin="round" />
      </g>
    )
  })
}
