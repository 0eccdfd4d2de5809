/** Rows as a spreadsheet takes them (RFC 4180), in UTF-8 with the mark that Excel looks for. */

export const CSV_MARK = '\ufeff'

export type CsvCell = string | number | boolean | undefined

export function csvRows(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

/** What a spreadsheet would take for a formula, and run (OWASP, CSV injection): a customer's words may begin like one. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

function csvCell(value: CsvCell): string {
  if (value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}
