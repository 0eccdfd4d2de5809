import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import {
  afterColon,
  claimOf,
  contentEnd,
  endOfLine,
  indentAt,
  isBlockGroup,
  isBlockText,
  isEmptyScalar,
  isFirstOnLine,
  lineStart,
  pairEnd,
  startOf,
} from './yaml-places.ts'
import { itemRemoved, pairRemoved } from './yaml-removal.ts'
import {
  inlinePair,
  inlineValue,
  itemLines,
  nested,
  pairLines,
  type Style,
  withValues,
  type YamlEdit,
  type YamlPath,
} from './yaml-values.ts'

/**
 * One edit of a YAML text as the replacement of a few characters, so that everything else stays as it was written, to
 * the last space. What it cannot do so, it leaves to the library's own way of writing a document anew.
 */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
  /** The place that it makes or changes; of two splices with one place, the second waits for the first. */
  readonly claim: string
}

export interface Parsed {
  readonly text: string
  readonly document: Document
  readonly style: Style
}

/** Undefined where there is no such way; `none` where there is nothing to be done. */
export function spliceFor(parsed: Parsed, edit: YamlEdit): Splice | 'none' | undefined {
  const { contents } = parsed.document
  if (contents === null || isEmptyScalar(contents)) return intoNothing(parsed, edit)
  return descend(parsed, contents, edit, 0, undefined)
}

/** The pair or item that holds a node, to be replaced as a whole. */
export type Holder =
  | { readonly map: YAMLMap; readonly pair: Pair }
  | { readonly seq: YAMLSeq; readonly at: number }

function descend(
  parsed: Parsed,
  node: unknown,
  edit: YamlEdit,
  depth: number,
  holder: Holder | undefined,
): Splice | 'none' | undefined {
  const segment = edit.path[depth]
  if (segment === undefined) return holder && replaced(parsed, holder, edit.value, claimOf(edit.path))
  const rest = edit.path.slice(depth)
  if (isAlias(node)) return holder && ownCopy(parsed, holder, node, edit, depth)
  if (isMap(node)) {
    const isEmpty = node.items.length === 0
    const pair = pairOf(node, `${segment}`)
    if (pair) return intoPair(parsed, node, pair, edit, depth, holder)
    if (edit.value === undefined) return 'none'
    const claim = claimOf(edit.path.slice(0, depth + 1))
    if (isEmpty) return filled(parsed, node, holder, rest, edit.value, claim)
    return inserted(parsed, node, `${segment}`, nested(rest.slice(1), edit.value), claim)
  }
  if (isSeq(node) && typeof segment === 'number') return intoItem(parsed, node, segment, edit, depth, holder)
  if (edit.value === undefined) return 'none'
  return holder && filled(parsed, node, holder, rest, edit.value, claimOf(edit.path.slice(0, depth)))
}

/** Of a map that is looked into ten thousand times, in one parse of a document that nobody changes. */
const pairsOf = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>()

function pairOf(map: YAMLMap, name: string): Pair | undefined {
  let pairs = pairsOf.get(map)
  if (!pairs) {
    // Of two of one name the first counts, as the parser says it.
    const named = map.items.flatMap((pair) =>
      isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [],
    )
    pairs = new Map(named.toReversed())
    pairsOf.set(map, pairs)
  }
  return pairs.get(name)
}

function intoPair(
  parsed: Parsed,
  map: YAMLMap,
  pair: Pair,
  edit: YamlEdit,
  depth: number,
  holder: Holder | undefined,
): Splice | 'none' | undefined {
  if (depth < edit.path.length - 1 || edit.value !== undefined)
    return descend(parsed, pair.value, edit, depth + 1, { map, pair })
  return pairRemoved(parsed, map, pair, holder, claimOf(edit.path))
}

function intoItem(
  parsed: Parsed,
  seq: YAMLSeq,
  at: number,
  edit: YamlEdit,
  depth: number,
  holder: Holder | undefined,
): Splice | 'none' | undefined {
  const item = seq.items[at]
  const isLast = depth === edit.path.length - 1
  if (item === undefined) {
    if (edit.value === undefined) return 'none'
    return appended(
      parsed,
      seq,
      nested(edit.path.slice(depth + 1), edit.value),
      claimOf(edit.path.slice(0, depth)),
    )
  }
  if (isLast && edit.value === undefined)
    return itemRemoved(parsed, seq, at, holder, claimOf(edit.path.slice(0, depth)))
  return descend(parsed, item, edit, depth + 1, { seq, at })
}

/** A file that says nothing yet. */
function intoNothing({ text, style }: Parsed, { path, value }: YamlEdit): Splice | 'none' | undefined {
  const [key, ...rest] = path
  if (value === undefined) return 'none'
  // What stands there in so many words, `{}` or null, the library replaces.
  if (typeof key !== 'string' || /^[^#\s]/m.test(text)) return undefined
  const body = style.json
    ? `{${inlinePair(key, nested(rest, value), style)}}`
    : pairLines(key, nested(rest, value), '', style)
  const before = text === '' || text.endsWith('\n') ? '' : style.eol
  return { start: text.length, end: text.length, text: `${before}${body}${style.eol}`, claim: '' }
}

/** A new pair after the last one of its map. */
function inserted(
  { text, style }: Parsed,
  map: YAMLMap,
  key: string,
  value: unknown,
  claim: string,
): Splice | undefined {
  const last = map.items.at(-1)
  const lastKey = last && startOf(last.key)
  const end = last && pairEnd(text, last)
  if (lastKey === undefined || end === undefined) return undefined
  if (map.flow) {
    const lead = isFirstOnLine(text, lastKey) ? `,${style.eol}${indentAt(text, lastKey)}` : ', '
    return { start: end, end, text: `${lead}${inlinePair(key, value, style)}`, claim }
  }
  const first = startOf(map.items[0]?.key)
  if (first === undefined) return undefined
  const indent = ' '.repeat(first - lineStart(text, first))
  return lineAfter(text, end, pairLines(key, value, indent, style), style, claim)
}

function appended({ text, style }: Parsed, seq: YAMLSeq, value: unknown, claim: string): Splice | undefined {
  const last = seq.items.at(-1)
  const start = startOf(last)
  const end = contentEnd(text, last)
  if (last === undefined || start === undefined || end === undefined) {
    const range = seq.range
    if (!range || !seq.flow || !/^\[\s*\]$/.test(text.slice(range[0], range[1]))) return undefined
    return { start: range[0], end: range[1], text: `[${inlineValue(value, style)}]`, claim }
  }
  if (seq.flow) {
    const lead = isFirstOnLine(text, start) ? `,${style.eol}${indentAt(text, start)}` : ', '
    return { start: end, end, text: `${lead}${inlineValue(value, style)}`, claim }
  }
  const dash = /^([ ]*)- +$/.exec(text.slice(lineStart(text, start), start))
  if (!dash) return undefined
  return lineAfter(text, end, itemLines(value, dash[1] ?? '', style), style, claim)
}

/** Lines after the one on which something ends. */
function lineAfter(text: string, end: number, lines: string, { eol }: Style, claim: string): Splice {
  if (end > 0 && text[end - 1] === '\n') return { start: end, end, text: `${lines}${eol}`, claim }
  const newline = text.indexOf('\n', end)
  if (newline === -1) return { start: text.length, end: text.length, text: `${eol}${lines}`, claim }
  return { start: newline + 1, end: newline + 1, text: `${lines}${eol}`, claim }
}

/** A group where nothing stood, or `{}`, or nothing that could hold a field. */
function filled(
  parsed: Parsed,
  node: unknown,
  holder: Holder | undefined,
  rest: YamlPath,
  value: unknown,
  claim: string,
): Splice | undefined {
  const made = nested(rest, value)
  if (holder) return replaced(parsed, holder, made, claim)
  const range = isMap(node) ? node.range : undefined
  const [key, ...inner] = rest
  if (!range || typeof key !== 'string') return undefined
  const { style } = parsed
  const within = nested(inner, value)
  const text = style.json ? `{${inlinePair(key, within, style)}}` : pairLines(key, within, '', style)
  return { start: range[0], end: range[1], text, claim: '' }
}

/** Another value in the place of the one that a pair or a list holds. */
function replaced(parsed: Parsed, holder: Holder, value: unknown, claim: string): Splice | undefined {
  const { text, style } = parsed
  const node = 'pair' in holder ? holder.pair.value : holder.seq.items[holder.at]
  const isFlow = 'pair' in holder ? holder.map.flow === true : holder.seq.flow === true
  const start = startOf(node)
  const end = contentEnd(text, node)
  if (start === undefined || end === undefined) return undefined
  const isBlock = !isFlow && !style.json
  if (isBlock && needsLines(value)) {
    if ('pair' in holder) return asLines(parsed, holder, node, value, claim)
    return asItem(parsed, start, end, value, claim)
  }
  const type = isScalar(node) && /^QUOTE/.test(`${node.type}`) ? node.type : undefined
  const made =
    isBlock && type === undefined
      ? afterKey(value, style)
      : inlineValue(value, style, typeof value === 'string' ? type : undefined)
  // A text that is written over several lines ends with the end of its line.
  const isLong = isBlockText(node)
  const lead = isBlock && 'pair' in holder && !/[ \t]$/.test(text.slice(0, start)) ? ' ' : ''
  if (isBlock && isBlockGroup(node)) {
    const colon = 'pair' in holder ? afterColon(text, holder.pair) : undefined
    return colon === undefined ? undefined : { start: colon, end, text: ` ${made}`, claim }
  }
  return { start, end, text: `${lead}${made}${isLong ? style.eol : ''}`, claim }
}

/** As it stands after a key in lines, where fewer texts need quotes than within brackets. */
function afterKey(value: unknown, style: Style): string {
  return pairLines('k', value, '', style).slice('k: '.length)
}

/** Groups, and texts of several lines, stand below their key. */
function needsLines(value: unknown): boolean {
  if (value instanceof Map) return value.size > 0
  if (Array.isArray(value)) return value.some((each) => typeof each === 'object' && each !== null)
  if (typeof value === 'string') return value.includes('\n')
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

function asLines(
  { text, style }: Parsed,
  { pair }: { readonly map: YAMLMap; readonly pair: Pair },
  node: unknown,
  value: unknown,
  claim: string,
): Splice | undefined {
  const key = startOf(pair.key)
  const colon = afterColon(text, pair)
  const end = contentEnd(text, node)
  if (key === undefined || colon === undefined || end === undefined || !isScalar(pair.key)) return undefined
  const column = key - lineStart(text, key)
  const lines = pairLines(`${pair.key.value}`, value, ' '.repeat(column), style)
  const [head = '', ...body] = lines.split(style.eol)
  // `|-` stands on the line of the key, a group does not.
  const marker = /:( [|>][-+\d]*)$/.exec(head)?.[1] ?? ''
  if (body.length === 0) return undefined
  const below = body.join(style.eol)
  const after = isBlockText(node) || (end > 0 && text[end - 1] === '\n') ? style.eol : ''
  const lineEnds = endOfLine(text, end)
  const remark = text.slice(end, lineEnds)
  if (after !== '' || remark.trim() === '')
    return { start: colon, end, text: `${marker}${style.eol}${below}${after}`, claim }
  // A remark on the line of the key stays there.
  if (isBlockGroup(node)) return { start: colon, end: lineEnds, text: `${marker}${style.eol}${below}`, claim }
  return { start: colon, end: lineEnds, text: `${marker}${remark}${style.eol}${below}`, claim }
}

/** In a list; a remark behind it, which would end up behind the last line, goes above. */
function asItem(
  { text, style }: Parsed,
  start: number,
  end: number,
  value: unknown,
  claim: string,
): Splice | undefined {
  const dash = /^([ ]*)- +$/.exec(text.slice(lineStart(text, start), start))
  if (!dash) return undefined
  const indent = dash[1] ?? ''
  const lines = itemLines(value, indent, style)
  const [first = '', ...others] = lines.split(style.eol)
  const made = [first.slice(indent.length).replace(/^- +/, ''), ...others]
  const gap = dash[0].length - indent.length - 2
  if (gap > 0 || !first.startsWith(`${indent}- `)) return undefined
  const isLong = end > 0 && text[end - 1] === '\n'
  const until = isLong ? end : endOfLine(text, end)
  return { start, end: until, text: `${made.join(style.eol)}${isLong ? style.eol : ''}`, claim }
}

/** What an alias stands for, written out here with the change in it: what it points to stays as it is. */
function ownCopy(
  parsed: Parsed,
  holder: Holder,
  alias: { toJSON(): unknown; resolve(document: Document): Node | undefined },
  edit: YamlEdit,
  depth: number,
): Splice | undefined {
  const resolved = alias.resolve(parsed.document)
  if (!resolved) return undefined
  const changed = withValues(resolved.toJS(parsed.document), [
    { path: edit.path.slice(depth), value: edit.value },
  ])
  return replaced(parsed, holder, changed, claimOf(edit.path.slice(0, depth)))
}
