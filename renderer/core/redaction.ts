/** `[[...]]` around words keeps them off the wall: in any text of any kind, and in a transcript in the sound too. */

/** What stands for words that are not to be seen; two dashes, as print has always written "Mr ——". */
export const BLANK = '——'

const MARKED = /\[\[[\s\S]*?(?:\]\]|$)/g

/** The text with every marked stretch blanked. A mark that is never closed blanks the rest: better too much than too little. */
export function redactText(text: string): string {
  return text.includes('[[') ? text.replace(MARKED, BLANK) : text
}

/** The same for every text inside a value, at any depth; names of fields stay. The value itself where nothing is marked. */
export function redactValue(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value !== 'object' || value === null || unmarked.has(value)) return value
  if (!hasMark(value)) {
    unmarked.add(value)
    return value
  }
  if (Array.isArray(value)) return value.map(redactValue)
  if (!isPlainMap(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, redactValue(inner)]))
}

/** Values in which nothing is marked: what is said beside a table, its consent above all, is every row's. Nobody changes them. */
const unmarked = new WeakSet<object>()

function hasMark(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('[[')
  if (Array.isArray(value)) return value.some(hasMark)
  return isPlainMap(value) && Object.values(value).some(hasMark)
}

/** A listed phrase as a whole, in capitals or not, with any spaces between its words. */
export function phrasePattern(phrase: string): RegExp {
  const words = phrase
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${words.join(String.raw`\s+`)}(?![\p{L}\p{N}])`, 'iu')
}

/** Every text inside a value without the listed phrases; the names of files stay, or they would not be found. */
export function redactPhrases(value: unknown, phrases: readonly string[]): unknown {
  if (phrases.length === 0) return value
  const patterns = phrases.map((phrase) => new RegExp(phrasePattern(phrase), 'giu'))
  const redact = (inner: unknown): unknown => {
    if (typeof inner === 'string')
      return isFileName(inner) ? inner : patterns.reduce((text, each) => text.replace(each, BLANK), inner)
    if (Array.isArray(inner)) return inner.map(redact)
    if (!isPlainMap(inner)) return inner
    return Object.fromEntries(Object.entries(inner).map(([name, each]) => [name, redact(each)]))
  }
  return redact(value)
}

function isFileName(text: string): boolean {
  return /^[^\s]+\.[a-z][a-z0-9]{1,4}$/i.test(text.trim())
}

/** Every text inside a value, one a line. */
export function textWithin(value: unknown): string {
  if (typeof value === 'string') return value
  const inner: readonly unknown[] = Array.isArray(value)
    ? value
    : isPlainMap(value)
      ? Object.values(value)
      : []
  return inner.map(textWithin).join('\n')
}

/** What stands between marks anywhere in a value; a mark that is never closed hides everything after it. */
export function markedStretches(value: unknown): string[] {
  if (typeof value === 'string') {
    return [...value.matchAll(MARKED)].map(([found]) => found.replace(/^\[\[|\]\]$/g, '').trim())
  }
  if (Array.isArray(value)) return value.flatMap(markedStretches)
  return isPlainMap(value) ? Object.values(value).flatMap(markedStretches) : []
}

function isPlainMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Date)
}
