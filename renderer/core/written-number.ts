import { z } from 'zod'

/** Numbers as people and exports write them. Never a guess: 2,304 could be two numbers, and one of them is a thousand times the other. */

const DIGITS = String.raw`\d[\d.,’'\u00a0\u202f\u2009]*(?: \d{3})*(?:[.,]\d+)?`
const ALONE = new RegExp(
  String.raw`^[^\d\s.,+-]{0,4}\s*([-+]?)\s*[^\d\s.,+-]{0,4}\s*(${DIGITS})\s*(?:[^\d\s]\D{0,30})?$`,
  'u',
)
const AMBIGUOUS = /^[1-9]\d{0,2},\d{3}$/

/**
 * `61`, `61 %`, `−12`, `€1,284,300`, `3,5`, `1.284.300,5` as a number; a unit before or after it is passed over.
 * Undefined for what is no single number, and for one that could be two.
 */
export function readNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  const found = parts(value)
  if (!found || AMBIGUOUS.test(found.digits)) return undefined
  const number = Number(plain(found.digits))
  return Number.isFinite(number) ? found.sign * number : undefined
}

/** The two numbers that `2,304` could be (thousands first), or undefined where it is only one. */
export function ambiguousNumber(value: unknown): readonly [number, number] | undefined {
  const found = parts(value)
  if (!found || !AMBIGUOUS.test(found.digits)) return undefined
  const { digits, sign } = found
  return [sign * Number(digits.replace(',', '')), sign * Number(digits.replace(',', '.'))]
}

/** A field that holds a number, however it is written. Its issues are no type issues: nothing may turn `2,304` into 2.304 later. */
export const writtenNumber = z.preprocess(
  (value) => readNumber(value) ?? value,
  z.custom<number>((value) => typeof value === 'number' && Number.isFinite(value), { error: numberError }),
)

function numberError({ input }: { readonly input?: unknown }): string {
  if (input === undefined) return 'is missing: a number'
  const both = ambiguousNumber(input)
  return both === undefined
    ? 'is not a number that we can read: write it as 61 or 61.5'
    : `could be two numbers: write ${both[0]} or ${both[1]}`
}

function parts(value: unknown): { readonly sign: number; readonly digits: string } | undefined {
  if (typeof value !== 'string') return undefined
  const match = ALONE.exec(value.trim().replace(/[−–]/g, '-'))
  if (!match) return undefined
  const digits = (match[2] ?? '').replace(/[’'\s]/gu, '')
  return { sign: match[1] === '-' ? -1 : 1, digits }
}

/** Of two kinds of mark the last is the decimal one; a mark that comes twice groups thousands. */
function plain(digits: string): string {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  const mark = digits[last]
  if (mark === undefined || last < 0) return digits
  const other = mark === '.' ? ',' : '.'
  if (digits.split(mark).length > 2) return digits.includes(other) ? 'NaN' : digits.replaceAll(mark, '')
  return `${digits.slice(0, last).replaceAll(other, '')}.${digits.slice(last + 1)}`
}
