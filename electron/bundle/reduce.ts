import type { Curation, Decision, Screen } from '../../renderer/core/curation.ts'
import { type Card, judge } from '../../renderer/core/deck.ts'
import type { Clearance, Consent, Envelope, Item, PublicSource } from '../../renderer/core/item.ts'
import { endOf } from '../../renderer/core/local-time.ts'
import { machineZone } from '../../renderer/core/zoned.ts'

/**
 * What of a room may leave the house: the items that the public may be shown now, and of them nothing but what showing
 * them needs. What names another item, or a colleague, stays behind.
 */

export interface WholeRoom {
  readonly curation: Curation
  readonly cards: readonly Card[]
  readonly item: (id: string) => Item | undefined
}

export interface ReducedRoom {
  readonly curation: Curation
  readonly items: readonly { readonly card: Card; readonly item: Item }[]
  /** Items that stay behind. */
  readonly left: number
}

export interface ReduceOptions {
  /** ms since 1970 UTC */
  readonly now: number
  /** Last day on which anything of it is shown, in the room's own time. */
  readonly until: string
}

/** Stands where a person or a list was named: the rule of standing asks that something stands there, and no more. */
const NAMELESS = '-'

export function reduceRoom(room: WholeRoom, { now, until }: ReduceOptions): ReducedRoom {
  const curation = publicCuration(room.curation, now)
  const standingOf = judge(curation, { screen: '', now })
  const may = room.cards.filter((card) => ['shown', 'closed'].includes(standingOf(card).state))
  const ids = new Set(may.map(({ id }) => id))
  const isStranger = strangersOf(room.cards, ids)
  const items = may.flatMap((card) => {
    const item = room.item(card.id)
    const bare = item && bareItem(item, { ids, isStranger, until })
    return bare ? [{ item: bare, card: bareCard(card, bare) }] : []
  })
  const kept = new Set(items.map(({ item }) => item.id))
  return { curation: withDecisions(curation, kept), items, left: room.cards.length - items.length }
}

/** The strictest audience on every screen, whoever they were for, and no order of the day. */
export function publicCuration(curation: Curation, now: number): Curation {
  const booth = Object.values(curation.screens).find(({ mode }) => mode === 'booth')
  const settings = booth ?? curation.screens['default']
  const screen = { ...settings, mode: 'booth', audience: 'public', schedule: undefined } as Screen
  return {
    ...curation,
    audience: 'public',
    timezone: curation.timezone ?? machineZone(now),
    screens: settings === undefined ? {} : { default: screen },
    schedule: { dayparts: {} },
    now: NO_ORDERS,
    defaults: {},
    tables: {},
    themes: {},
  }
}

const NO_ORDERS: Curation['now'] = { takeover: [], pause: [], pin: [], visitors: [] }

/** A name by which an item that stays behind is called, and none that comes along. */
function strangersOf(cards: readonly Card[], ids: ReadonlySet<string>): (name: string) => boolean {
  const names = ({ id, title }: Card): readonly string[] =>
    [id, id.slice(id.lastIndexOf('/') + 1), title].map((name) => name.toLowerCase())
  const personas = cards.filter(({ kind }) => kind === 'persona')
  const known = new Set(personas.filter(({ id }) => ids.has(id)).flatMap(names))
  const strangers = new Set(personas.filter(({ id }) => !ids.has(id)).flatMap(names))
  return (name) => strangers.has(name.toLowerCase()) && !known.has(name.toLowerCase())
}

interface Keeping {
  readonly ids: ReadonlySet<string>
  readonly isStranger: (name: string) => boolean
  readonly until: string
}

/** Undefined where it is nothing without an item that stays behind. */
function bareItem(item: Item, keeping: Keeping): Item | undefined {
  const body = bareBody(item, keeping.ids)
  if (body === undefined) return undefined
  const media = Object.fromEntries(
    // Small pictures are for a curator's lists.
    Object.entries(item.media).map(([role, { thumbnail: _, ...each }]) => [role, each]),
  )
  return { ...item, envelope: bareEnvelope(item.envelope, keeping), body, media, path: '', line: 1 }
}

function bareEnvelope(envelope: Envelope, { isStranger, until }: Keeping): Envelope {
  const { consent, cleared, persona } = envelope
  return {
    ...envelope,
    until: earlier(envelope.until, until),
    ...(consent === undefined ? {} : { consent: bareConsent(consent) }),
    ...(cleared === undefined ? {} : { cleared: bareClearances(cleared) }),
    ...(persona === undefined ? {} : { persona: persona.filter((name) => !isStranger(name)) }),
  }
}

/** What is nobody's business outside: which list the person is on, and who asked. */
function bareConsent(consent: Consent | PublicSource): Consent | PublicSource {
  if ('public_source' in consent) return consent
  const { given, purposes, audience, expires, withdrawn } = consent
  return { who: NAMELESS, given, purposes, audience, expires, withdrawn }
}

function bareClearances(cleared: readonly Clearance[]): Clearance[] {
  return cleared.map((each) => ({ ...each, by: NAMELESS }))
}

function earlier(one: string | undefined, other: string): string {
  return one !== undefined && endOf(one) < endOf(other) ? one : other
}

/** References in a body lead to items by their ids. */
const REFERENCES: Readonly<Record<string, string>> = { prompt: 'answer', commitment: 'reference' }

function bareBody({ kind, body }: Item, ids: ReadonlySet<string>): unknown {
  const fields = body as Readonly<Record<string, unknown>>
  if (kind === 'call' && typeof fields['checked'] === 'object')
    return { ...fields, checked: { ...fields['checked'], by: NAMELESS } }
  const name = REFERENCES[kind]
  const reference = name === undefined ? undefined : fields[name]
  if (name === undefined || typeof reference !== 'string' || ids.has(reference)) return body
  const { [name]: _, ...others } = fields
  return kind === 'commitment' && others['said'] === undefined ? undefined : others
}

function bareCard(card: Card, { envelope }: Item): Card {
  const { consent, cleared, until, persona = [] } = envelope
  const facts = { ...card.facts, consent, until, ...(cleared === undefined ? {} : { cleared }) }
  return { ...card, personas: persona, facts }
}

/** Of decisions those on what comes along; who answered for a find of personal data is not told. */
function withDecisions(curation: Curation, kept: ReadonlySet<string>): Curation {
  const items = Object.entries(curation.items)
    .filter(([id]) => kept.has(id))
    .map(([id, { weight, from, until, dayparts, cleared }]): [string, Decision] => [
      id,
      { weight, from, until, dayparts, cleared: cleared && bareClearances(cleared) },
    ])
  return { ...curation, items: Object.fromEntries(items) }
}
