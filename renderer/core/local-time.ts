/** The wall's clock on the wall: local date and time as text that sorts, so that rules compare strings. */

const formats = new Map<string, Intl.DateTimeFormat>()

/** `YYYY-MM-DDTHH:MM` in an IANA zone (the machine's own where absent) at `now`, ms since 1970 UTC. */
export function localMinute(now: number, timeZone?: string): string {
  const parts = formatFor(timeZone).formatToParts(now)
  const get = (type: string): string => parts.find((part) => part.type === type)?.value ?? '00'
  return `${get('year').padStart(4, '0')}-${get('month')}-${get('day')}T${get('hour')}:${get('minute')}`
}

function formatFor(timeZone = ''): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    ...(timeZone === '' ? {} : { timeZone }),
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}

/** True from the first minute of `date` on; a bare year or month begins on its first day. */
export function hasBegun(date: string, minute: string): boolean {
  return minute.slice(0, date.length) >= date
}

/** True after the last minute of `date`; a bare year, month or day ends with it. */
export function isOver(date: string, minute: string): boolean {
  return minute.slice(0, date.length) > date
}

/**
 * A date so many calendar months later, as precise as it was; the 31st becomes the last day of a shorter month.
 * A year or a month counts from its first day.
 */
export function addMonths(date: string, months: number): string {
  const [year = 1970, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number)
  const total = year * 12 + (month - 1) + months
  const lastDay = new Date(Date.UTC(Math.floor(total / 12), (total % 12) + 1, 0)).getUTCDate()
  const text = (value: number, width: number): string => String(value).padStart(width, '0')
  return `${text(Math.floor(total / 12), 4)}-${text((total % 12) + 1, 2)}-${text(Math.min(day, lastDay), 2)}`
}
