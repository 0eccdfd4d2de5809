import { isDeepStrictEqual } from 'node:util'
import type { Curation } from '../../renderer/core/curation.ts'
import { ENVELOPE_ALIASES, meantField } from '../../renderer/core/draft-fields.ts'
import { stemOf } from './names.ts'

/** What room.yaml and the files beside an item say of it, under what it says of itself. */

export type Fields = Readonly<Record<string, unknown>>
export type DefaultsOf = (path: string) => Fields

/** Fields that decide who may see it: an item's own word replaces the general one whatever the spelling of either. */
const PRIVACY: readonly string[] = ['consent', 'public_source', 'audience', 'from', 'until', 'cleared']
/** Both say on what ground it is shown, so one of them replaces the other. */
const BASIS: readonly string[] = ['consent', 'public_source']

/** `withDefaults` for many items whose own fields have no other names than these: what they replace is decided once. */
export function defaultsUnder(general: Fields, names: readonly string[]): (own: Fields) => Fields {
  const kept = withDefaults(general, Object.fromEntries(names.map((name) => [name, ''])))
  // Where a field of theirs may replace a general one, it depends on whether the item has it.
  const mayReplace = Object.keys(general).some((name) => !(name in kept))
  return mayReplace ? (own) => withDefaults(general, own) : (own) => ({ ...general, ...own })
}

/** The fields of an item over the general ones. A capital letter in `Consent:` must not bring the general consent back. */
export function withDefaults(general: Fields, own: Fields): Fields {
  const names = Object.keys(general)
  if (names.length === 0) return own
  const said = new Set(Object.keys(own).flatMap((name) => meaning(name) ?? []))
  const isReplaced = (name: string): boolean => {
    const meant = meaning(name)
    if (meant === undefined || !PRIVACY.includes(meant)) return false
    return said.has(meant) || (BASIS.includes(meant) && BASIS.some((other) => said.has(other)))
  }
  return { ...Object.fromEntries(Object.entries(general).filter(([name]) => !isReplaced(name))), ...own }
}

/** Rows of a table have the same few names, a hundred thousand times. */
const meanings = new Map<string, string | undefined>()
const MOST_REMEMBERED = 5_000

function meaning(name: string): string | undefined {
  if (!meanings.has(name)) {
    if (meanings.size >= MOST_REMEMBERED) meanings.clear()
    meanings.set(name, meantField(name, ENVELOPE_ALIASES))
  }
  return meanings.get(name)
}

/** `defaults:` of room.yaml for one file: what its folders say, the nearest last, then what is said of the file itself. */
export function defaultsFrom(defaults: Curation['defaults']): DefaultsOf {
  const places = Object.entries(defaults).toSorted(([a], [b]) => place(a).length - place(b).length)
  if (places.length === 0) return () => ({})
  return (path) =>
    places
      .filter(([prefix]) => isBelow(path, prefix))
      .reduce<Fields>((fields, [, more]) => withDefaults(fields, more), {})
}

/** True for a file in this folder, at any depth, and for the file itself, with or without its extension. */
export function isBelow(path: string, prefix: string): boolean {
  const name = place(prefix)
  return name === '' || path === name || stemOf(path) === name || path.startsWith(`${name}/`)
}

function place(prefix: string): string {
  return prefix.normalize('NFC').replace(/^\.?\/+|\/+(?:\*+)?$/g, '')
}

/** Places of which something else is said than before. */
export function changedDefaults(
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
): string[] {
  const places = new Set([...Object.keys(before), ...Object.keys(now)])
  return [...places].filter((prefix) => !isDeepStrictEqual(before[prefix], now[prefix]))
}
