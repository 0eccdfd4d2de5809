import type { TableRow } from '../../core/draft.ts'
import { textOf } from '../../core/draft-values.ts'

/** Codes that somebody gave to what people wrote, several to an answer: `ux,visualization`. */

export interface Codes {
  readonly header: string
  /** Rows that have any. */
  readonly of: number
  /** The most frequent first. */
  readonly counts: readonly (readonly [string, number])[]
}

const CODE = /^[\p{L}\d_-]{2,40}$/u
const MOST_CODES = 80
const FEWEST_ROWS = 20

/** The first column of codes; undefined where there is none. One row has several, so they are no shares of a whole. */
export function codesIn(headers: readonly string[], rows: readonly TableRow[]): Codes | undefined {
  for (const header of headers) {
    const lists = rows.flatMap(({ cells }) => {
      const text = textOf(cells[header])
      return text === undefined ? [] : [[...new Set(text.split(/\s*[,;|]\s*/))]]
    })
    const areCodes =
      lists.length >= FEWEST_ROWS && lists.every((codes) => codes.every((code) => CODE.test(code)))
    if (!areCodes || !lists.some((codes) => codes.length > 1)) continue
    const counts = new Map<string, number>()
    for (const code of lists.flat()) counts.set(code, (counts.get(code) ?? 0) + 1)
    const sorted = [...counts].toSorted(([, a], [, b]) => b - a)
    if (sorted.length <= MOST_CODES) return { header, of: lists.length, counts: sorted }
  }
  return undefined
}
