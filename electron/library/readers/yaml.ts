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
/** Fields whose lines are kept; beyond that a problem points at the field above. */
const MAX_LINES = 5_000
/** Numbers that would not be written the same again: `9.30` is a time of day, `007` a name. */
const KEPT_AS_WRITTEN = /^[-+]?(0\d|\d*\.\d*0$)/

/** JSON longer than this is an export, not something that a person wrote: read fast, without lines. */
const LONG_JSON = 200_000

/** Reads JSON: by the YAML reader, which knows lines, unless it is long. */
export function readJson(path: string, text: string): Read<Data> {
  if (text.length < LONG_JSON) return readYaml(path, text)
  try {
    return readable({ value: JSON.parse(text) as unknown, lines: {} })
  } catch (thrown) {
    return unreadable(
      error({ path, line: lineOfFault(text, thrown) }, 'This cannot be read as JSON.', 'Export it again.'),
    )
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

/** Reads YAML 1.2 (and so JSON) as data alone: unknown tags are text, aliases are limited, nothing runs. */
export function readYaml(path: string, text: string, lineOffset = 0): Read<Data> {
  const counter = new LineCounter()
  const lineAt = (offset: number): number => counter.linePos(offset).line + lineOffset
  try {
    const document = parseDocument(text, {
      lineCounter: counter,
      prettyErrors: false,
      merge: true,
      version: '1.2',
    })
    const fault = document.errors[0]
    if (fault) return unreadable(syntaxProblem(path, fault, lineAt(fault.pos[0])))
    keepAsWritten(document)
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES })
    return readable(
      { value, lines: linesOf(document, lineAt) },
      document.warnings.map((found) => tagProblem(path, found, lineAt)),
    )
  } catch (thrown) {
    return unreadable(
      error(
        { path },
        `This cannot be read as YAML: ${reasonOf(thrown)}.`,
        'Check the file in a YAML editor.',
      ),
    )
  }
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
  return SENTENCES[fault.code] ?? `This cannot be read as YAML: ${fault.message.replace(/\.$/, '')}.`
}

function hintFor(fault: YAMLError): string {
  if (fault.code === 'DUPLICATE_KEY') return 'Keep one of them.'
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
        note(name === '' ? String(pair.key.value) : `${name}.${pair.key.value}`, pair.value, pair.key)
    }
  }
  descend('', document.contents)
  return lines
}

/** A map as fields; anything else is not an item. */
export function asFields(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}
