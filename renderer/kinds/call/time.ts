import { isMap } from '../../core/draft-values.ts'

/** Times in a recording as people write them, ms. */

/** First and last ms of a stretch of the recording. */
export type TimeRange = readonly [number, number]

const CLOCK = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,3}))?$/
const SECONDS = /^(\d{1,6})(?:[.,](\d{1,3}))?\s*(s|sec|seconds?|ms)?$/i

/** ms of `12.5` (seconds), `0:12.5`, `00:00:12.500`, `800 ms`; undefined for what is no time. */
export function readTime(value: unknown): number | undefined {
  if (typeof value === 'number')
    return Number.isFinite(value) && value >= 0 ? Math.round(value * 1000) : undefined
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  const clock = CLOCK.exec(text)
  if (clock) {
    const seconds = Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
    return Number(clock[3]) > 59 ? undefined : seconds * 1000 + fraction(clock[4])
  }
  const plain = SECONDS.exec(text)
  if (!plain) return undefined
  return plain[3]?.toLowerCase() === 'ms' ? Number(plain[1]) : Number(plain[1]) * 1000 + fraction(plain[2])
}

/** `0:12.5 - 0:14`, `[12.5, 14]`, `{from: 12.5, to: 14}`; undefined for what is no range. */
export function readTimeRange(value: unknown): TimeRange | undefined {
  const parts = Array.isArray(value)
    ? value
    : isMap(value)
      ? [value['from'] ?? value['in'] ?? value['start'], value['to'] ?? value['out'] ?? value['end']]
      : String(value).split(/\s*(?:-->|-|–|\bto\b)\s*/)
  const [start, end, ...more] = parts.map(readTime)
  return start === undefined || end === undefined || more.length > 0 || end <= start
    ? undefined
    : [start, end]
}

function fraction(digits = ''): number {
  return Number(digits.padEnd(3, '0').slice(0, 3))
}
