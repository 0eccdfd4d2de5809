import { PAPERS } from '../renderer/core/brand.ts'
import type { CastMember } from '../renderer/core/contract.ts'
import type { Card } from '../renderer/core/deck.ts'
import type { Item } from '../renderer/core/item.ts'
import { kinds } from '../renderer/kinds/index.ts'

/** The personas that other slides may draw. */
export interface Cast {
  /** Whether this item is a persona that may be shown. */
  has(id: string): boolean
  /** The members that these names mean (an id, its last part, or the persona's name), each once, in order. */
  members(names: readonly string[]): readonly CastMember[]
}

/**
 * Papers go by order of persona id over those that may be shown; a sixth reuses one (look, "Tokens").
 * @param shown cards of personas whose standing is `shown`
 * @param read a persona's item, asked for only when she is needed
 */
export function makeCast(shown: readonly Card[], read: (id: string) => Item | undefined): Cast {
  const ids = shown.map((card) => card.id).sort()
  const byName = new Map<string, number>()
  // Names first and ids last, so that an id wins where one persona's name is another's id.
  for (const card of shown) byName.set(card.title.toLowerCase(), ids.indexOf(card.id))
  for (const [index, id] of ids.entries()) byName.set(lastPart(id).toLowerCase(), index)
  for (const [index, id] of ids.entries()) byName.set(id.toLowerCase(), index)
  const made = new Map<number, CastMember | undefined>()

  function member(index: number): CastMember | undefined {
    if (!made.has(index)) made.set(index, castMember(ids[index], index, read))
    return made.get(index)
  }

  const known = new Set(ids)
  return {
    has: (id) => known.has(id),
    members(names) {
      const indexes = names
        .map((name) => byName.get(name.toLowerCase()))
        .filter((index) => index !== undefined)
      return [...new Set(indexes)].map(member).filter((found) => found !== undefined)
    },
  }
}

function castMember(
  id: string | undefined,
  index: number,
  read: (id: string) => Item | undefined,
): CastMember | undefined {
  const item = id === undefined ? undefined : read(id)
  const paper = PAPERS[index % PAPERS.length]
  const body = kinds.persona.schema.safeParse(item?.body)
  if (!item || !paper || !body.success) return undefined
  return {
    id: item.id,
    name: body.data.name,
    age: body.data.age,
    paper,
    evidence: item.envelope.evidence ?? 'assumption',
    portrait: item.media['portrait'],
    walk: item.media['walk'],
  }
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1)
}
