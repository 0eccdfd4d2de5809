import { parse } from 'csv-parse/sync'

const DELIMITERS = [',', ';', '\t', '|'] as const
/** Stands in no text: a table of one column has no delimiter, and its cells may hold any. */
const NONE = '\u001F'
const LOOKED_AT = 60
/** Share of the rows that a delimiter has to cut into the same number of cells. */
const MOST = 0.6

/** The delimiter that cuts the first rows into the same number of cells, and into the most of them. */
export function sniffDelimiter(path: string, sample: string): string {
  if (/\.(tsv|tab)$/i.test(path)) return '\t'
  const found = DELIMITERS.map((delimiter) => ({ delimiter, ...widthsOf(sample, delimiter) }))
  const best = found.reduce((one, next) => (next.score > one.score ? next : one))
  if (best.score === 0) return NONE
  // Prose of one column has commas where it likes, and a header without any.
  return best.first === 1 && best.alike < MOST ? NONE : best.delimiter
}

interface Widths {
  readonly score: number
  /** Share of the rows that have as many cells as most. */
  readonly alike: number
  /** Cells of the first row. */
  readonly first: number
}

function widthsOf(sample: string, delimiter: string): Widths {
  const widths = rowsOf(sample, delimiter).map((row) => row.length)
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  const [most = 0, times = 0] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  const [alike, first] = [times / widths.length, widths[0] ?? 0]
  return { score: most < 2 ? 0 : alike * 1_000 + Math.min(most, 99), alike, first }
}

function rowsOf(sample: string, delimiter: string): string[][] {
  try {
    return parse(sample, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: LOOKED_AT,
    })
  } catch {
    // A quote that is never closed, or is closed beyond the sample: the lines as they are say enough.
    const lines = sample.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
    return lines.slice(0, LOOKED_AT).map((line) => line.split(delimiter))
  }
}
