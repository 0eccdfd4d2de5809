import { sizesDown } from '../../ui/fit.ts'

/** What a journey on a portrait wall tries, from generous to tight. The hill is turned: good to the right, time down. */
export interface PortraitLayout {
  readonly headC: number
  readonly nameC: number
  readonly quoteC: number
  /** Each of her sentences is a line. */
  readonly breaks: boolean
  readonly steps: boolean
  readonly time: boolean
  readonly quote: boolean
  /** Least distance between two phases, u. */
  readonly gapU: number
  readonly tight: boolean
}

const PLAIN = { nameC: 1, tight: false }

export function portraitLayouts(has: {
  steps: boolean
  time: boolean
  quote: boolean
  breaks: boolean
}): PortraitLayout[][] {
  const sized = (ways: typeof has): PortraitLayout[] =>
    sizesDown(1.41, 1.2).map((quoteC, index, all) => ({
      ...PLAIN,
      ...ways,
      quoteC,
      headC: 2.4 - (0.48 * index) / (all.length - 1),
      gapU: 1.1 - (0.5 * index) / (all.length - 1),
    }))
  const running = { ...has, breaks: false }
  const least = {
    ...PLAIN,
    breaks: false,
    steps: false,
    time: false,
    quote: false,
    quoteC: 1.2,
    headC: 1.92,
    gapU: 0.2,
  }
  return [
    ...(has.breaks ? [sized(has)] : []),
    sized(running),
    ...(has.steps ? [sized({ ...running, steps: false })] : []),
    ...(has.time ? [sized({ ...running, steps: false, time: false })] : []),
    ...(has.quote ? [sized({ ...running, steps: false, time: false, quote: false })] : []),
    [least, { ...least, nameC: 0.75, gapU: 0.1 }, { ...least, nameC: 0.75, gapU: 0, tight: true }],
  ]
}

/** Where the turned hill stands, u from the left edge (from the right one where lines run to the left). */
export interface TurnedShape {
  readonly neutralU: number
  readonly bestU: number
  readonly worstU: number
  readonly flatU: number
  /** Where the words begin. */
  readonly textU: number
}

/** A hill of a little under half of the wall. */
export function turnedShape(widthU: number): TurnedShape {
  const scale = widthU / 35.67
  return {
    neutralU: 9.4 * scale,
    bestU: 14.6 * scale,
    worstU: 4.2 * scale,
    flatU: 7 * scale,
    textU: 16 * scale,
  }
}

/** A narrow one, for a phase that has the wall to itself. */
export function narrowShape(widthU: number): TurnedShape {
  const scale = widthU / 35.67
  return {
    neutralU: 5.2 * scale,
    bestU: 7.6 * scale,
    worstU: 2.8 * scale,
    flatU: 4 * scale,
    textU: 10.2 * scale,
  }
}
