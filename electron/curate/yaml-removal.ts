import type { Pair, YAMLMap, YAMLSeq } from 'yaml'
import {
  afterColon,
  afterLine,
  contentEnd,
  endsLine,
  flowEnd,
  isFirstOnLine,
  lineStart,
  pairEnd,
  startOf,
} from './yaml-places.ts'
import type { Holder, Parsed, Splice } from './yaml-splice.ts'

/** Pairs and items that are taken out, with their lines and commas. */

export function pairRemoved(
  parsed: Parsed,
  map: YAMLMap,
  pair: Pair,
  holder: Holder | undefined,
  claim: string,
): Splice | undefined {
  const { text, style } = parsed
  const at = placeIn(map, pair)
  const start = startOf(pair.key)
  const end = pairEnd(text, pair)
  if (start === undefined || end === undefined) return undefined
  const next = startOf(map.items[at + 1]?.key)
  const before = map.items[at - 1]
  if (map.items.length === 1) {
    if (map.flow) return { start, end: flowEnd(text, end), text: '', claim }
    // A root of nothing but remarks is a file without fields; an empty file would be a mistake.
    const from = holder && 'pair' in holder ? afterColon(text, holder.pair) : start
    const lead = holder && 'pair' in holder ? ' ' : ''
    return from === undefined
      ? undefined
      : { start: from, end, text: `${lead}{}${endsLine(text, end, style)}`, claim }
  }
  if (map.flow) {
    if (next !== undefined) return { start, end: next, text: '', claim }
    const previous = before && pairEnd(text, before)
    return previous === undefined ? undefined : { start: previous, end, text: '', claim }
  }
  if (!isFirstOnLine(text, start))
    return next === undefined ? undefined : { start, end: next, text: '', claim }
  return { start: lineStart(text, start), end: afterLine(text, end), text: '', claim }
}

const placesIn = new WeakMap<YAMLMap, ReadonlyMap<Pair, number>>()

function placeIn(map: YAMLMap, pair: Pair): number {
  const places = placesIn.get(map) ?? new Map(map.items.map((each, at) => [each, at]))
  placesIn.set(map, places)
  return places.get(pair) ?? -1
}

export function itemRemoved(
  { text, style }: Parsed,
  seq: YAMLSeq,
  at: number,
  holder: Holder | undefined,
  claim: string,
): Splice | undefined {
  const start = startOf(seq.items[at])
  const end = contentEnd(text, seq.items[at])
  if (start === undefined || end === undefined) return undefined
  if (seq.flow) {
    const next = startOf(seq.items[at + 1])
    if (next !== undefined) return { start, end: next, text: '', claim }
    const previous = at === 0 ? undefined : contentEnd(text, seq.items[at - 1])
    return { start: previous ?? start, end, text: '', claim }
  }
  const from = lineStart(text, start)
  if (seq.items.length === 1) {
    const colon = holder && 'pair' in holder ? afterColon(text, holder.pair) : undefined
    return colon === undefined
      ? undefined
      : { start: colon, end, text: ` []${endsLine(text, end, style)}`, claim }
  }
  if (!/^\s*- +$/.test(text.slice(from, start))) return undefined
  return { start: from, end: afterLine(text, end), text: '', claim }
}
