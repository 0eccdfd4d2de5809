import { sentences, wordCount } from '../../core/text.ts'
import { sizesDown } from '../../ui/fit.ts'
import { OMITTED, shortened } from '../../ui/shorten.ts'

/** A way to set what was seen and what was said. */
export interface ObservationLayout {
  /** What was seen, in our words; empty where this slide shows only what was said. */
  readonly what: string
  readonly whatC: number
  readonly said: string
  readonly saidC: number
  readonly para: boolean
  readonly followUp: boolean
  /** Leaves part of the wall empty. */
  readonly airy: boolean
  readonly keptWords?: number
}

const STATEMENT_C = 2
/** Her words are larger than ours. */
const LARGER = 1.1

/**
 * From generous to tight: the follow-up gives way, then the air, then the statement shrinks, then its second sentence is left
 * out, then headlines become paragraphs, then something is left out and reported.
 */
export function observationLayouts(what: string, said: string, lang: string): ObservationLayout[][] {
  const first = sentences(what, lang)[0] ?? what
  const shorter = first.length < what.length && said !== '' ? `${first} ${OMITTED}` : undefined
  const heads = (words: string, followUp: boolean, airy: boolean): ObservationLayout[] =>
    pairs(words, said).map(([whatC, saidC]) => ({
      what: words,
      whatC,
      said,
      saidC,
      para: false,
      followUp,
      airy,
    }))
  const texts = (words: string, from: number, para: boolean): ObservationLayout[] =>
    sizesDown(from, para ? 1 : 1.41).map((c) => ({
      what: words,
      whatC: para ? 1 : Math.max(1, c / 1.41),
      said,
      saidC: c,
      para,
      followUp: false,
      airy: false,
    }))
  const omissions =
    said === '' ? omitted(what, lang, 'what', '') : omitted(said, lang, 'said', what && (shorter ?? first))
  return [
    heads(what, true, true),
    heads(what, false, true),
    heads(what, false, false),
    texts(what, 2.8, false),
    ...(shorter === undefined ? [] : [heads(shorter, false, false)]),
    texts(what, 1.41, true),
    ...(omissions.length > 0 ? [omissions] : []),
  ]
}

/** Statement at c 2, her words at least a tenth larger; either alone may be larger still. */
function pairs(what: string, said: string): (readonly [number, number])[] {
  if (said === '') return sizesDown(2.83, 1.92).map((c) => [c, 0] as const)
  if (what === '') return sizesDown(3.4, 2).map((c) => [0, c] as const)
  return sizesDown(2.8, STATEMENT_C * LARGER).map((c) => [STATEMENT_C, c] as const)
}

function omitted(text: string, lang: string, which: 'what' | 'said', other: string): ObservationLayout[] {
  return shortened(text, lang).map((short) => ({
    what: which === 'what' ? short.text : other,
    whatC: 1,
    said: which === 'said' ? short.text : '',
    saidC: 1,
    para: true,
    followUp: false,
    airy: false,
    keptWords: short.keptWords + wordCount(which === 'said' ? other : ''),
  }))
}
