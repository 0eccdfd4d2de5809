import type { z } from 'zod'
import type { Item } from '../core/item.ts'
import { call } from './call/schema.ts'
import { clip } from './clip/schema.ts'
import { commitment } from './commitment/schema.ts'
import { feedback } from './feedback/schema.ts'
import { journey } from './journey/schema.ts'
import { metric } from './metric/schema.ts'
import { observation } from './observation/schema.ts'
import { persona } from './persona/schema.ts'
import { photo } from './photo/schema.ts'
import { prompt } from './prompt/schema.ts'
import { quote } from './quote/schema.ts'

/** Every kind of artefact, one line each. What else must know a kind is an exhaustive record, so that the compiler names it. */
export const kinds = {
  persona,
  journey,
  quote,
  call,
  photo,
  clip,
  observation,
  feedback,
  metric,
  prompt,
  commitment,
} as const

export type Kind = keyof typeof kinds
export const KINDS = Object.keys(kinds) as readonly Kind[]

export type BodyOf<K extends Kind> = Readonly<z.infer<(typeof kinds)[K]['schema']>>
export type ItemOf<K extends Kind> = { [Each in K]: Item<Each, BodyOf<Each>> }[K]
/** An item of a known kind: switch on `kind` and the body follows. */
export type KnownItem = ItemOf<Kind>

export function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name)
}
