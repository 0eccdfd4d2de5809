import type { Draft, TableRow } from '../../core/draft.ts'
import { hasColumn, meantField, type Note } from '../../core/draft-fields.ts'
import { textOf } from '../../core/draft-values.ts'
import { METRIC_ALIASES } from './read.ts'
import { isSeriesTable } from './series.ts'

/** A table with a row for each customer, among the metrics: no figure by itself, but one can be counted from it. */

/** True for a table in which no column is a figure, its target or what it counts. */
export function isCustomerTable(headers: readonly string[]): boolean {
  const has = (field: string): boolean => hasColumn(headers, METRIC_ALIASES, field)
  return !isSeriesTable(headers) && !has('phrase') && !has('value') && !has('target') && !has('title')
}

/** Columns of what became of customers, rather than of who they are. */
const OUTCOME =
  /churn|left|lost|cancel|renew|retain|complain|resolv|satisf|recommend|return(?!.*address)|refund|escalat|late|on.?time|kündig|gekündigt|beschwer/i
/** Rows of a list of customers rather than of figures. */
const CUSTOMERS = 30
const YES = /^(?:yes|y|true|1|ja|oui|s[ií])$/i
const NO = /^(?:no|n|false|0|nein|non)$/i

interface Share {
  readonly header: string
  readonly answer: string
  readonly count: number
  readonly of: number
}

/** The draft itself where the table is a series; else one that says what the table is, with a figure to take or leave. */
export function explainCustomers(draft: Draft): readonly Draft[] {
  const { table, headers = [], ...rest } = draft
  if (!table || !isCustomerTable(headers)) return [draft]
  return [{ ...rest, fields: {}, told: [about(draft.path, table, headers)] }]
}

function about(path: string, rows: readonly TableRow[], headers: readonly string[]): Note {
  const place = { line: 1, severity: 'error' } as const
  const shares = headers.flatMap((header) => yesShare(header, rows) ?? [])
  const share = shares.find(({ header }) => OUTCOME.test(header))
  const whole = `No column of this table is a figure with a target, ${rows.length < CUSTOMERS ? 'nor says what one counts.' : `each of its ${rows.length.toLocaleString('en')} rows seems to be about one customer.`}`
  if (!share) {
    const hint =
      'A metric is one figure about all of them: name its columns phrase, value, unit, target, period and direction, or write these into a YAML file. The customers themselves do not belong into the room.'
    return { ...place, message: whole, hint }
  }
  const perCent = Math.round((share.count / share.of) * 1_000) / 10
  const counted = `“${share.header}” is ${share.answer} for ${share.count.toLocaleString('en')} of ${share.of.toLocaleString('en')}, ${perCent} %.`
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
  const name = share.header.toLowerCase().replace(/[^\p{L}\d]+/gu, '-')
  const phrase = JSON.stringify(`customers with ${share.header}: ${share.answer}`)
  return {
    ...place,
    message: `${whole} ${counted}`,
    hint: `If that is the figure you mean, write ${folder}${name}.yaml with your own words, target and period: {phrase: ${phrase}, value: ${perCent}, unit: "%", n: ${share.of}, target: 0, period: 2026-02, direction: down} - and take this table out: the wall has no use for single customers.`,
  }
}

/** How many say yes in a column of yes and no. */
function yesShare(header: string, rows: readonly TableRow[]): Share | undefined {
  if (meantField(header, METRIC_ALIASES) !== undefined) return undefined
  const cells = rows.flatMap(({ cells }) => textOf(cells[header]) ?? [])
  const yes = cells.filter((cell) => YES.test(cell))
  const isYesOrNo =
    yes.length > 0 && yes.length < cells.length && cells.every((cell) => YES.test(cell) || NO.test(cell))
  return isYesOrNo ? { header, answer: yes[0] ?? '', count: yes.length, of: cells.length } : undefined
}
