import { wordCount } from '../text.ts'

/** The part of a long verbatim that speaks of the topic: whole sentences, exactly as they stand there. */

export interface Stretch {
  readonly text: string
  /** Where it stands in the whole text, UTF-16 units. */
  readonly from: number
  readonly to: number
}

/** A text of so many words is left whole. */
const WHOLE_WORDS = 60
/** What is taken out of a longer one, words; one sentence that is longer is still not cut. */
const STRETCH_WORDS = 45

/** `score` tells how far a sentence speaks of the topic. */
export function chooseStretch(text: string, language: string, score: (sentence: string) => number): Stretch {
  if (wordCount(text) <= WHOLE_WORDS) return trimmed(text, 0, text.length)
  const sentences = sentencesOf(text, language)
  const scores = sentences.map(({ segment }) => score(segment))
  const best = scores.indexOf(Math.max(...scores))
  let [first, last] = [best, best]
  const wordsOf = (from: number, to: number): number =>
    wordCount(text.slice(sentences[from]?.index ?? 0, endOf(sentences[to])))
  for (let isLonger = true; isLonger; ) {
    isLonger = false
    if (last + 1 < sentences.length && wordsOf(first, last + 1) <= STRETCH_WORDS) {
      last += 1
      isLonger = true
    } else if (first > 0 && wordsOf(first - 1, last) <= STRETCH_WORDS) {
      first -= 1
      isLonger = true
    }
  }
  return trimmed(text, sentences[first]?.index ?? 0, endOf(sentences[last]))
}

interface Sentence {
  readonly segment: string
  readonly index: number
}

function endOf(sentence: Sentence | undefined): number {
  return sentence === undefined ? 0 : sentence.index + sentence.segment.length
}

function sentencesOf(text: string, language: string): readonly Sentence[] {
  return [...segmenterFor(language).segment(text)].filter(({ segment }) => segment.trim() !== '')
}

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' })
  } catch {
    return new Intl.Segmenter('en', { granularity: 'sentence' })
  }
}

function trimmed(text: string, from: number, to: number): Stretch {
  const part = text.slice(from, to)
  const begin = from + part.length - part.trimStart().length
  const stretch = part.trim()
  return { text: stretch, from: begin, to: begin + stretch.length }
}
