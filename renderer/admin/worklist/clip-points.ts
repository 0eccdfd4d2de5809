import { readTime } from '../../kinds/call/time.ts'

/** In and out points of a recording, as its Markdown or YAML file says them; all else in it stays as it was written. */

export interface ClipPoints {
  /** As somebody writes a time: `1:05`, `12:30.5`; empty where none is said. */
  readonly from: string
  readonly to: string
}

/** Seconds of the part; undefined where the two do not make one. */
export function partOf({ from, to }: ClipPoints): number | undefined {
  const [begin, end] = [from.trim() === '' ? 0 : readTime(from), readTime(to)]
  return begin === undefined || end === undefined || end <= begin ? undefined : (end - begin) / 1_000
}

export function readPoints(path: string, text: string): ClipPoints {
  const { fields } = partsOf(path, text)
  const said = (name: string): string => {
    const value = new RegExp(`^${name}:[ \\t]*(.*)$`, 'm').exec(fields)?.[1] ?? ''
    return value
      .replace(/[ \t]+#.*$/, '')
      .replace(/^(["'])(.*)\1$/, '$2')
      .trim()
  }
  return { from: said('in'), to: said('out') }
}

/** Quoted, since YAML takes some of these for numbers of another sort. */
export function withPoints(path: string, text: string, { from, to }: ClipPoints): string {
  const { head, fields, tail } = partsOf(path, text)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const said = [
    ['in', from.trim()],
    ['out', to.trim()],
  ] as const
  const written = said.reduce((before, [name, value]) => {
    const line = value === '' ? '' : `${name}: "${value}"`
    const old = new RegExp(`^${name}:[^\\r\\n]*(\\r?\\n|$)`, 'm')
    if (old.test(before)) return before.replace(old, line === '' ? '' : `${line}$1`)
    const end = before === '' || before.endsWith('\n') ? '' : eol
    return line === '' ? before : `${before}${end}${line}${eol}`
  }, fields)
  return head === undefined ? `---${eol}${written}---${eol}${tail}` : `${head}${written}${tail}`
}

/** `head` is absent of a document that has no front matter yet. */
function partsOf(path: string, text: string): { head: string | undefined; fields: string; tail: string } {
  if (!/\.(md|markdown)$/i.test(path)) return { head: '', fields: text, tail: '' }
  const found = /^(---[^\n]*\n)([\s\S]*?)(^---[\s\S]*)$/m.exec(text)
  if (!found || found.index > 0) return { head: undefined, fields: '', tail: text }
  const [, head = '', fields = '', tail = ''] = found
  return { head, fields, tail }
}
