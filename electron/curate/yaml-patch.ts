import type { Document } from 'yaml'
import type { Problem } from '../../renderer/core/problem.ts'
import { mendedText, parseYaml, plainValue, readYaml } from '../library/readers/yaml.ts'
import { type Splice, spliceFor } from './yaml-splice.ts'
import {
  commentsOf,
  type FoundComment,
  isPlainMap,
  isSameData,
  newNode,
  plain,
  type Style,
  valueAt,
  withValues,
  type YamlEdit,
} from './yaml-values.ts'

/** Changes values in a YAML (or JSON) text and leaves everything else in it as it was written. */

export type PatchedYaml =
  | { readonly ok: true; readonly text: string; readonly before: unknown; readonly after: unknown }
  | { readonly ok: false; readonly problem: Problem }

/** Each round parses once and takes as many edits as do not touch one another. */
const MOST_ROUNDS = 200

/**
 * `text` without a byte order mark. `problem` tells where it cannot be read as it is, or that an edit has no place in it;
 * what comes of it has been read again and says just what was asked for, with every remark still there.
 */
export function patchYaml(path: string, text: string, edits: readonly YamlEdit[]): PatchedYaml {
  const style = styleOf(path, text)
  const asIs = parse(text)
  const isOdd = asIs.errors.length > 0
  // What is broken, and where, the library's reader says; some of it it mends.
  const read = isOdd ? readYaml(path, text) : undefined
  if (read && !read.ok && text.trim() !== '') return { ok: false, problem: read.unreadable }
  const start = isOdd ? mendedText(text) : text
  const document = isOdd ? parse(start) : asIs
  const before = dataOf(document) ?? {}
  if (!isPlainMap(before) && !Array.isArray(before)) return { ok: false, problem: noFields(path) }
  const after = plain(withValues(before, edits))
  if (isSameData(before, after)) return { ok: true, text, before, after: before }
  const whole = edits.flatMap((edit) => parts(before, edit))
  const made = bySplices(start, whole, style, document)
  if (made !== undefined && isRight(start, made, after)) return { ok: true, text: made, before, after }
  const fields = bySplices(start, wholeFields(whole, after), style)
  if (fields !== undefined && isRight(start, fields, after)) return { ok: true, text: fields, before, after }
  const anew = writtenAnew(start, whole, style)
  const kept = anew && withLost(start, anew, style)
  if (kept !== undefined && isRight(start, kept, after)) return { ok: true, text: kept, before, after }
  return { ok: false, problem: noPlace(path) }
}

function noFields(path: string): Problem {
  return {
    path,
    severity: 'error',
    message: 'This file holds no fields.',
    hint: 'Write one a line, such as name: Our customers.',
  }
}

function noPlace(path: string): Problem {
  return {
    path,
    severity: 'error',
    message: 'This cannot be changed from here without changing something else in the file.',
    hint: 'It is tied to other lines (an anchor, a merge, an alias): change it in the file itself.',
  }
}

/** A group that is set is set field by field, so that what stays in it is not written anew. */
function parts(before: unknown, edit: YamlEdit): YamlEdit[] {
  const old = valueAt(before, edit.path)
  const { path, value } = edit
  if (isSameData(old ?? null, value ?? null) && (old === undefined) === (value === undefined)) return []
  if (isPlainMap(old) && isPlainMap(value) && Object.keys(value).length > 0 && Object.keys(old).length > 0) {
    const names = [...new Set([...Object.keys(value), ...Object.keys(old)])]
    return names.flatMap((name) =>
      parts(before, { path: [...path, name], value: Object.hasOwn(value, name) ? value[name] : undefined }),
    )
  }
  if (Array.isArray(old) && Array.isArray(value) && old.length > 0 && old.length <= value.length) {
    return value.flatMap((each: unknown, at) => parts(before, { path: [...path, at], value: each }))
  }
  if (Array.isArray(old) && Array.isArray(value) && value.length > 0) {
    const gone = takenOut(old, value)
    // From the last to the first: what stands before one that is taken out keeps its number.
    if (gone) return gone.toReversed().map((at) => ({ path: [...path, at], value: undefined }))
  }
  return [edit]
}

/** Which of the old ones are not there any more, where the others are as they were; undefined where they are not. */
function takenOut(old: readonly unknown[], left: readonly unknown[]): readonly number[] | undefined {
  const gone: number[] = []
  let kept = 0
  for (const [at, each] of old.entries()) {
    if (kept < left.length && isSameData(each ?? null, left[kept] ?? null)) kept += 1
    else gone.push(at)
  }
  return kept === left.length ? gone : undefined
}

/** The fields at the top that are touched, each as a whole: for what lies too deep in lists within lists. */
function wholeFields(edits: readonly YamlEdit[], after: unknown): YamlEdit[] {
  const tops = [...new Set(edits.flatMap(({ path: [first] }) => first ?? []))]
  return tops.map((top) => ({ path: [top], value: valueAt(after, [top]) }))
}

function bySplices(
  text: string,
  edits: readonly YamlEdit[],
  style: Style,
  parsed?: Document,
): string | undefined {
  let [now, left] = [text, [...edits]]
  for (let round = 0; left.length > 0 && round < MOST_ROUNDS; round += 1) {
    const document = (round === 0 ? parsed : undefined) ?? parse(now)
    if (document.errors.length > 0) return undefined
    const taken = new Taken()
    const waiting: YamlEdit[] = []
    const claims = new Set<string>()
    for (const edit of left) {
      const splice = spliceFor({ text: now, document, style }, edit)
      if (splice === undefined) return undefined
      if (splice === 'none') continue
      if (claims.has(splice.claim) || taken.isInTheWay(splice)) waiting.push(edit)
      else {
        claims.add(splice.claim)
        taken.add(splice)
      }
    }
    now = spliced(now, taken.all, style)
    left = waiting
  }
  return left.length === 0 ? now : undefined
}

/** Characters; about a line or two. */
const STRETCH = 64

/**
 * Splices of one round. Insertions at one place follow one another; anything else that touches has to wait for another
 * look. Found by stretches of the text: there may be a hundred thousand of them.
 */
class Taken {
  readonly all: Splice[] = []
  readonly #ranges = new Map<number, Splice[]>()
  readonly #points = new Map<number, Set<number>>()

  isInTheWay(splice: Splice): boolean {
    const { start, end } = splice
    const isPoint = start === end
    for (let at = Math.floor(start / STRETCH); at <= Math.floor(end / STRETCH); at += 1) {
      if (this.#ranges.get(at)?.some((other) => start <= other.end && other.start <= end)) return true
      if (isPoint) continue
      for (const point of this.#points.get(at) ?? []) if (start <= point && point <= end) return true
    }
    return false
  }

  add(splice: Splice): void {
    this.all.push(splice)
    const { start, end } = splice
    for (let at = Math.floor(start / STRETCH); at <= Math.floor(end / STRETCH); at += 1) {
      if (start === end) this.#points.set(at, (this.#points.get(at) ?? new Set()).add(start))
      else {
        const ranges = this.#ranges.get(at) ?? []
        this.#ranges.set(at, ranges)
        ranges.push(splice)
      }
    }
  }
}

function spliced(text: string, splices: readonly Splice[], style: Style): string {
  const remarks = commentsOf(text)
  const inOrder = splices
    .map((splice, at) => ({ splice, at }))
    .toSorted((a, b) => a.splice.start - b.splice.start || a.at - b.at)
  let [made, done, seen] = ['', 0, 0]
  for (const { splice } of inOrder) {
    // Remarks are in order too; no two splices hold the same one.
    while (seen < remarks.length && (remarks[seen]?.start ?? 0) < splice.start) seen += 1
    // What would be lost with the lines of its value goes above them.
    const lost: FoundComment[] = []
    for (; seen < remarks.length && (remarks[seen]?.start ?? 0) < splice.end; seen += 1) {
      const remark = remarks[seen]
      if (remark && !splice.text.includes(remark.text)) lost.push(remark)
    }
    made += text.slice(done, splice.start)
    if (lost.length > 0) made = withRemarks(made, lost, indentOf(text, splice.start), style)
    made += splice.text
    done = splice.end
  }
  return made + text.slice(done)
}

function withRemarks(
  made: string,
  remarks: readonly { readonly text: string }[],
  indent: string,
  { eol }: Style,
): string {
  const line = made.lastIndexOf('\n') + 1
  return made.slice(0, line) + remarks.map(({ text }) => `${indent}${text}${eol}`).join('') + made.slice(line)
}

function indentOf(text: string, at: number): string {
  return /^[ ]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1))?.[0] ?? ''
}

/** The library's own way: it keeps remarks and the order of fields, though not every space. */
function writtenAnew(text: string, edits: readonly YamlEdit[], style: Style): string | undefined {
  if (style.json) return undefined
  try {
    const document = parse(text)
    for (const { path, value } of edits) {
      if (value === undefined) document.deleteIn([...path])
      else document.setIn([...path], newNode(value, style))
    }
    const made = document.toString({ lineWidth: 0, indent: style.step }).replaceAll('\n', style.eol)
    return made
  } catch {
    // An edit has no place in this document.
    return undefined
  }
}

/** Remarks that had no place any more stand at the top. */
function withLost(before: string, made: string, { eol }: Style): string {
  const left = commentsOf(made).map(({ text }) => text)
  const lost = commentsOf(before).filter(({ text }) => {
    const at = left.indexOf(text)
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
  return lost.map(({ text }) => `${text}${eol}`).join('') + made
}

/** It can be read, says just what it should, and no remark is lost. */
function isRight(before: string, made: string, after: unknown): boolean {
  const document = parse(made)
  if (document.errors.length > 0) return false
  const left = new Map<string, number>()
  for (const { text } of commentsOf(made)) left.set(text, (left.get(text) ?? 0) + 1)
  for (const { text } of commentsOf(before)) {
    const count = left.get(text) ?? 0
    if (count === 0) return false
    left.set(text, count - 1)
  }
  return isSameData(dataOf(document), after)
}

function parse(text: string): Document {
  return parseYaml(text)
}

function dataOf(document: Document): unknown {
  return plainValue(document)
}

const JSON_FILE = /\.json$/i

function styleOf(path: string, text: string): Style {
  const lines = text.split('\n').length - 1
  const crlf = text.split('\r\n').length - 1
  const indent = /^[^\s#-][^\n]*:[^\n]*\r?\n(?:\s*(?:#[^\n]*)?\r?\n)*( {1,8})[^\s#-]/m.exec(text)?.[1]
  return {
    eol: crlf * 2 > lines ? '\r\n' : '\n',
    step: indent?.length ?? 2,
    json: JSON_FILE.test(path) || /^\s*[{[]/.test(text),
  }
}
