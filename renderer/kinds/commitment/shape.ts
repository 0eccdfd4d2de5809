import type { Shape } from '../../ui/slide-props.ts'
import { cutOffset, type Grid } from '../../ui/stage.ts'

/** A half of the wall for text, u from the stage's edges. */
export interface HalfBox {
  readonly startU: number
  readonly widthU: number
  readonly topU: number
  readonly bottomU: number
}

/** `beside` splits the wall upright, `below` across; `whole` is all ours. */
export interface CommitmentShape {
  readonly type: 'beside' | 'below' | 'whole'
  /** Width or height of the paper of what we did, u. */
  readonly sheetU: number
  /** How far the frame's source may run before it meets that paper, u. */
  readonly sourceU: number
  /** What the frame has on that paper, u: the room's name and the ticks stand on it whole or not at all. */
  readonly frameU: number
  readonly said: HalfBox
  readonly did: HalfBox
}

/** Part of the live width where the paper begins, where her words end, and where ours begin. */
const PAPER_AT = 27 / 56
const SAID_PART = 23.5 / 56
const DID_AT = 31 / 56
/** A bold letter's usual width and a line's height in the frame, u. */
const LETTER_U = 0.56
const SOURCE_LINE_U = 1.4
/** Forty ticks and the gap before them, u. */
const TICKS_U = 11.4

/** Whether the room's name and the ticks fit the frame's part of our paper. */
export function holdsName({ frameU }: CommitmentShape, name: string): boolean {
  return [...name].length * LETTER_U + TICKS_U <= frameU
}

/** What the frame takes; on a portrait wall of few u its lines wrap. */
function footU({ liveU }: Grid, shape: Shape): number {
  if (shape === 'landscape') return 5.2
  return liveU < 28 ? 8.8 : 7.2
}

/** How the wall is split; `sourceLetters` is the length of the frame's source, above whose lines her words end. On an ultra-wide wall the text stays at its beginning and the paper grows. */
export function commitmentShape(
  grid: Grid,
  shape: Shape,
  split: boolean,
  sourceLetters: number,
): CommitmentShape {
  const { widthU, heightU, startU, liveU, topU } = grid
  const whole = { startU, widthU: Math.min(liveU, 46), topU, bottomU: footU(grid, shape) }
  if (!split)
    return { type: 'whole', sheetU: heightU, sourceU: liveU, frameU: liveU, said: whole, did: whole }
  if (shape === 'portrait') {
    // Few u hold what we did only in the larger part.
    const sheetU = heightU * (liveU < 28 ? 0.6 : 0.54)
    return {
      type: 'below',
      sheetU,
      sourceU: liveU,
      frameU: liveU,
      said: { ...whole, widthU: liveU, bottomU: sheetU + 1 },
      // Below the higher end of the cut.
      did: { ...whole, widthU: liveU, topU: heightU - sheetU + 2.6 },
    }
  }
  // Text keeps 56 u, however wide the wall.
  const textU = Math.min(liveU, 56)
  // The paper's edge is cut away from the foot.
  const sourceU = textU * PAPER_AT + cutOffset(heightU) - 1.2
  const sourceLines = Math.ceil((sourceLetters * LETTER_U) / sourceU)
  return {
    type: 'beside',
    sheetU: widthU - startU - textU * PAPER_AT,
    sourceU,
    frameU: textU * (1 - PAPER_AT) - cutOffset(heightU) - 0.4,
    said: { ...whole, widthU: textU * SAID_PART, bottomU: whole.bottomU + (sourceLines - 1) * SOURCE_LINE_U },
    did: { ...whole, startU: startU + textU * DID_AT, widthU: textU * (1 - DID_AT) },
  }
}
