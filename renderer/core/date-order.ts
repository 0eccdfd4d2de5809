import { isCalendarDate, readDate } from './written-date.ts'

/** Dates of three numbers, such as 03/04/26: which of them is the day, only a whole column can tell. */

export const DATE_ORDERS = ['day first', 'month first', 'year first'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

/** What a column's own values say of its dates. */
export type ColumnDates =
  /** Every value can be read alone. */
  | { readonly read: 'alone' }
  /** Only one order makes days of all values, as `by` shows; or the years are told by being few. */
  | { readonly read: 'order'; readonly order: DateOrder; readonly by: string; readonly byYears?: boolean }
  /** Several orders make days of them; `sure` is true where at least the year is known. */
  | {
      readonly read: 'open'
      readonly orders: readonly DateOrder[]
      readonly by: string
      readonly sure: boolean
    }
  /** Days since 1900, as spreadsheets count them, or seconds or milliseconds since 1970. */
  | { readonly read: 'count'; readonly unit: DateCount; readonly by: string }

export type DateCount = 'days' | 'seconds' | 'milliseconds'

/** A typing error in fifty does not hide the order of the others. */
const NEARLY_ALL = 0.98
/** Values from which it counts that a column has far fewer years than days. */
const ENOUGH = 8
const CLEARLY_FEWER = 3

/** Looks at all values of a column together. Empty ones say nothing. */
export function columnDates(cells: readonly string[]): ColumnDates {
  const told = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const counted = countOf(told)
  if (counted) return counted
  const numbers = told.flatMap((cell) => numbersOf(cell) ?? [])
  const [first] = numbers
  if (!first) return { read: 'alone' }
  const possible = possibleOrders(numbers)
  if (areAlike(numbers, possible)) return order(possible[0] ?? 'day first', first)
  const orders = withoutRareYears(numbers, possible)
  const [only] = orders
  if (only === undefined) return { read: 'alone' }
  const telling = numbers.find((each) => isTelling(each, only))
  if (orders.length === 1) return { ...order(only, telling ?? first), ...(telling ? {} : { byYears: true }) }
  const sure = orders.every((one) => one !== 'year first') || numbers.every(({ year }) => year !== undefined)
  return { read: 'open', orders, by: first.text, sure }
}

function order(found: DateOrder, { text }: Numbers) {
  return { read: 'order', order: found, by: text } as const
}

/** A date in an order that is known; any other date as it is read alone. */
export function readDateInOrder(text: string, known: DateOrder): string | undefined {
  const numbers = numbersOf(text.trim())
  return numbers ? inOrder(numbers, known) : readDate(text)
}

/** The year of a date of three numbers, where that is all that is known of it. */
export function yearOf(text: string): string | undefined {
  const numbers = numbersOf(text.trim())
  return numbers ? fullYear(numbers.parts[2]) : readDate(text)
}

const DAY_MS = 86_400_000
/** Day 0 of spreadsheets, which believe in a 29 February 1900. */
const DAY_ZERO = Date.UTC(1899, 11, 30)

export function readCount(text: string, unit: DateCount): string | undefined {
  const count = Number(text)
  if (!isCount(text, unit)) return readDate(text)
  const ms = { days: DAY_ZERO + count * DAY_MS, seconds: count * 1_000, milliseconds: count }[unit]
  // To the minute: a fraction of a day is never quite exact.
  const [day = '', clock = ''] = new Date(Math.round(ms / 60_000) * 60_000).toISOString().split('T')
  return Number.isInteger(count) && unit === 'days' ? day : `${day}T${clock.slice(0, 5)}`
}

/** The same for a date whichever way it is read, so that an item is known again once somebody says which. */
export function dateKey(text: string): string {
  const numbers = numbersOf(text.trim())
  return numbers
    ? [...numbers.parts]
        .map(Number)
        .toSorted((a, b) => a - b)
        .join(' ')
    : (readDate(text) ?? text)
}

interface Numbers {
  readonly text: string
  readonly parts: readonly [string, string, string]
  /** Where it is written in full, which is last: a year that comes first in full needs no other value. */
  readonly year: string | undefined
  /** `.` is written by people who put the day first, or the year. */
  readonly mark: string
  /** `T18:30`, or empty. */
  readonly time: string
}

const THREE = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[T,\s].*)?$/

/** Of a date that can be read alone there are none. */
function numbersOf(text: string): Numbers | undefined {
  const match = THREE.exec(text)
  if (!match) return undefined
  const [, one = '', mark = '', two = '', three = ''] = match
  if (three.length === 4 && mark === '.') return undefined
  // The rest is as good as any clock time; it is read with a day that is beyond doubt.
  const dated = readDate(`2000-01-01${text.slice(`${one}${mark}${two}${mark}${three}`.length)}`)
  if (dated === undefined) return undefined
  const year = three.length === 4 ? three : undefined
  return { text, parts: [one, two, three], year, mark, time: dated.slice(10) }
}

function inOrder(
  { parts: [one, two, three], mark, time, year }: Numbers,
  order: DateOrder,
): string | undefined {
  if (order === 'year first' && year !== undefined) return undefined
  if (order === 'month first' && mark === '.') return undefined
  const [y, m, d] = {
    'day first': [three, two, one],
    'month first': [three, one, two],
    'year first': [one, two, three],
  }[order] as [string, string, string]
  const date = [fullYear(y), m.padStart(2, '0'), d.padStart(2, '0')].join('-')
  return d.length <= 2 && isCalendarDate(date) ? date + time : undefined
}

/** Two digits are a year from 1970 to 2069. */
function fullYear(year: string): string {
  if (year.length === 4) return year
  return `${Number(year) < 70 ? 20 : 19}${year.padStart(2, '0')}`
}

function possibleOrders(numbers: readonly Numbers[]): DateOrder[] {
  const fits = (order: DateOrder): number =>
    numbers.filter((each) => inOrder(each, order) !== undefined).length / numbers.length
  const all = DATE_ORDERS.filter((order) => fits(order) === 1)
  return all.length > 0 ? all : DATE_ORDERS.filter((order) => fits(order) >= NEARLY_ALL)
}

/** 04/04/2026 is the same day in either order. */
function areAlike(numbers: readonly Numbers[], orders: readonly DateOrder[]): boolean {
  return (
    orders.length > 1 && numbers.every((each) => new Set(orders.map((one) => inOrder(each, one))).size === 1)
  )
}

/** People answer on many days of a few years: the number that hardly changes is the year. */
function withoutRareYears(numbers: readonly Numbers[], orders: readonly DateOrder[]): readonly DateOrder[] {
  if (numbers.length < ENOUGH || !orders.includes('year first')) return orders
  const [first, last] = ([0, 2] as const).map(
    (place) => new Set(numbers.map(({ parts }) => parts[place])).size,
  )
  if (first === undefined || last === undefined) return orders
  if (first * CLEARLY_FEWER <= last) return ['year first']
  return last * CLEARLY_FEWER <= first ? orders.filter((order) => order !== 'year first') : orders
}

function isTelling(numbers: Numbers, order: DateOrder): boolean {
  return DATE_ORDERS.every((other) => other === order || inOrder(numbers, other) === undefined)
}

const UNITS: readonly DateCount[] = ['days', 'seconds', 'milliseconds']

function isCount(text: string, unit: DateCount): boolean {
  // 1970 to 2099, and seconds and milliseconds from 2001 to 2033: fewer or more digits are no date.
  const form = { days: /^\d{5}(?:[.,]\d+)?$/, seconds: /^1\d{9}$/, milliseconds: /^1\d{12}$/ }[unit]
  return (
    form.test(text) &&
    (unit !== 'days' || (Number.parseFloat(text) >= 25_569 && Number.parseFloat(text) < 73_051))
  )
}

function countOf(told: readonly string[]): ColumnDates | undefined {
  const [by] = told
  const unit = UNITS.find((one) => told.length > 0 && told.every((cell) => isCount(cell, one)))
  return unit && by !== undefined ? { read: 'count', unit, by } : undefined
}
