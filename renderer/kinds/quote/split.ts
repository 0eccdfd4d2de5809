import { wordCount } from '../../core/text.ts'

/** A verbatim that one slide cannot hold, cut where its sentences end. Nothing is lost and no word changes place. */

/** What a slide holds as one piece, words. */
export const LONGEST_WHOLE = 120
/** What each piece of a longer one holds at most, words. */
export const LONGEST_PART = 100

/** Pieces of `text` in order, of about equal length; one where it fits. `together` is a stretch that is not to be cut. */
export function splitVerbatim(text: string, together?: string): string[] {
  // A word is a letter at least.
  if (text.length <= LONGEST_WHOLE) return [text]
  const total = wordCount(text)
  if (total <= LONGEST_WHOLE) return [text]
  const wanted = total / Math.ceil(total / LONGEST_PART)
  const pieces: string[] = []
  let open = ''
  for (const stretch of stretches(text, together)) {
    const longer = wordCount(open + stretch)
    // Stop where stopping is nearer to the wanted length than going on.
    if (open.trim() !== '' && (longer > LONGEST_PART || longer - wanted > wanted - wordCount(open))) {
      pieces.push(open)
      open = stretch
    } else open += stretch
  }
  return [...pieces, open].map((piece) => piece.trim()).filter((piece) => piece !== '')
}

/** The smallest stretches that may be parted: sentences, clauses of an endless sentence, words of an endless clause. */
function stretches(text: string, together: string | undefined): string[] {
  const cut = segments(text, 'sentence').flatMap((sentence) =>
    tooLong(sentence)
      ? clauses(sentence).flatMap((clause) => (tooLong(clause) ? bundles(clause) : [clause]))
      : [sentence],
  )
  return together === undefined || tooLong(together)
    ? cut
    : joined(cut, text.indexOf(together), together.length)
}

function tooLong(text: string): boolean {
  return wordCount(text) > LONGEST_PART
}

function clauses(text: string): string[] {
  return text.split(/(?<=[,;:،、，；—–]\s*)(?=\S)/u)
}

/** Runs of words, short enough each. */
function bundles(text: string): string[] {
  const bundled: string[] = []
  let open = ''
  let count = 0
  for (const word of segments(text, 'word')) {
    open += word
    count += wordCount(word)
    if (count >= LONGEST_PART / 2 && /\s$/.test(word)) {
      bundled.push(open)
      open = ''
      count = 0
    } else if (count >= LONGEST_PART) {
      bundled.push(open)
      open = ''
      count = 0
    }
  }
  return open === '' ? bundled : [...bundled, open]
}

/** The same stretches, with those that touch [start, start + length) as one. */
function joined(cut: readonly string[], start: number, length: number): string[] {
  if (start < 0) return [...cut]
  const result: string[] = []
  let at = 0
  let holding = false
  for (const stretch of cut) {
    const end = at + stretch.length
    const touches = at < start + length && end > start
    if (touches && holding) result.push((result.pop() ?? '') + stretch)
    else result.push(stretch)
    holding = touches
    at = end
  }
  return result
}

const segmenters = {
  sentence: new Intl.Segmenter('en', { granularity: 'sentence' }),
  word: new Intl.Segmenter('en', { granularity: 'word' }),
} as const

function segments(text: string, granularity: keyof typeof segmenters): string[] {
  return [...segmenters[granularity].segment(text)].map((part) => part.segment)
}
