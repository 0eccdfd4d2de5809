import { findPersonalData } from './pii.ts'

/** A value as a sentence may quote it: short, on one line. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  // Problems are kept in the index and printed in logs, where no personal data may be.
  if (findPersonalData([text]).length > 0) return 'What stands here'
  const line = text.replace(/\s+/g, ' ').trim()
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`
}
