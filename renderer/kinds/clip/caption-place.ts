import type { Script } from '../../ui/script.ts'
import { LANDSCAPE_PAGE, type PageSize, PORTRAIT_PAGE } from '../call/caption-pages.ts'

/** Where captions of a film stand, and how many of them at once. Lengths in u. */
export interface CaptionPlace {
  readonly c: number
  readonly page: PageSize
  readonly widthU: number
  readonly heightU: number
}

/** On a picture captions are the lead's size: they cover what they are about. */
const LABEL_C = 1.41
/** On paper they are her words, and large; less where there is less room. */
const PAPER_C = [2, 1.92, 1.6, 1.41, 1.2, 1] as const
/** Mean width of a letter of Literata at c 1, u: from English prose, as in the captions of a call. */
const LETTER_U = 0.604
/** The name above the words, u. */
const NAME_U = 2.1

/** Line height over font size, as the style sheet of the call sets it; Arabic is also a tenth larger. */
const LINE: Readonly<Record<Script, number>> = {
  latin: 1.18,
  hebrew: 1.18,
  cjk: 1.4,
  arabic: 1.1 * 1.42,
  thai: 1.42,
  devanagari: 1.42,
}

/** On a label over the picture: at most 2 lines of 42, as wide as three quarters of the wall. */
export function labelPlace(liveU: number, script: Script): CaptionPlace {
  return placed(LABEL_C, LANDSCAPE_PAGE, Math.min(40, liveU * 0.72), script)
}

/** On paper, in a box of this size: the largest type that has two lines, on a tall wall three. */
export function paperPlace(
  box: { readonly widthU: number; readonly heightU: number },
  portrait: boolean,
  script: Script,
): CaptionPlace {
  const most = portrait ? PORTRAIT_PAGE : LANDSCAPE_PAGE
  const wanted = portrait ? 3 : 2
  const linesAt = (c: number): number => Math.floor((box.heightU - NAME_U) / lineU(c, script) + 1e-9)
  const c = PAPER_C.find((each) => linesAt(each) >= wanted) ?? 1
  const lines = Math.max(1, Math.min(most.lines, linesAt(c)))
  return { ...placed(c, { ...most, lines }, box.widthU, script), widthU: box.widthU }
}

function placed(c: number, most: PageSize, widthU: number, script: Script): CaptionPlace {
  const columns = Math.max(10, Math.min(most.columns, Math.floor(widthU / (c * LETTER_U))))
  return { c, page: { columns, lines: most.lines }, widthU, heightU: NAME_U + most.lines * lineU(c, script) }
}

function lineU(c: number, script: Script): number {
  return (c * LINE[script]) / 0.7
}

/** The size at which the widest line, measured at the place's own size, has room; never under body size. */
export function fittedC({ c, widthU }: CaptionPlace, widestU: number): number {
  if (widestU <= widthU) return c
  return Math.max(1, Math.floor(((c * widthU) / widestU) * 20) / 20)
}
