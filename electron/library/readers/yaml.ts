import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml'
import type { Problem } from '../../../renderer/core/problem.ts'
import { error, reasonOf, warning } from '../problems.ts'
import { type Read, readable, unreadable } from './reading.ts'

/** Plain data with the line of every field, e.g. `phases[2].emotion`; lines are 1-based in the file. */
export interface Data {
  readonly value: unknown
  readonly lines: Readonly<Record<string, number>>
}

/** A document that unfolds more aliases than this is a bomb, not a journey. */
const MAX_ALIASES = 100
/** Levels of lists and fields in each other; a journey has five. */
const MAX_DEPTH = 40
/** Fields whose lines are kept; beyond that a problem points at the field above. */
const MAX_LINES = 5_000
/** Numbers that would not be written the same again: `9.30` is a time of day, `007` a name. */
const KEPT_AS_WRITTEN = /^[-+]?(0\d|\d*\.\d*0$)/

/** A value in typographic quotes: a word processor's way to write the straight ones. */
const CURLY = /^[“„]([^“”„]*)[”“]$|^‘([^‘’]*)’$/

/** JSON longer than this is an export, not something that a person wrote: read fast, without lines. */
const LONG_JSON = 200_000

/** Reads JSON: by the YAML reader, which knows lines, unless it is long. */
export function readJson(path: string, text: string): Read<Data> {
  const lines = recordsByLine(text)
  if (lines)
    return readable({
      value: lines,
      lines: Object.fromEntries(lines.map((_, index) => [`[${index}]`, index + 1])),
    })
  if (text.length < LONG_JSON) return readYaml(path, text)
  try {
    const value = JSON.parse(text) as unknown
    return isTooDeep(value) ? unreadable(tooDeep(path)) : readable({ value, lines: {} })
  } catch (thrown) {
    return unreadable(
      error({ path, line: lineOfFault(text, thrown) }, 'This cannot be read as JSON.', 'Export it again.'),
    )
  }
}

/** JSON Lines: a record on each line, as databases and chat tools export them. */
function recordsByLine(text: string): unknown[] | undefined {
  if (!/^\s*\{[^\n]*\}\s*\n\s*\{/.test(text)) return undefined
  try {
    return text
      .trim()
      .split(/\r?\n/)
      .map((line) => JSON.parse(line) as unknown)
  } catch {
    // It is one record over several lines, or broken: the YAML reader says where.
    return undefined
  }
}

const CONTEXT = 10

/** The engine's own words quote the file, so that only the place is taken from them. */
function lineOfFault(text: string, thrown: unknown): number | undefined {
  const reason = reasonOf(thrown)
  const position = /at position (\d+)/.exec(reason)?.[1]
  // Where it quotes, it gives no position: the ten characters on either side of the fault.
  const around = /"([\s\S]*)"(?:\.\.\.)? is not valid JSON$/.exec(reason)?.[1]
  const at = position === undefined ? text.indexOf(around ?? '') + CONTEXT : Number(position)
  return position === undefined && around === undefined ? undefined : text.slice(0, at).split('\n').length
}

/** Tabs and typographic quotes, as word processors and chats put them where YAML wants spaces and plain quotes. */
function mend(path: string, text: string, lineOffset: number, line: number): Read<Data> | undefined {
  const mended = mendedText(text)
  if (mended === text) return undefined
  const read = readYaml(path, mended, lineOffset)
  if (!read.ok) return undefined
  const message =
    'Here are tabs or curly quotes where YAML wants spaces or straight ones ("); we read it as if they were.'
  return {
    ...read,
    problems: [
      ...read.problems,
      warning({ path, line }, message, 'Put two spaces for each tab, and " for “ and ”.'),
    ],
  }
}

/** The same lines with spaces and straight quotes: what is read where a file cannot be read as it stands. */
export function mendedText(text: string): string {
  return text
    .replace(/^[ ]*\t[ \t]*/gm, (indent) => indent.replaceAll('\t', '  '))
    .replace(
      /^(\s*(?:- +)?[\p{L}\w -]+: +)[“„‘«"](.*)[”“’»"][ \t]*$/gmu,
      (_, before: string, inner: string) => {
        return /["\\]/.test(inner) ? `${before}'${inner.replaceAll("'", "''")}'` : `${before}"${inner}"`
      },
    )
}

/** How the room's YAML is parsed, wherever that is done. */
const AS_READ = { prettyErrors: false, merge: true, version: '1.2' } as const

/** A document with its errors. The parser compares each key with all others of its group, which takes minutes where there are many thousand: it does so only where there are two alike. */
export function parseYaml(text: string, lineCounter?: LineCounter): Document {
  const options = { ...AS_READ, ...(lineCounter ? { lineCounter } : {}) }
  const document = parseDocument(text, { ...options, uniqueKeys: false })
  return hasTwins(document) ? parseDocument(text, AS_READ) : document
}

function hasTwins(document: Document): boolean {
  let found = false
  visit(document, {
    Map(_key, { items }) {
      const names = items.flatMap(({ key }) => (isScalar(key) ? [key.value] : []))
      found ||= new Set(names).size < names.length
      return found ? visit.BREAK : undefined
    },
  })
  return found
}

/** What a document says, as plain data. Throws where it unfolds too many aliases. */
export function plainValue(document: Document): unknown {
  keepAsWritten(document)
  return document.toJS({ maxAliasCount: MAX_ALIASES })
}

/** Reads YAML 1.2 (and so JSON) as data alone: unknown tags are text, aliases are limited, nothing runs. */
export function readYaml(path: string, text: string, lineOffset = 0): Read<Data> {
  const counter = new LineCounter()
  const lineAt = (offset: number): number => counter.linePos(offset).line + lineOffset
  try {
    const document = parseYaml(text, counter)
    const fault = document.errors[0]
    if (fault) {
      const mended = mend(path, text, lineOffset, lineAt(fault.pos[0]))
      return mended ?? unreadable(syntaxProblem(path, fault, lineAt(fault.pos[0])))
    }
    const value = plainValue(document)
    if (isTooDeep(value)) return unreadable(tooDeep(path))
    return readable(
      { value, lines: linesOf(document, lineAt) },
      document.warnings.map((found) => tagProblem(path, found, lineAt)),
    )
  } catch (thrown) {
    // The parser itself goes down one level a bracket; so much of a nest is its own end.
    if (thrown instanceof RangeError) return unreadable(tooDeep(path))
    return unreadable(
      error(
        { path },
        `This cannot be read as YAML: ${reasonOf(thrown)}.`,
        'Check the file in a YAML editor.',
      ),
    )
  }
}

/**
 * True for what lies deeper than anything that a person writes, or in itself, as an anchor that is referred to inside its
 * own value: whoever goes down through it would never come back.
 */
function isTooDeep(value: unknown, above: readonly unknown[] = []): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (above.length >= MAX_DEPTH || above.includes(value)) return true
  const inner = [...above, value]
  return Object.values(value).some((each) => isTooDeep(each, inner))
}

const FLATTER = 'Write it flatter: fields, lists, and lists of fields are enough.'

function tooDeep(path: string): Problem {
  return error(
    { path },
    `What stands here lies more than ${MAX_DEPTH} levels deep, or in itself (an alias inside its own anchor).`,
    FLATTER,
  )
}

function syntaxProblem(path: string, fault: YAMLError, line: number): Problem {
  return error({ path, line }, sentence(fault), hintFor(fault))
}

const SENTENCES: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'This field stands here twice.',
  TAB_AS_INDENT: 'A line is indented with a tab; YAML wants spaces.',
  BAD_INDENT: 'A line is indented differently from its neighbours.',
  MISSING_CHAR: 'A closing quote, bracket or colon is missing.',
  MULTIPLE_DOCS: 'There are several documents in this file, divided by ---.',
  BAD_ALIAS: 'It refers to an anchor (&name) that is not there.',
}

function sentence(fault: YAMLError): string {
  if (/call stack/i.test(fault.message))
    return 'Brackets or fields lie hundreds of levels deep in each other here.'
  return SENTENCES[fault.code] ?? `This cannot be read as YAML: ${fault.message.replace(/\.$/, '')}.`
}

function hintFor(fault: YAMLError): string {
  if (fault.code === 'DUPLICATE_KEY') return 'Keep one of them.'
  if (/call stack/i.test(fault.message)) return FLATTER
  if (fault.code === 'TAB_AS_INDENT') return 'Put two spaces for each tab at the beginning of a line.'
  if (fault.code === 'BAD_INDENT') return 'Begin the lines of one list or group at the same place.'
  if (fault.code === 'MISSING_CHAR')
    return 'Close it on the line where it is opened, with the same straight quote or bracket.'
  if (fault.code === 'MULTIPLE_DOCS') return 'Put each into a file of its own.'
  return 'Text with a colon, a hash or a quote in it goes between quotes: title: "Late: again".'
}

function tagProblem(path: string, found: YAMLError, lineAt: (offset: number) => number): Problem {
  return warning(
    { path, line: lineAt(found.pos[0]) },
    `${found.message.replace(/\.$/, '')}; it was read as plain text.`,
    'Remove it.',
  )
}

function keepAsWritten(document: Document): void {
  visit(document, {
    Scalar(key, node) {
      if (key !== 'key' && node.type === 'PLAIN' && typeof node.value === 'string')
        node.value = node.value.replace(CURLY, '$1$2')
      if (key === 'key' || typeof node.value !== 'number' || node.source === undefined) return
      if (KEPT_AS_WRITTEN.test(node.source) || !Number.isFinite(node.value)) node.value = node.source
    },
  })
}

function linesOf(document: Document, lineAt: (offset: number) => number): Record<string, number> {
  const lines: Record<string, number> = Object.create(null)
  let left = MAX_LINES
  const note = (name: string, node: unknown, at: unknown): void => {
    const range = isScalar(at) || isMap(at) || isSeq(at) ? at.range : undefined
    if (range && left > 0) lines[name] = lineAt(range[0])
    left -= 1
    descend(name, node)
  }
  const descend = (name: string, node: unknown): void => {
    if (left <= 0) return
    if (isSeq(node)) for (const [index, item] of node.items.entries()) note(`${name}[${index}]`, item, item)
    if (!isMap(node)) return
    for (const pair of node.items) {
      if (isPair(pair) && isScalar(pair.key))
        note(name === '' ? String(pair.key.value) : `${name}.${String(pair.key.value)}`, pair.value, pair.key)
    }
  }
  descend('', document.contents)
  return lines
}

/** A map as fields; anything else is not an item. */
export function asFields(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}
