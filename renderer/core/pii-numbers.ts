import type { PersonalDataRange } from './pii.ts'

/** Numbers that identify: payment cards, bank accounts, addresses in a network; written, or read out digit by digit. */

/** Groups of digits with at most two separators between them, as one writes a card. */
const DIGIT_GROUPS = /\d+(?:[ \t./-]{1,2}\d+)*/g
const CARD_DIGITS = { least: 12, most: 19 }
/** A date is many digits and no card. */
const DATES = /(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/g

/** 12 to 19 digits that pass Luhn's check (ISO/IEC 7812-1), on their own or at the groups of a longer row. */
export function cardRanges(text: string): PersonalDataRange[] {
  const dateless = text.replace(DATES, (date) => 'x'.repeat(date.length))
  return [...dateless.matchAll(DIGIT_GROUPS)].flatMap((run) => {
    const groups = [...run[0].matchAll(/\d+/g)]
    for (const [first, opening] of groups.entries()) {
      let digits = ''
      for (const group of groups.slice(first, first + CARD_DIGITS.most)) {
        digits += group[0]
        if (digits.length > CARD_DIGITS.most) break
        if (digits.length >= CARD_DIGITS.least && passesLuhn(digits)) {
          const start = run.index + opening.index
          return [{ kind: 'card number' as const, start, end: run.index + group.index + group[0].length }]
        }
      }
    }
    return []
  })
}

/** Hans Peter Luhn's check, US patent 2950048: every second digit from the right doubled. All zeros are no number. */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0 && sum > 0
}

const IBAN_START = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}/gi

/** Country, check digits and account with the remainder 1 modulo 97 (ISO 13616), ended where a group ends. */
export function ibanRanges(text: string): PersonalDataRange[] {
  return [...text.matchAll(IBAN_START)].flatMap((match) => {
    const end = ibanEnd(match[0])
    return end === undefined ? [] : [{ kind: 'IBAN' as const, start: match.index, end: match.index + end }]
  })
}

/** The pattern may have swallowed the words after it. */
function ibanEnd(candidate: string): number | undefined {
  for (let end = candidate.length; end >= 15; end -= 1) {
    const inside = /[A-Z0-9]/i.test(candidate[end] ?? '')
    const account = candidate.slice(0, end).replace(/[ -]/g, '').toUpperCase()
    if (!inside && account.length >= 15 && account.length <= 34 && mod97(account) === 1) return end
  }
  return undefined
}

function mod97(account: string): number {
  const turned = account.slice(4) + account.slice(0, 4)
  return [...turned].reduce((rest, char) => {
    const value = Number.parseInt(char, 36)
    return (rest * (value > 9 ? 100 : 10) + value) % 97
  }, 0)
}

const IPV4 = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?!\d|\.\d)/g
const THREE_DOTS = /\d\.\d{1,3}\.\d{1,3}\.\d/
const IPV6 = /(?<![\w:.])[0-9a-f:]{3,39}(?![\w:])/gi

export function ipRanges(text: string): PersonalDataRange[] {
  const four = THREE_DOTS.test(text) ? [...text.matchAll(IPV4)] : []
  const hasColons = text.indexOf(':') !== text.lastIndexOf(':')
  const six = hasColons ? [...text.matchAll(IPV6)].filter((match) => isIpv6(match[0])) : []
  return [...four, ...six].map((match) => ({
    kind: 'IP address' as const,
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Eight groups of up to four hexadecimal digits, or fewer around one `::` (RFC 4291, 2.2). A time such as 12:30:45 is none. */
function isIpv6(candidate: string): boolean {
  const halves = candidate.split('::')
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false
  return halves.length === 1
    ? groups.length === 8
    : halves.length === 2 && groups.length >= 1 && groups.length < 8
}

const SPOKEN_DIGITS =
  /(?<![\p{L}\d])(?:(?:double|triple|treble)[ -]+)?(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|\d+)(?![\p{L}\d])/giu
/** What people say between digits without stopping: breath, "and", "er". */
const BETWEEN = /^[\s,.;:…-]*(?:(?:and|er|um|uh|erm|then)[\s,.;:…-]*)?$/i
const SPOKEN_CARD = 12
/** Fewer could be somebody counting. */
export const SPOKEN_PHONE = 10

/** Numbers that are read out: twelve digits or more are card-like (PCI DSS 3.3.1 does not ask whether they are valid). */
export function spokenRanges(text: string): PersonalDataRange[] {
  const found: PersonalDataRange[] = []
  let run: { start: number; end: number; digits: number; words: number } | undefined
  const close = (): void => {
    if (run && run.words > 0 && run.digits >= SPOKEN_PHONE) {
      found.push({
        kind: run.digits >= SPOKEN_CARD ? 'card number' : 'phone number',
        start: run.start,
        end: run.end,
      })
    }
    run = undefined
  }
  for (const match of text.matchAll(SPOKEN_DIGITS)) {
    const end = match.index + match[0].length
    if (run && !BETWEEN.test(text.slice(run.end, match.index))) close()
    const word = match[0].toLowerCase()
    const digits = /^\d+$/.test(word)
      ? word.length
      : word.startsWith('double')
        ? 2
        : /^tr[ie]/.test(word)
          ? 3
          : 1
    const spoken = /^\d+$/.test(word) ? 0 : 1
    run ??= { start: match.index, end, digits: 0, words: 0 }
    run = { start: run.start, end, digits: run.digits + digits, words: run.words + spoken }
  }
  close()
  return found
}
