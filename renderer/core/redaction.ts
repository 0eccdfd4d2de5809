/** `[[...]]` around words keeps them off the wall: in any text of any kind, and in a transcript in the sound too. */

/** What stands for words that are not to be seen; two dashes, as print has always written "Mr ——". */
export const BLANK = '——'

const MARKED = /\[\[[\s\S]*?(?:\]\]|$)/g

/** The text with every marked stretch blanked. A mark that is never closed blanks the rest: better too much than too little. */
export function redactText(text: string): string {
  return text.includes('[[') ? text.replace(MARKED, BLANK) : text
}

/** The same for every text inside a value, at any depth; names of fields stay. */
export function redactValue(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value)
  if (Array.isArray(value)) return value.map(redactValue)
  if (!isPlainMap(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, redactValue(inner)]))
}

function isPlainMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Date)
}
