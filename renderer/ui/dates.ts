/** Dates as people read them: as precise as the author wrote them, never more. */

interface Shape {
  readonly options: Intl.DateTimeFormatOptions
  readonly pattern: RegExp
}

const SHAPES: readonly Shape[] = [
  { pattern: /^\d{4}-\d{2}-\d{2}/, options: { day: 'numeric', month: 'long', year: 'numeric' } },
  { pattern: /^\d{4}-\d{2}$/, options: { month: 'long', year: 'numeric' } },
  { pattern: /^\d{4}$/, options: { year: 'numeric' } },
]

/** A date stays on one line. */
const NO_BREAK = '\u00a0'

/**
 * `2026-03` becomes "March 2026", `2026-03-04` "4 March 2026"; the time of day is left out.
 * Text that is no such date is given back as it is: an author's word beats an error on a wall.
 */
export function formatDate(date: string, language: string): string {
  const shape = SHAPES.find(({ pattern }) => pattern.test(date))
  if (!shape) return date
  const [year = 1970, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number)
  const text = dateFormat(language, shape.options).format(Date.UTC(year, month - 1, day))
  return text.replaceAll(' ', NO_BREAK)
}

/** A number as the language writes it. */
export function formatNumber(value: number, language: string): string {
  return kept(`number ${language}`, () => new Intl.NumberFormat(known(language))).format(value)
}

function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(
    `${language} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(known(language), { ...options, timeZone: 'UTC', calendar: 'gregory' }),
  )
}

/** Making a format takes a few milliseconds, and a wall has few languages. */
const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

function kept<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(
  key: string,
  make: () => Format,
): Format {
  const format = (formats.get(key) as Format | undefined) ?? make()
  formats.set(key, format)
  return format
}

/** An author's language tag may be none at all. Bare English dates are written day first, as the look sets them. */
function known(language: string): string {
  if (language === 'en') return 'en-GB'
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en-GB'
  } catch {
    return 'en-GB'
  }
}
