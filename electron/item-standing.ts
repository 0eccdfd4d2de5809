import type { z } from 'zod'
import type { Curation } from '../renderer/core/curation.ts'
import { type DeckContext, standingOf } from '../renderer/core/deck.ts'
import type { Item } from '../renderer/core/item.ts'
import { itemFacts } from '../renderer/core/item-facts.ts'
import type { KindDefinition } from '../renderer/core/kind.ts'
import type { Standing } from '../renderer/core/standing.ts'
import { isKind, kinds } from '../renderer/kinds/index.ts'

const definitions: Readonly<Record<string, KindDefinition<string, z.ZodType>>> = kinds

/** Everything that must be known of a kind; undefined for one that this version does not know. */
export function definitionFor(kind: string): KindDefinition<string, z.ZodType> | undefined {
  return isKind(kind) ? definitions[kind] : undefined
}

/** The standing of an item as it reads now, not as it was indexed; undefined where this version cannot read it. */
export function itemStanding(item: Item, curation: Curation, context: DeckContext): Standing | undefined {
  const definition = definitionFor(item.kind)
  const body = definition?.schema.safeParse(item.body)
  if (!definition || !body?.success) return undefined
  return standingOf(item.id, itemFacts(definition, { ...item, body: body.data }), curation, context)
}
