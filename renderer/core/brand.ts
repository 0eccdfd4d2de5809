import { z } from 'zod'
import { contrast, fromOklch, HEX_COLOUR, parseHex, type Rgb, toHex, toOklch } from './colour.ts'

/** An organisation's own colour among the papers: it replaces the one that it is most like (look, "Tokens"). */

/** The papers that personas own, in order of assignment (look, "Tokens"). */
export const PAPERS = ['ochre', 'sky', 'clay', 'sage', 'straw'] as const
export type Paper = (typeof PAPERS)[number]

/** As `tokens.css` has them. */
export const PAPER_COLOURS: Readonly<Record<Paper, string>> = {
  ochre: '#e2a93b',
  sky: '#8fb9c6',
  clay: '#e59d7d',
  sage: '#a9ba8a',
  straw: '#e4d19a',
}
export const PAPER_INK = '#1e1a17'
/** Wanted of ink on every paper (WCAG 2, success criterion 1.4.6). */
export const PAPER_CONTRAST = 7

const NOT_A_COLOUR = 'is not a colour that we can read: write it as "#0a7d55", in quotes'

export const brandSchema = z.object(
  {
    colour: z.string({ error: NOT_A_COLOUR }).regex(HEX_COLOUR, { error: NOT_A_COLOUR }),
    /** Which paper it replaces; the one nearest to it in hue where absent. */
    paper: z
      .enum(PAPERS, { error: `has to be ${PAPERS.slice(0, -1).join(', ')} or ${PAPERS.at(-1)}` })
      .optional(),
  },
  { error: 'needs a colour: {colour: "#0a7d55"}' },
)
export type Brand = Readonly<z.infer<typeof brandSchema>>

/** A paper of the organisation's own colour. */
export interface BrandPaper {
  readonly paper: Paper
  /** `#rrggbb`, on which ink has 7:1 or more. */
  readonly colour: string
}

/** The brand's paper: its hue is kept, its OKLCH lightness is raised until ink reaches 7:1 on it. */
export function brandPaper({ colour, paper }: Brand): BrandPaper {
  const wanted = parseHex(colour)
  return { paper: paper ?? nearestPaper(wanted), colour: toHex(legible(wanted)) }
}

function legible(colour: Rgb): Rgb {
  if (isLegible(colour)) return colour
  const { l, c, h } = toOklch(colour)
  // White is legible, so the search has an end.
  let [low, high] = [l, 1]
  for (let step = 0; step < 20; step += 1) {
    const middle = (low + high) / 2
    if (isLegible(fromOklch({ l: middle, c, h }))) high = middle
    else low = middle
  }
  return fromOklch({ l: high, c, h })
}

/** Judged as it will be drawn: in whole channels. */
function isLegible(colour: Rgb): boolean {
  return contrast(parseHex(toHex(colour)), parseHex(PAPER_INK)) >= PAPER_CONTRAST
}

/** Papers are told apart by hue, so the one that goes is the one whose place the brand's hue takes. */
function nearestPaper(colour: Rgb): Paper {
  const { h } = toOklch(colour)
  const apart = (paper: Paper): number => {
    const difference = Math.abs(h - toOklch(parseHex(PAPER_COLOURS[paper])).h)
    return Math.min(difference, 2 * Math.PI - difference)
  }
  return PAPERS.reduce((nearest, paper) => (apart(paper) < apart(nearest) ? paper : nearest))
}
