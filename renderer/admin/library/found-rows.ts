/** Which rows of a long list a window holds: page by page, around those in sight. */

/** Rows of one question. */
export const PAGE = 60
/** Rows on either side of those in sight that are asked for with them: they are there when they are scrolled to. */
const AROUND = 30
/** Rows that are kept: some hundred screenfuls. */
const MOST_ROWS = 6_000

/** Indexes of the first and the last row in sight. */
export interface Seen {
  readonly from: number
  readonly to: number
}

/** The page to be asked for next: of those in sight, else of those around them; undefined where all were asked for. */
export function missingPage({
  from,
  to,
  asked,
}: Seen & { readonly asked: ReadonlySet<number> }): number | undefined {
  return [
    ...pagesOf(from, to),
    ...pagesOf(to, to + AROUND),
    ...pagesOf(Math.max(0, from - AROUND), from),
  ].find((page) => !asked.has(page))
}

function pagesOf(from: number, to: number): number[] {
  const first = Math.floor(from / PAGE)
  return Array.from({ length: Math.floor(to / PAGE) - first + 1 }, (_, at) => first + at)
}

/** With the rows of one more page; those farthest from what is in sight are dropped where there are too many. */
export function withPage<Row>(
  before: ReadonlyMap<number, Row>,
  page: number,
  found: readonly Row[],
  seen: Seen,
): { readonly rows: ReadonlyMap<number, Row>; readonly dropped: readonly number[] } {
  const rows = new Map(before)
  for (const [at, row] of found.entries()) rows.set(page * PAGE + at, row)
  if (rows.size <= MOST_ROWS) return { rows, dropped: [] }
  const middle = (seen.from + seen.to) / 2 / PAGE
  const pages = [...new Set([...rows.keys()].map((index) => Math.floor(index / PAGE)))]
  const dropped = pages
    .toSorted((a, b) => Math.abs(b - middle) - Math.abs(a - middle))
    .slice(0, Math.ceil(pages.length / 2))
  for (const each of dropped) for (let at = 0; at < PAGE; at += 1) rows.delete(each * PAGE + at)
  return { rows, dropped }
}
