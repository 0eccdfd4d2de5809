import { isDeepStrictEqual } from 'node:util'
import { ENVELOPE_ALIASES, envelopeFields, nameFields } from '../../renderer/core/draft-fields.ts'
import type { Item } from '../../renderer/core/item.ts'
import type { StandingFacts } from '../../renderer/core/standing.ts'
import type { Fields } from './defaults.ts'
import { privacyOf, samePrivacy } from './items.ts'
import { fileRole } from './names.ts'
import { type Sources, StillComing, Unreadable } from './sources.ts'

/** May the last good version of an item stay while its file cannot be read? A wall shall not go blank over a comma; nobody shall stay on it against her will. */
export type Keep = (item: Item, facts: StandingFacts) => boolean

export const keepNothing: Keep = () => false

/** Words that take something off a wall. In a file that cannot be read they may say anything. */
const TAKES_AWAY = /withdr[ae]w|redact|\[\[|eras(?:e|ed|ure)|mute|blur/i

/**
 * A file that cannot be parsed may still be read by eye: an item stays as long as its consent stands there word for word and
 * nothing has joined it that could take the item away. What needs no consent, or was published, stays.
 */
export function keepUnreadable(raw: string | undefined): Keep {
  if (raw === undefined || TAKES_AWAY.test(raw)) return keepNothing
  return ({ envelope }, { basis, consent }) => {
    if (LIMITS.some((field) => (envelope[field] !== undefined) !== startsLine(raw, field))) return false
    if (basis === 'none') return true
    if (consent === undefined) return false
    if ('public_source' in consent) return basis === 'consent-or-public'
    const { given, expires, audience, purposes } = consent
    const words = [given, expires ?? given, ...audience, ...purposes]
    return startsLine(raw, 'consent') && words.every((word) => raw.includes(word))
  }
}

/** Fields that decide who may see an item, and when. */
const LIMITS = ['audience', 'from', 'until'] as const

function startsLine(raw: string, field: string): boolean {
  return new RegExp(`^\\s{0,1}"?${field}"?\\s*:`, 'im').test(raw)
}

/** An empty file takes nothing back: all stays, as long as what is said for the whole folder agrees. */
export function keepEmpty(defaults: Fields): Keep {
  const privacy = privacyOf(envelopeFields(nameFields(defaults, ENVELOPE_ALIASES)))
  if (!privacy) return keepNothing
  const said = Object.entries(privacy).filter(([, value]) => value !== undefined)
  const before = (item: Item): Readonly<Record<string, unknown>> => item.envelope
  return (item) => said.every(([name, value]) => isDeepStrictEqual(value, before(item)[name]))
}

/** A table's consent stands in the files beside it; where these can be read, its rows stay as long as they agree. */
export function keepIfSame(defaults: Fields): Keep {
  const privacy = privacyOf(envelopeFields(nameFields(defaults, ENVELOPE_ALIASES)))
  return (item) => samePrivacy({ privacy }, item)
}

/** The text of a unit's small files, however broken; undefined where one cannot be opened at all. */
export async function rawText(paths: readonly string[], sources: Sources): Promise<string | undefined> {
  const texts: string[] = []
  for (const path of paths) {
    if (isMedium(path) || (sources.files.get(path)?.size ?? 0) > LARGEST_TEXT) continue
    try {
      texts.push(
        Buffer.from((await sources.read(path)).bytes)
          .toString('latin1')
          .replaceAll('\0', ''),
      )
    } catch (thrown) {
      if (thrown instanceof Unreadable || thrown instanceof StillComing) return undefined
      throw thrown
    }
  }
  return texts.join('\n')
}

function isMedium(path: string): boolean {
  return ['picture', 'audio'].includes(fileRole(path))
}

const LARGEST_TEXT = 2_000_000
