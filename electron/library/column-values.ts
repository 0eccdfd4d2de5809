import { ambiguousDate, readDate } from '../../renderer/core/written-date.ts'

/** What a column of a table holds, told by its cells alone. */

export type ColumnSort =
  | 'nothing'
  | 'dates'
  | 'numbers'
  | 'e-mail addresses'
  | 'links or code'
  | 'ids'
  | 'choices'
  | 'names'
  | 'short texts'
  | 'prose'

export interface ColumnValues {
  readonly sort: ColumnSort
  /** Cells that are not empty. */
  readonly answers: number
  /** Characters of all of them together: how much people said here. */
  readonly said: number
  /** True where most cells have a digit, as a date or a figure has. */
  readonly hasDigits: boolean
}

/** Share of the cells that has to be alike. One odd cell in five is a slip, not another kind of column. */
const NEARLY_ALL = 0.8
const MOST = 0.5
/** Words of an answer that says something; a choice of one or two words does not. */
const SEVERAL_WORDS = 3
/** Characters that say as much in a script without spaces. */
const SEVERAL_CHARACTERS = 8
/** Of what was picked from a list, a part comes back more often than three in ten. */
const PARTS_COME_BACK = 0.3
const ENOUGH_PARTS = 20

const NUMBER = /^[-+]?[\d.,\s]*\d[\d.,\s]*\s?[%€$£]?$/
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const NO_SPEECH = /^(?:https?:|www\.|mozilla\/|[{<]|\[(?:object|\{|"))/i
const ID = /^(?=.*\d)[\w#:./-]+$/
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu

/** `cells` are those of a sample of the rows, empty ones among them. Their order does not matter. */
export function columnValues(cells: readonly string[]): ColumnValues {
  const told = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const said = told.reduce((sum, cell) => sum + cell.length, 0)
  const hasDigits = told.filter((cell) => /\d/.test(cell)).length >= told.length * MOST
  return { sort: told.length === 0 ? 'nothing' : sortOf(told), answers: told.length, said, hasDigits }
}

function sortOf(told: readonly string[]): ColumnSort {
  const share = (test: (cell: string) => boolean): number => told.filter(test).length / told.length
  if (share(isDay) >= NEARLY_ALL) return 'dates'
  if (share((cell) => NUMBER.test(cell)) >= NEARLY_ALL) return 'numbers'
  if (share((cell) => EMAIL.test(cell)) > MOST) return 'e-mail addresses'
  if (share((cell) => NO_SPEECH.test(cell)) > MOST) return 'links or code'
  const distinct = new Set(told).size / told.length
  if (distinct > NEARLY_ALL && share((cell) => ID.test(cell)) >= NEARLY_ALL) return 'ids'
  const sayings = told.filter(saysSeveralWords)
  if (distinct <= MOST || isPickedFromList(told)) return 'choices'
  if (sayings.length / told.length <= MOST) return 'short texts'
  return share(isTitled) > MOST ? 'names' : 'prose'
}

/** 27/03/26 */
const SHORT_DAY = /^\d{1,2}([./-])\d{1,2}\1\d{2}$/

/** A date with its day; a year alone is a number. */
export function isDay(cell: string): boolean {
  if (!/\d/.test(cell) || cell.length > 40) return false
  return (readDate(cell)?.length ?? 0) >= 10 || ambiguousDate(cell) !== undefined || SHORT_DAY.test(cell)
}

function saysSeveralWords(cell: string): boolean {
  const words = cell.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length
  return words >= SEVERAL_WORDS || (cell.match(SPACELESS)?.length ?? 0) >= SEVERAL_CHARACTERS
}

/** Several of a few choices in one cell, as forms write what was ticked: `Phone support, Visit to the shop`. */
function isPickedFromList(told: readonly string[]): boolean {
  const parts = told.flatMap((cell) => cell.split(/[;|\n]|, ?/)).map((part) => part.trim())
  return parts.length >= ENOUGH_PARTS && new Set(parts).size / parts.length <= PARTS_COME_BACK
}

/** Every word begins with a capital: a person, a place or a thing for sale, and no sentence. */
function isTitled(cell: string): boolean {
  const words = cell.split(/\s+/).filter((word) => /\p{L}/u.test(word))
  return words.length > 1 && words.every((word) => /^\P{L}*\p{Lu}/u.test(word)) && /\p{Ll}/u.test(cell)
}
