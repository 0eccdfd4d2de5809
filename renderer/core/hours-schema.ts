import { z } from 'zod'
import { readHours } from './week-hours.ts'

/** Times of the week in room.yaml: a line, a list of lines, or days with their times. They stay the text that was written. */

const line = z
  .string({ error: 'has to be a time of the week, such as mon-fri 08:00-18:00' })
  .superRefine((text, context) => {
    const read = readHours(text)
    if (!read.ok) context.addIssue(read.error)
  })

export const hoursSchema = z.preprocess(
  asLines,
  z
    .array(line, { error: 'has to be times of the week, such as mon-fri 08:00-18:00' })
    .min(1, { error: 'holds no time: take the line away, or write times such as mon-fri 08:00-18:00' }),
)

/** `{mon-fri: 08:00-18:00, sun: closed}` says the same as a list of lines. */
export function asLines(value: unknown): unknown {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.entries(value)
    .filter(([, times]) => !isClosed(times))
    .flatMap(([days, times]) => (Array.isArray(times) ? times : [times]).map((time) => `${days} ${time}`))
}

function isClosed(times: unknown): boolean {
  return (
    times === null || times === false || (typeof times === 'string' && /^(closed|off)$/i.test(times.trim()))
  )
}
