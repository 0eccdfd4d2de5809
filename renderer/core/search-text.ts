/** Words as they are looked for: without regard to case, accents, points and ways to write the same sign. */

/**
 * What two ways to write the same word have in common: compatibility forms as plain ones (NFKD), small letters, no accents on
 * Latin, Greek and Cyrillic letters, no points on Hebrew and Arabic ones, and one space for all that is no letter, mark or
 * digit. Syllables of Hangul are their letters, so that one that is half typed is found.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(NO_WORD, ' ').trim()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(POINTS, '')
    .replace(OWN_FORMS, (letter) => FORMS[letter] ?? letter)
    .replace(NO_LETTER, ' ')
    .trim()
}

const PLAIN = /^[\x20-\x7e\n]*$/
const NO_WORD = /[^a-z0-9]+/g
const NO_LETTER = /[^\p{L}\p{M}\p{N}]+/gu
/** Accents; Hebrew points and accents; Arabic vowels, hamza above and below, tatweel; joiners and marks of direction, variation selectors. */
const POINTS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]/g
/** Letters that no decomposition takes apart, as people without them on their keyboard write them. */
const FORMS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
}
const OWN_FORMS = new RegExp(`[${Object.keys(FORMS).join('')}]`, 'g')

/** More terms than anybody types narrow nothing. */
const MOST_TERMS = 12

/** The terms of a query, folded: its words, and what stands between quotation marks as one. */
export function searchTerms(query: string): string[] {
  const parts = [...query.matchAll(/["“„«]([^"”“»]*)["”“»]?|(\S+)/g)].map(([, quoted, word]) =>
    foldText(quoted ?? word ?? ''),
  )
  return [...new Set(parts)].filter((term) => term !== '').slice(0, MOST_TERMS)
}

/** Signs from which on a term is found anywhere. */
export const LONG_TERM = 3

export function isLongTerm(term: string): boolean {
  // Two signs have at most four units; only there they have to be counted.
  return term.length > 4 || [...term].length >= LONG_TERM
}

/** Scripts without spaces between words: there every sign may begin one. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * Whether a folded text has a folded term: a long one anywhere, so that parts of compounds and words behind an article are
 * found; one of a sign or two at the begin of a word, or anywhere where words are not divided.
 */
export function holdsTerm(folded: string, term: string): boolean {
  if (isLongTerm(term) || UNSPACED.test(String.fromCodePoint(term.codePointAt(0) ?? 0)))
    return folded.includes(term)
  return ` ${folded}`.includes(` ${term}`)
}

/** Every short term that `holdsTerm` finds in a folded text, each once. */
export function shortTerms(folded: string): ReadonlySet<string> {
  const terms = new Set<string>()
  if (folded === '') return terms
  const isPlain = /^[\x20-\x7e]*$/.test(folded)
  let before = ' '
  const signs = isPlain ? folded : [...folded]
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at] ?? ''
    const begins = before === ' ' || (!isPlain && UNSPACED.test(sign))
    before = sign
    if (sign === ' ' || !begins) continue
    const next = signs[at + 1] ?? ' '
    terms.add(sign)
    if (next !== ' ') terms.add(sign + next)
  }
  return terms
}
