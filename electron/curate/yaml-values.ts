import { isDeepStrictEqual } from 'node:util'
import { Document, isCollection, isScalar, Lexer, type Scalar, visit } from 'yaml'

/** New values as YAML text, and what a whole document says, for comparison. */

export type YamlPath = readonly (string | number)[]

/** One value at its place; undefined takes it away. */
export interface YamlEdit {
  readonly path: YamlPath
  readonly value: unknown
}

export interface Style {
  readonly eol: string
  /** Spaces of one level. */
  readonly step: number
  readonly json: boolean
}

/** Our reader takes typographic quotes around a plain text for the straight ones: such a text has to be quoted. */
const READ_OTHERWISE = /^[“„‘].*[”“’]$/
const SHORT_LIST = 90
/** In a list on one line, and as a single line, whatever it holds. */
type ScalarType = Scalar.Type | undefined

function documentOf(value: unknown, style: Style): Document {
  const document = new Document(undefined, { version: '1.2' })
  document.contents = document.createNode(value)
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && READ_OTHERWISE.test(node.value)) node.type = 'QUOTE_DOUBLE'
    },
    Seq(_key, node) {
      const isShort = node.items.every((item) => isScalar(item) && `${item.value}`.length < SHORT_LIST / 2)
      if (isShort && JSON.stringify(node.toJSON()).length < SHORT_LIST) node.flow = true
    },
    Map(_key, node) {
      if (node.items.length === 0 || style.json) node.flow = true
    },
  })
  return document
}

/** A new value for a document that is written anew. */
export function newNode(value: unknown, style: Style): unknown {
  return documentOf(value, style).contents
}

const PLAIN = { lineWidth: 0, flowCollectionPadding: false, blockQuote: 'literal' } as const

/** `key: value` as lines of a block, each with this indentation; without an end of line after the last. */
export function pairLines(key: string, value: unknown, indent: string, style: Style): string {
  return indented(written(new Map([[key, value]]), style), indent, style)
}

/** `- value` likewise. */
export function itemLines(value: unknown, indent: string, style: Style): string {
  const document = documentOf([value], style)
  if (isCollection(document.contents)) document.contents.flow = false
  return indented(document.toString({ ...PLAIN, indent: style.step }), indent, style)
}

function written(value: unknown, style: Style): string {
  return documentOf(value, style).toString({ ...PLAIN, indent: style.step })
}

function indented(text: string, indent: string, { eol }: Style): string {
  const lines = text.replace(/\n+$/, '').split('\n')
  return lines.map((line) => (line === '' ? '' : `${indent}${line}`)).join(eol)
}

/** A value as it may stand within brackets, or after a colon on the same line. */
export function inlineValue(value: unknown, style: Style, type?: ScalarType): string {
  if (style.json) return JSON.stringify(plain(value))
  const document = documentOf([value], style)
  visit(document, {
    Collection(_key, node) {
      node.flow = true
    },
    Scalar(_key, node) {
      if (typeof node.value !== 'string') return
      if (type !== undefined) node.type = type
      if (/[\r\n]/.test(node.value)) node.type = 'QUOTE_DOUBLE'
    },
  })
  const text = document.toString(PLAIN).trim()
  return text.slice(1, -1).trim()
}

/** `key: value` as it stands within braces. */
export function inlinePair(key: string, value: unknown, style: Style): string {
  if (style.json) return `${JSON.stringify(key)}: ${JSON.stringify(plain(value))}`
  const name = inlineValue(key, style)
  return `${name}: ${inlineValue(value, style)}`
}

/** A value deep in new groups: what is set where nothing stands yet. */
export function nested(path: YamlPath, value: unknown): unknown {
  return path.reduceRight<unknown>((inner, segment) => {
    return typeof segment === 'number' ? [inner] : new Map([[segment, inner]])
  }, value)
}

/** The model of edits: the same data with these values otherwise. Groups on the way that are not there are made. */
export function withValues(data: unknown, edits: readonly YamlEdit[]): unknown {
  return edits.reduce<unknown>((model, { path, value }) => setIn(model, path, value), plain(data))
}

/** Changes `data` itself, which is nobody else's: a room may have many thousand decisions. */
function setIn(data: unknown, path: YamlPath, value: unknown): unknown {
  const [first, ...rest] = path
  if (first === undefined) return value
  if (Array.isArray(data) && typeof first === 'number') {
    if (rest.length === 0 && value === undefined) data.splice(first, 1)
    else if (first < data.length) data[first] = setIn(data[first], rest, value)
    else if (value !== undefined) data.push(setIn(undefined, rest, value))
    return data
  }
  const fields: Record<string, unknown> = isPlainMap(data) ? data : {}
  const isThere = Object.hasOwn(fields, `${first}`)
  if (value === undefined && !isThere) return data
  if (value === undefined && rest.length === 0) {
    delete fields[`${first}`]
    return fields
  }
  if (typeof first === 'number' && !isThere && Object.keys(fields).length === 0)
    return [setIn(undefined, rest, value)]
  const inner = setIn(isThere ? fields[`${first}`] : undefined, rest, value)
  if (inner === undefined && !isThere) return data
  // `__proto__` is a name like any other.
  Object.defineProperty(fields, `${first}`, {
    value: inner,
    enumerable: true,
    configurable: true,
    writable: true,
  })
  return fields
}

/** A copy in which nothing is shared, as anchors share it, and maps are objects, as they are read again. */
export function plain(value: unknown): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, each]) => [key, plain(each)] as const))
  if (Array.isArray(value)) return value.map(plain)
  if (!isPlainMap(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]))
}

/** The value at a place; undefined where there is none. */
export function valueAt(data: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>((inner, segment) => {
    if (Array.isArray(inner)) return typeof segment === 'number' ? inner[segment] : undefined
    return isPlainMap(inner) && Object.hasOwn(inner, `${segment}`) ? inner[`${segment}`] : undefined
  }, data)
}

export function isPlainMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether two documents say the same. Nothing at all, and a group without fields, are alike. */
export function isSameData(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a ?? {}, b ?? {})
}

export interface FoundComment {
  readonly text: string
  readonly start: number
}

/** Every comment of a YAML text, in order. A hash inside a text is none. */
export function commentsOf(text: string): FoundComment[] {
  const found: FoundComment[] = []
  let at = 0
  let isContent = false
  for (const token of new Lexer().lex(text)) {
    if (CONTROLS.has(token)) {
      isContent = token === SCALAR
      continue
    }
    if (!isContent && token.startsWith('#')) found.push({ text: token.trimEnd(), start: at })
    isContent = false
    at += token.length
  }
  return found
}

/** What the lexer says without text of its own: the beginning of a document, the end of flow, a scalar to follow. */
const SCALAR = '\u001F'
const CONTROLS = new Set(['\u0002', '\u0018', SCALAR])
