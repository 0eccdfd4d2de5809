/** Places where a long word may break, for phase names in narrow columns: browsers bring no dictionaries to a desktop app. */

export const SOFT_HYPHEN = '\u00ad'

/** Words shorter than this stay whole. */
const LONG = 8
/** Letters that stay together on either side of a break. */
const EDGE = 3

const VOWEL = /[aeiouyäöüáéíóúàèìòùâêîôûåæøœ]/iu
/** Consonants that are written with several letters, of English, German, French and Dutch. */
const TOGETHER = /^(?:sch|ch|ck|ph|th|sh|gh|qu|wh|[bcdfgkptv][rl]|ss|st|sp)$/iu

/** The text with soft hyphens in its long words, never at their edges. Other scripts come back unchanged. */
export function hyphenate(text: string): string {
  return text.replace(/[\p{Script=Latin}\p{M}]+/gu, (word) => (word.length < LONG ? word : breakWord(word)))
}

/** Breaks before the last consonant (group) of those between two vowels: the common rule of the languages above. */
function breakWord(word: string): string {
  const letters = [...word]
  const isVowel = (index: number): boolean => VOWEL.test(letters[index] ?? '')
  const breaks = new Set<number>()
  let lastVowel = -1
  letters.forEach((_, index) => {
    if (!isVowel(index)) return
    const between = index - lastVowel - 1
    if (lastVowel >= 0 && between > 0) breaks.add(index - lengthOfOnset(letters, index, between))
    lastVowel = index
  })
  return letters
    .map((letter, index) =>
      breaks.has(index) && index >= EDGE && index <= letters.length - EDGE ? SOFT_HYPHEN + letter : letter,
    )
    .join('')
}

function lengthOfOnset(letters: readonly string[], vowel: number, between: number): number {
  const group = [3, 2].find(
    (size) => size <= between && TOGETHER.test(letters.slice(vowel - size, vowel).join('')),
  )
  return group ?? 1
}
