import type { z } from 'zod'
import type { Item } from './item.ts'
import type { KindDefinition } from './kind.ts'
import { findPersonalData, PERSONAL_DATA } from './pii.ts'
import { type StandingFacts, standingFacts } from './standing.ts'

/** Every text of an item that a viewer or listener would get, its envelope's among them. The body has passed its schema. */
export function itemTexts(definition: KindDefinition<string, z.ZodType>, item: Item): string[] {
  const { title, credit, alt, source, consent } = item.envelope
  const published = consent && 'public_source' in consent ? consent.public_source : undefined
  return [...definition.texts(item.body), item.title, title, credit, alt, source, published].flatMap(
    (text) => text ?? [],
  )
}

/**
 * What the rule of standing needs to know, out of the item itself. Asked when it is indexed and again before it is drawn,
 * so that no stored answer can be older than the words that it is about.
 */
export function itemFacts(definition: KindDefinition<string, z.ZodType>, item: Item): StandingFacts {
  const drawn = Object.values(item.media).flatMap(({ personalData }) => personalData ?? [])
  const read = findPersonalData(itemTexts(definition, item))
  const found =
    drawn.length === 0 ? read : PERSONAL_DATA.filter((kind) => read.includes(kind) || drawn.includes(kind))
  return standingFacts(item.envelope, definition.basis(item.body), found, {
    withheldBecause: definition.withheldBecause?.(item.body),
    neverCleared: definition.neverCleared,
    isDrawn: drawn.length > 0,
  })
}
