import { isAlias, isMap, isScalar, isSeq, type Pair } from 'yaml'
import type { Style, YamlPath } from './yaml-values.ts'

/** Where things stand in a YAML text: ends of values, lines and their indentation. */

export function claimOf(path: YamlPath): string {
  return JSON.stringify(path)
}

export function isEmptyScalar(node: unknown): boolean {
  return isScalar(node) && node.value === null && (node.source ?? '') === ''
}

export function isBlockText(node: unknown): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
}

export function isBlockGroup(node: unknown): boolean {
  return (isMap(node) || isSeq(node)) && node.flow !== true
}

export function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range?.[0] : undefined
}

/** Where what is written of a node ends: of a group with its last part, without remarks that follow. */
export function contentEnd(text: string, node: unknown): number | undefined {
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1)
    return last ? pairEnd(text, last) : node.range?.[1]
  }
  if (isSeq(node) && !node.flow) {
    const last = node.items.at(-1)
    return (last === undefined ? undefined : contentEnd(text, last)) ?? node.range?.[1]
  }
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range?.[1] : undefined
}

export function pairEnd(text: string, pair: Pair): number | undefined {
  return (
    contentEnd(text, pair.value) ??
    afterColon(text, pair) ??
    (isScalar(pair.key) ? pair.key.range?.[1] : undefined)
  )
}

/** Just after the colon of a key; an explicit key (`? key`) has none that we would look for. */
export function afterColon(text: string, { key }: Pair): number | undefined {
  const end = isScalar(key) ? key.range?.[1] : undefined
  if (end === undefined) return undefined
  const gap = /^[ \t]*:/.exec(text.slice(end, end + 50))
  return gap ? end + gap[0].length : undefined
}

export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

/** Before the end of the line, its CR included. */
export function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at)
  if (newline === -1) return text.length
  return text[newline - 1] === '\r' && newline > at ? newline - 1 : newline
}

/** After the end of the line on which something ends. */
export function afterLine(text: string, end: number): number {
  if (end > 0 && text[end - 1] === '\n') return end
  const newline = text.indexOf('\n', end)
  return newline === -1 ? text.length : newline + 1
}

export function indentAt(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, at), at))?.[0] ?? ''
}

export function isFirstOnLine(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === ''
}

export function endsLine(text: string, end: number, { eol }: Style): string {
  return end > 0 && text[end - 1] === '\n' ? eol : ''
}

/** With a comma that follows. */
export function flowEnd(text: string, end: number): number {
  return end + (/^\s*,/.exec(text.slice(end))?.[0].length ?? 0)
}
