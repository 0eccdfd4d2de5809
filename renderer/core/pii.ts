import { cardRanges, ibanRanges, ipRanges, spokenRanges } from './pii-numbers.ts'
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
  const found = new Set(texts.flatMap((text) => personalDataRanges(text).map((range) => range.kind)))
  return PERSONAL_DATA.filter((kind) => found.has(kind))
}

/** Every stretch of personal data, by place. */
export function personalDataRanges(text: string): readonly PersonalDataRange[] {
  const plain = plainText(text)
  if (!MAY_HOLD_SOME.test(plain)) return []
  const addresses = ipRanges(plain)
  // 197.245.188.168 is twelve digits that pass a card's check, and no card.
  const withoutAddresses = addresses.reduce(blank, plain)
  const checked = [
    ...addresses,
    ...emailRanges(plain),
    ...cardRanges(withoutAddresses),
    ...ibanRanges(plain),
    ...spokenRanges(plain),
  ]
  // Part of a number that has proved to be something else is not a phone number as well.
  const phones = phoneRanges(plain).filter(
    (phone) => !checked.some((other) => phone.start < other.end && phone.end > other.start),
  )
  return [...checked, ...phones].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** The text at its length, with a stretch of it made unreadable. */
function blank(text: string, { start, end }: PersonalDataRange): string {
  return text.slice(0, start) + 'x'.repeat(end - start) + text.slice(end)
}

/** Most texts have neither a digit, an @ nor a number or address that is read out; they are the many. */
const MAY_HOLD_SOME =
  /[\d@]|::|[([{]\s?at\b|\b(?:one|two|three|four|five|six|seven|eight|nine|zero|oh|dot)\b/i

const EMAILS: readonly RegExp[] = [
  /[\p{L}\p{N}_%+'.-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu,
  /[\p{L}\p{N}_.-]{1,64}\s?[([{]\s?at\s?[)\]}]\s?[\p{L}\p{N}-]{1,63}(?:\s?(?:\.|[([{]\s?dot\s?[)\]}])\s?[\p{L}]{2,24}){1,4}/giu,
  // As it is read out: "ruth dot smith at example dot com".
  /[\p{L}\p{N}_-]{1,64}\s+at\s+[\p{L}\p{N}-]{1,63}(?:\s+dot\s+[\p{L}\p{N}-]{2,24}){1,4}/giu,
]

function emailRanges(text: string): PersonalDataRange[] {
  return EMAILS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      kind: 'e-mail address' as const,
      start: match.index,
      end: match.index + match[0].length,
    })),
  )
}

/** The same text, letter for letter, with every script's digits, wide forms, dashes and spaces as plain ones. */
function plainText(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/(?![0-9])\p{Nd}/gu, (char) => (char.length === 1 ? `${digitValue(char.charCodeAt(0))}` : char))
    .replace(/[\u2010-\u2015\u2212\u00AD]/g, '-')
    .replace(/[\u00A0\u2000-\u200D\u202F\u2060\u3000\uFEFF]/g, ' ')
}

/** Unicode keeps decimal digits in runs of ten; walking down to the run's zero tells the value. */
function digitValue(code: number): number {
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCharCode(code - value - 1))) value += 1
  return value
}
