/** Values as people write them, in front matter and in cells: what kinds share when they read a draft. */

/** True for a YAML or JSON map. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

/** Nothing was written: an empty cell, `field:` with nothing after it, an empty list. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.every(isBlank)
}

/** One line or paragraph of text, trimmed. Numbers and yes/no become text; a list of lines is joined; a map is not text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (typeof value === 'number' || typeof value === 'boolean') return `${value}`
  if (Array.isArray(value)) return textsOf(value).join(' ') || undefined
  // `- Her words: none` is a map to YAML and a sentence to whoever wrote it.
  const [entry, ...more] = isMap(value) ? Object.entries(value) : []
  const inner = entry && more.length === 0 ? textOf(entry[1]) : undefined
  return entry && inner !== undefined ? `${entry[0]}: ${inner}` : undefined
}

/** A list of phrases. A single text is one phrase, or several where it has lines, bullets or semicolons; commas belong to sentences. */
export function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((inner) => textOf(inner) ?? [])
  const text = textOf(value)
  if (text === undefined) return []
  return text
    .split(/\n+|;\s+|;$/)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '')
}

/** A number out of `14`, `14 %`, `3,5`, `43 people`; undefined where there is none or more than one. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string') return undefined
  const found = value.replace(/−/g, '-').match(/-?\d+(?:[.,]\d+)?/g) ?? []
  return found.length === 1 ? Number(found[0].replace(',', '.')) : undefined
}

const YES = new Set(['yes', 'true', 'y', 'x', '1'])
const NO = new Set(['no', 'false', 'n', '0'])

export function booleanOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  const word = textOf(value)?.toLowerCase()
  if (word === undefined) return undefined
  return YES.has(word) ? true : NO.has(word) ? false : undefined
}

/** `Retired midwife.` out of `retired midwife.`; scripts without capitals stay as they are. */
export function sentenceCase(text: string): string {
  const [first = ''] = text
  return first.toLocaleUpperCase('en') + text.slice(first.length)
}

/** Marks around a whole text are not part of what was said; the wall sets its own. */
const QUOTATION: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['"', '"'],
  ['„', '“'],
  ['„', '”'],
  ['«', '»'],
  ['»', '«'],
  ['「', '」'],
  ['‘', '’'],
]

export function withoutQuotationMarks(text: string): string {
  const inner = text.trim()
  const pair = QUOTATION.find(
    ([open, close]) => inner.length > 2 && inner.startsWith(open) && inner.endsWith(close),
  )
  if (!pair) return inner
  const stripped = inner.slice(1, -1)
  // “One,” she said, “two” begins and ends with marks that are no pair.
  return stripped.includes(pair[0]) || stripped.includes(pair[1])
    ? closedInside(stripped, pair, inner)
    : stripped.trim()
}

function closedInside(stripped: string, [open, close]: readonly [string, string], whole: string): string {
  if (open === close || open === '‘') return whole
  const opens = stripped.indexOf(open)
  const closes = stripped.indexOf(close)
  return opens !== -1 && opens < closes ? stripped.trim() : whole
}

/** A path written in a file, as a path relative to the content folder; undefined for addresses and for what lies outside it. */
export function pathBeside(draftPath: string, written: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:/i.test(written) || written.startsWith('//') || written.includes('\0'))
    return undefined
  const name = written.replaceAll('\\', '/')
  const start = name.startsWith('/') ? [] : draftPath.split('/').slice(0, -1)
  const path: string[] = [...start]
  for (const part of name.split('/')) {
    if (part === '..' && path.pop() === undefined) return undefined
    if (part !== '..' && part !== '.' && part !== '') path.push(part)
  }
  // On Windows `x/../C:` would be another disk.
  return path.length === 0 || /^[a-z]:/i.test(path[0] ?? '') ? undefined : path.join('/')
}

/** An item that a file refers to: `quotes/egg-box`, also as the path of its file or with a row's id after `#`. */
export function itemIdOf(value: unknown): string | undefined {
  const id = textOf(value)
    ?.normalize('NFC')
    .replace(/^\.?\//, '')
    .replace(/\.(?:md|markdown|ya?ml|json|csv|tsv|xlsx)(?=#|$)/i, '')
  return id === undefined || !/^[^\s/]+(?:\/[^\s/]+)+$/u.test(id) ? undefined : id
}

/** The file's name without folder and without extensions: `personas/ruth.md` is `ruth`. */
export function stemOf(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/(?<=.)\.[^.]*$/, '')
}

const EXTENSION = /\.([a-z\d]+)$/i

/** Lower case, without the dot; empty where there is none. */
export function extensionOf(path: string): string {
  return EXTENSION.exec(path)?.[1]?.toLowerCase() ?? ''
}
