import { IDLE_MS, type MeetingRoom, type Topic } from '../../renderer/core/chair/meeting.ts'
import { screenSettings } from '../../renderer/core/curation.ts'
import type { Card } from '../../renderer/core/deck.ts'
import { isDue, type PromiseTime } from '../../renderer/core/due.ts'
import { hash } from '../../renderer/core/hash.ts'
import type { Item } from '../../renderer/core/item.ts'
import { kinds } from '../../renderer/kinds/index.ts'
import type { DeckWatch } from '../deck-watch.ts'
import type { Records } from '../records/records.ts'
import type { IndexState, RoomIndex } from '../room-index.ts'

/** What the room has to offer to a meeting at this moment, of what may be shown on this screen. */

export interface ChairRoomParts {
  readonly index: RoomIndex
  readonly watch: DeckWatch
  readonly records: Pick<Records, 'answeredOn'>
  readonly screen: string
  readonly canPrint: () => boolean
}

/** A promise as it stands in the folder. */
export interface DuePromise {
  readonly item: Item
  readonly said?: string | undefined
  readonly promise: string
  readonly owner: string
  readonly due: string
}

export interface ChairRoom {
  room(): MeetingRoom
  /** A promise that is due and may be shown. */
  due(itemId: string): DuePromise | undefined
  /** What is hers, of these kinds, then what shares a theme with her: in a steady order. */
  about(personaId: string, kinds: readonly string[]): readonly string[]
  /** ms */
  idleMs(): number
  /** Somebody in the room is judged otherwise than before. */
  renew(): void
}

/** Kinds that say something on a topic. */
const TELLING: readonly string[] = ['quote', 'call', 'observation', 'feedback', 'metric', 'journey', 'clip']
/** What is the persona's own counts for so much more. */
const OWN = 3
/** Prompts and promises that are looked into. */
const MOST_READ = 200
/** Nobody answers well for somebody else whom he was told to be (CONTENT-MODEL, "The customer chair"). */
const IMAGINING = /\bimagine\b|\bput yourself\b|\bin (?:her|his|their) shoes\b|\bif you were\b/i

export function makeChairRoom({ index, watch, records, screen, canPrint }: ChairRoomParts): ChairRoom {
  const topics = new Map<string, readonly Topic[]>()
  let of: { readonly state: IndexState; readonly today: string } | undefined
  let gathered: Gathered = NOTHING

  const isShown = ({ id }: Card): boolean => watch.find(id)?.standing.state === 'shown'

  /** Once for each state of the index and each day: whoever may be shown no longer is asked for again where it is drawn. */
  function look(): Gathered {
    const state = index.state()
    const today = watch.today()
    if (of?.state === state && of.today === today) return gathered
    of = { state, today }
    topics.clear()
    const shown = state.cards.filter(isShown)
    gathered = gather(shown, (ids) => index.items(ids).map(({ item }) => item))
    return gathered
  }

  function topicsOf(personaId: string): readonly Topic[] {
    const { telling, prompts } = look()
    const known = topics.get(personaId)
    if (known) return known.filter(({ type, id }) => type !== 'prompt' || watch.shownItem(id) !== undefined)
    const names = namesOf(personaId)
    const found = prompts.filter(
      ({ personas }) => personas.length === 0 || personas.some((name) => names.has(name.toLowerCase())),
    )
    const made = [...found.slice(0, MOST_PROMPTS).map(({ topic }) => topic), ...themes(telling, names)]
    topics.set(personaId, made)
    return made
  }

  function namesOf(personaId: string): ReadonlySet<string> {
    const [member] = watch.cast().members([personaId])
    const last = personaId.slice(personaId.lastIndexOf('/') + 1)
    return new Set([personaId, last, member?.name ?? last].map((name) => name.toLowerCase()))
  }

  function idleMs(): number {
    const { idle_seconds } = screenSettings(index.state().curation, screen)
    return idle_seconds === undefined ? IDLE_MS : idle_seconds * 1_000
  }

  function due(itemId: string): DuePromise | undefined {
    const item = watch.shownItem(itemId)
    const body = kinds.commitment.schema.safeParse(item?.body)
    if (!item || !body.success || !isDue(body.data, watch.today())) return undefined
    const { said, promise, owner, due: day } = body.data
    return { item, said, promise, owner, due: day }
  }

  return {
    room() {
      const { personas, promises, owners } = look()
      const cast = watch.cast()
      const present = personas.filter(({ id }) => cast.has(id))
      const today = watch.today()
      const answered = records.answeredOn(today)
      return {
        language: index.state().curation.language,
        today,
        personas: cast.members(present.map(({ id }) => id)).map(({ id, name }) => ({ id, name })),
        personaOfDay: personaOfDay(
          present.map(({ id }) => id),
          pinned(watch),
          today,
        ),
        due: promises
          .filter((promise) => isDue(promise, today) && !answered.has(promise.id))
          .flatMap(({ id }) => (due(id) ? id : [])),
        topics: topicsOf,
        owners,
        canPrint: canPrint(),
        idleMs: idleMs(),
      }
    },
    due,
    idleMs,
    about(personaId, of) {
      const names = namesOf(personaId)
      const { telling, personas } = look()
      const themes = new Set(personas.find(({ id }) => id === personaId)?.themes)
      const isHers = (card: Card): boolean => card.personas.some((name) => names.has(name.toLowerCase()))
      const isNear = ({ themes: own = [] }: Card): boolean => own.some((theme) => themes.has(theme))
      const found = telling.filter((card) => of.includes(card.kind) && (isHers(card) || isNear(card)))
      return found
        .toSorted((a, b) => Number(isHers(b)) - Number(isHers(a)) || (a.id < b.id ? -1 : 1))
        .map(({ id }) => id)
    },
    renew() {
      of = undefined
    },
  }
}

/** Who sits there today: whom the curator pinned, else somebody else each day, and the same all day long. */
export function personaOfDay(
  ids: readonly string[],
  pinnedIds: readonly string[],
  day: string,
): string | undefined {
  const wanted = pinnedIds.find((id) => ids.includes(id))
  if (wanted !== undefined || ids.length === 0) return wanted
  return ids.toSorted((a, b) => hash(`${day} ${a}`) - hash(`${day} ${b}`) || (a < b ? -1 : 1))[0]
}

function pinned(watch: DeckWatch): readonly string[] {
  const { order } = watch.around().now
  return order.type === 'pin' ? order.itemIds : []
}

interface Gathered {
  readonly personas: readonly Card[]
  readonly telling: readonly Card[]
  readonly prompts: readonly { readonly topic: Topic; readonly personas: readonly string[] }[]
  /** What is due first at the head. */
  readonly promises: readonly (PromiseTime & { readonly id: string })[]
  readonly owners: readonly string[]
}

const NOTHING: Gathered = { personas: [], telling: [], prompts: [], promises: [], owners: [] }
const MOST_PROMPTS = 2

function gather(shown: readonly Card[], read: (ids: readonly string[]) => readonly Item[]): Gathered {
  const of = (kind: string): readonly Card[] => shown.filter((card) => card.kind === kind)
  const bodies = read(
    of('commitment')
      .slice(0, MOST_READ)
      .map(({ id }) => id),
  ).flatMap((item) => {
    const body = kinds.commitment.schema.safeParse(item.body)
    return body.success ? [{ id: item.id, ...body.data }] : []
  })
  return {
    personas: of('persona').toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    telling: shown.filter(({ kind }) => TELLING.includes(kind)),
    prompts: promptTopics(
      read(
        of('prompt')
          .slice(0, MOST_READ)
          .map(({ id }) => id),
      ),
    ),
    promises: bodies.toSorted((a, b) => (a.due < b.due ? -1 : 1)),
    owners: byFrequency([
      ...shown.flatMap(({ departments = [] }) => departments),
      ...bodies.map(({ owner }) => owner),
    ]),
  }
}

/** Questions of the room's own that can be answered on a line: decisions, and what an item answers with a figure. */
function promptTopics(items: readonly Item[]): Gathered['prompts'] {
  return items.flatMap((item) => {
    const body = kinds.prompt.schema.safeParse(item.body)
    if (!body.success || body.data.ask !== 'decision' || IMAGINING.test(body.data.text)) return []
    const { text, answer } = body.data
    const topic: Topic = {
      id: item.id,
      type: 'prompt',
      words: item.title,
      question: text,
      answer,
      lang: item.envelope.lang,
    }
    return [{ topic, personas: item.envelope.persona ?? [] }]
  })
}

/** Themes that items carry, those with most to say to this persona first. */
function themes(telling: readonly Card[], names: ReadonlySet<string>): readonly Topic[] {
  const scores = new Map<string, { words: string; score: number }>()
  for (const { themes: own = [], personas } of telling) {
    const isHers = personas.some((name) => names.has(name.toLowerCase()))
    for (const words of own) {
      const key = words.toLowerCase()
      const before = scores.get(key)
      scores.set(key, { words: before?.words ?? words, score: (before?.score ?? 0) + (isHers ? OWN : 1) })
    }
  }
  return [...scores]
    .toSorted(([a, one], [b, other]) => other.score - one.score || (a < b ? -1 : 1))
    .map(([key, { words }]) => ({ id: `theme ${key}`, type: 'theme', words }))
}

function byFrequency(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([name]) => name)
}
