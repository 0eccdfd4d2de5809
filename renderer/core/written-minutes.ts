import { numberOf, textOf } from './draft-values.ts'

/** `62`, `62 minutes`, `1:45`, `1 h 45 min`, `2 days` and ISO 8601's `PT1H45M` are minutes; anything else is passed on as it is. */
export function minutesOf(value: unknown): unknown {
  const text = textOf(value)
  if (text === undefined) return undefined
  const clock = /^(\d+)\s*(?::|h(?:ours?)?\s*)(\d{1,2})?\s*(?:m(?:in(?:utes?)?)?)?$/i.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2] ?? 0)
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(text)
  if (iso && text.length > 2) {
    const [days = 0, hours = 0, minutes = 0, seconds = 0] = iso.slice(1).map((part) => Number(part ?? 0))
    return days * 1_440 + hours * 60 + minutes + seconds / 60
  }
  const number = numberOf(value)
  const unit = /\d\s*(sec|s|h|hours?|days?|d|weeks?)\b/i.exec(text)?.[1]?.toLowerCase()
  return number === undefined ? value : unit === undefined ? number : number * (UNITS[unit[0] ?? ''] ?? 1)
}

/** Minutes in each, by its first letter. */
const UNITS: Readonly<Record<string, number>> = { s: 1 / 60, h: 60, d: 1_440, w: 10_080 }
