import { cardRanges, ibanRanges, ipRanges, SPOKEN_PHONE, spokenRanges } from './pii-numbers.ts'
import { phoneRanges } from './pii-phone.ts'

/** The search for personal data in what a viewer would read or hear. It errs towards finding: a find withholds, a curator decides. */

/** Kinds of personal data that are looked for, in the words of the curator's screen. */
export type PersonalData = 'e-mail address' | 'phone number' | 'card number' | 'IBAN' | 'IP address'

export const PERSONAL_DATA: readonly PersonalData[] = [
  'e-mail address',
  'phone number',
  'card number',
  'IBAN',
  'IP address',
]

/** Where it stands: UTF-16 offsets, the end exclusive, as `slice` takes them. */
export interface PersonalDataRange {
  readonly kind: PersonalData
  readonly start: number
  readonly end: number
}

/** Which kinds are in these texts, each once. The finds themselves are not told: they must not travel. */
export function findPersonalData(texts: readonly string[]): readonly PersonalData[] {
  let found = NOWHERE
  for (const text of texts) {
    const ranges = personalDataRanges(text)
    if (ranges.length > 0) found = [...found, ...ranges]
  }
  return found.length === 0 ? NONE : PERSONAL_DATA.filter((each) => found.some(({ kind }) => kind === each))
}

const NONE: readonly PersonalData[] = []
const NOWHERE: readonly PersonalDataRange[] = []

/** Every stretch of personal data, by place. */
export function personalDataRanges(text: string): readonly PersonalDataRange[] {
  const marks = marksOf(text)
  const isReadOut = mayBeReadOut(text, marks)
  if (marks.isPlain && marks.digits === 0 && marks.signs === 0 && !isReadOut) return NOWHERE
  const plain = marks.isPlain ? text : plainText(text)
  const digits = marks.isPlain ? marks.digits : digitCount(plain)
  const addresses = mayHoldAddress(plain, digits) ? ipRanges(plain) : []
  // 197.245.188.168 is twelve digits that pass a card's check, and no card.
  const withoutAddresses = addresses.reduce(blank, plain)
  const checked = [
    ...addresses,
    ...(MAY_HOLD_EMAIL.test(plain) ? emailRanges(plain) : []),
    ...(digits >= FEWEST_DIGITS.card ? cardRanges(withoutAddresses) : []),
    ...(digits >= FEWEST_DIGITS.iban && MAY_HOLD_IBAN.test(plain) ? ibanRanges(plain) : []),
    ...(isReadOut ? spokenRanges(plain) : []),
  ]
  if (digits < FEWEST_DIGITS.phone) return inOrder(checked)
  // Part of a number that has proved to be something else is not a phone number as well.
  const phones = phoneRanges(plain).filter(
    (phone) => !checked.some((other) => phone.start < other.end && phone.end > other.start),
  )
  return inOrder([...checked, ...phones])
}

function inOrder(ranges: PersonalDataRange[]): PersonalDataRange[] {
  return ranges.sort((a, b) => a.start - b.start || a.end - b.end)
}

interface Marks {
  readonly digits: number
  /** Brackets, @ and colons. */
  readonly signs: number
  /** True where no script but the Latin one is in it, nor a digit, dash or space of any other kind than the plain ones. */
  readonly isPlain: boolean
}

/** What is in the text, letter by letter: most of what people write has nothing that any pattern could begin with. */
function marksOf(text: string): Marks {
  let [digits, signs] = [0, 0]
  let isPlain = true
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code >= 0x80) isPlain &&= isPlainLetter(code)
    else if (code >= 48 && code <= 57) digits += 1
    else signs += SIGNS[code] ?? 0
  }
  return { digits, signs, isPlain }
}

/** 1 for each code that is a sign. */
const SIGNS = new Uint8Array(0x80)
for (const sign of '@:([{') SIGNS[sign.charCodeAt(0)] = 1

/** Latin letters, “ ” ‘ ’ with their like, and the … of a title that was cut. Not the long s, which a search without regard to case takes for an s. */
function isPlainLetter(code: number): boolean {
  return (code > 0xad && code < 0x17f) || (code >= 0x2018 && code <= 0x201f) || code === 0x2026
}

/**
 * Whether a number, or the dot of an address, may be read out in it. A word counts for three digits at most, after
 * “triple”, so a text of few numbers holds no number to ring.
 */
function mayBeReadOut(text: string, { isPlain, digits }: Marks): boolean {
  if (!isPlain) return true
  if (text.length + digits < FEWEST_LETTERS) return false
  const enough = Math.max(1, Math.ceil((SPOKEN_PHONE - digits) / 3))
  let words = 0
  READ_OUT.lastIndex = 0
  for (let found = READ_OUT.exec(text); found !== null && words < enough; found = READ_OUT.exec(text)) {
    if (/^\s/.test(found[0])) return true
    words += 1
  }
  return words === enough
}

/** Words of numbers, words that only hold one too; and the dot of an address, with the spaces around it. */
const READ_OUT =
  /one|two|t(?:hree|riple|reble)|f(?:our|ive)|s(?:ix|even)|eight|nine|nought|zero|oh|double|\sdot\s/gi
/** “a at b dot cc” is the shortest that can be read out; a number is longer, where a digit counts for two. */
const FEWEST_LETTERS = 13

/** With fewer digits in the whole text there is no such number in it: a year and a price are most of what people write. */
const FEWEST_DIGITS = { card: 12, iban: 2, phone: 7, ip: 4 }
const MAY_HOLD_EMAIL = /@|[([{]\s?at|\sat\s/i
const MAY_HOLD_IBAN = /[a-z]{2}\d\d/i

function mayHoldAddress(text: string, digits: number): boolean {
  return (digits >= FEWEST_DIGITS.ip && text.includes('.')) || text.indexOf(':') !== text.lastIndexOf(':')
}

function digitCount(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code >= 48 && code <= 57) count += 1
  }
  return count
}

/** The text at its length, with a stretch of it made unreadable. */
function blank(text: string, { start, end }: PersonalDataRange): string {
  return text.slice(0, start) + 'x'.repeat(end - start) + text.slice(end)
}

/** Each with what it cannot do without: a search that begins at every letter is long, and most texts have no such thing. */
const EMAILS: readonly { readonly needs: RegExp; readonly pattern: RegExp }[] = [
  { needs: /@/, pattern: /[\p{L}\p{N}_%+'.-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu },
  {
    needs: /[([{]\s?at/iu,
    pattern:
      /[\p{L}\p{N}_.-]{1,64}\s?[([{]\s?at\s?[)\]}]\s?[\p{L}\p{N}-]{1,63}(?:\s?(?:\.|[([{]\s?dot\s?[)\]}])\s?[\p{L}]{2,24}){1,4}/giu,
  },
  // As it is read out: "ruth dot smith at example dot com".
  {
    needs: /\sdot\s/iu,
    pattern: /[\p{L}\p{N}_-]{1,64}\s+at\s+[\p{L}\p{N}-]{1,63}(?:\s+dot\s+[\p{L}\p{N}-]{2,24}){1,4}/giu,
  },
]

function emailRanges(text: string): PersonalDataRange[] {
  return EMAILS.filter(({ needs }) => needs.test(text)).flatMap(({ pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({
      kind: 'e-mail address' as const,
      start: match.index,
      end: match.index + match[0].length,
    })),
  )
}

/** The same text, letter for letter, with every script's digits, wide forms, dashes and spaces as plain ones. */
function plainText(text: string): string {
  if (!NOT_PLAIN.test(text)) return text
  return text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/(?![0-9])\p{Nd}/gu, (char) => (char.length === 1 ? `${digitValue(char.charCodeAt(0))}` : char))
    .replace(/[\u2010-\u2015\u2212\u00AD]/g, '-')
    .replace(/[\u00A0\u2000-\u200D\u202F\u2060\u3000\uFEFF]/g, ' ')
}

/** All that is made plain; an accent or a curly quotation mark is none of it. */
const NOT_PLAIN =
  /[\uFF01-\uFF5E\u2010-\u2015\u2212\u00AD\u00A0\u2000-\u200D\u202F\u2060\u3000\uFEFF]|(?![0-9])\p{Nd}/u

/** Unicode keeps decimal digits in runs of ten; walking down to the run's zero tells the value. */
function digitValue(code: number): number {
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCharCode(code - value - 1))) value += 1
  return value
}
