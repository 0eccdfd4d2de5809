import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createHost } from '../../electron/host.ts'
import type { Host, HostParts } from '../../electron/host-parts.ts'
import type { CachedFile, Gone, IndexReader, PlacedItem } from '../../electron/library/protocol.ts'
import { openRecords } from '../../electron/records/open-records.ts'
import type { PaintedPlay } from '../../electron/records/records.ts'
import { openDatabase } from '../../electron/sqlite.ts'
import type { PlayView, Snapshot } from '../../renderer/core/contract.ts'
import { type Curation, curationSchema } from '../../renderer/core/curation.ts'
import type { Card } from '../../renderer/core/deck.ts'
import type { Envelope, Item, Media } from '../../renderer/core/item.ts'
import { wallSize } from '../../renderer/core/legibility.ts'
import { findPersonalData } from '../../renderer/core/pii.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import { standingFacts } from '../../renderer/core/standing.ts'
import { type FakeClock, fakeClock } from './fake-clock.ts'
import { machine } from './machine.ts'
import { tempDir } from './temp.ts'

/** One harness for the host: real records on disk, a clock that the test moves, and an index as the library would leave it. */

const WALL = wallSize({ diagonalInches: 55, distanceM: 3, widthPx: 1920, heightPx: 1080 })

/** What the library process has written, which is on the other side of a process boundary. */
export class Index {
  revision = 0
  items: Item[] = []
  cards: Card[] = []
  gone: Gone[] = []
  problems: Problem[] = []
  curation: Curation = curationSchema.parse({})
  isBroken = false

  set(items: readonly Item[], curation: object = {}): void {
    this.revision += 1
    this.items = [...items]
    this.cards = items.map(cardOf)
    this.curation = curationSchema.parse({ rotation: { seconds_min: 10, seconds_max: 10 }, ...curation })
  }

  open(): IndexReader {
    if (this.isBroken) throw new Error('no such file')
    const answer = <Value>(value: () => Value): Value => {
      if (this.isBroken) throw new Error('disk I/O error')
      return value()
    }
    return {
      revision: () => answer(() => this.revision),
      cards: () => answer(() => this.cards),
      item: (id) => answer(() => this.items.find((item) => item.id === id)),
      items: (ids) => answer(() => this.#items(ids)),
      media: (hash) => answer(() => this.#media(hash)),
      problems: () => answer(() => this.problems),
      curation: () => answer(() => this.curation),
      gone: () => answer(() => this.gone),
      places: () => answer(() => this.cards.map((card, at) => this.#place(card, at))),
      isScrubbed: () => true,
      close: () => undefined,
    }
  }

  #items(ids: readonly string[]): PlacedItem[] {
    const found = this.items.filter(({ id }) => ids.includes(id))
    return found.map((item) => ({ item, path: item.path, line: item.line }))
  }

  #place(card: Card, at: number): { card: Card; path: string; line: number } {
    const { path = '', line = 1 } = this.items[at] ?? {}
    return { card, path, line }
  }

  #media(hash: string): CachedFile | undefined {
    const users = this.items.filter((item) => Object.values(item.media).some((media) => media.hash === hash))
    return users.length === 0
      ? undefined
      : { file: `/cache/${hash}`, mime: 'image/webp', itemIds: users.map((item) => item.id) }
  }
}

export interface PlayRow {
  readonly play_id: string
  readonly item_id: string
  readonly painted_at: number
  readonly ended_at: number | null
  readonly end_reason: string | null
}

export class HostRoom {
  readonly index: Index
  readonly clock: FakeClock
  readonly dataDir: string
  readonly painted: PaintedPlay[] = []
  readonly snapshots: Snapshot[] = []
  /** How often the host asked for another wall. */
  unpainted = 0
  readonly host: Host
  readonly #records

  constructor(
    index: Index,
    {
      clock = fakeClock(),
      dataDir = tempDir(),
      screen = 'default',
      builtAt = 0,
      hasWall = true,
      parts = {} as Partial<HostParts>,
    } = {},
  ) {
    this.index = index
    this.clock = clock
    this.dataDir = dataDir
    this.#records = openRecords(this.file, clock.now())
    this.host = createHost({
      openIndex: () => index.open(),
      records: this.#records,
      clock,
      screen,
      folder: '/content',
      dataDir,
      machine,
      wall: () => WALL,
      newSeed: () => 7,
      builtAt,
      hasWall,
      ...parts,
      onSnapshot: (snapshot) => this.snapshots.push(snapshot),
      onPainted: (play) => this.painted.push(play),
      onUnpainted: () => {
        this.unpainted += 1
      },
    })
    onTestFinished(() => this.#records.close())
  }

  get file(): string {
    return join(this.dataDir, 'room.db')
  }

  get snapshot(): Snapshot {
    return this.host.handlers.snapshot()
  }

  get play(): PlayView | undefined {
    const { wall } = this.snapshot
    return wall.type === 'play' ? wall.play : undefined
  }

  get next(): PlayView | undefined {
    const { wall } = this.snapshot
    return wall.type === 'play' ? wall.next : undefined
  }

  /** The wall reports the current play's paint; returns its item. */
  paint(): string {
    const { playId = '', item } = this.play ?? {}
    this.host.handlers.painted({ playId })
    return item?.id ?? ''
  }

  /** Lets each slide be painted and run its time, so many times; returns the items in order. */
  show(slides: number): string[] {
    return Array.from({ length: slides }, () => {
      const id = this.paint()
      this.clock.pass(this.play?.dwellMs ?? 0)
      return id
    })
  }

  plays(): PlayRow[] {
    return this.#rows<PlayRow>('SELECT * FROM plays ORDER BY painted_at, rowid')
  }

  /** What another reader of room.db finds. */
  rows<Row>(sql: string): Row[] {
    return this.#rows<Row>(sql)
  }

  health(): string[] {
    return this.#rows<{ what: string }>('SELECT what FROM health ORDER BY rowid').map((row) => row.what)
  }

  /** The same folder and clock after the process died without a word. */
  killAndRestart(): HostRoom {
    this.#records.close()
    return new HostRoom(this.index, { clock: fakeClock(this.clock.now()), dataDir: this.dataDir })
  }

  #rows<Row>(sql: string): Row[] {
    const db = openDatabase(this.file, { readonly: true })
    try {
      return db.prepare<[], Row>(sql).all()
    } finally {
      db.close()
    }
  }
}

/** A room with these items, indexed. */
export function openHost(
  items: readonly Item[],
  curation: object = {},
  screen = 'default',
  { hasWall = true } = {},
): HostRoom {
  const index = new Index()
  index.set(items, curation)
  return new HostRoom(index, { screen, hasWall })
}

const CONSENT = {
  who: 'card 1',
  given: '2026-01-01',
  expires: '2027-01-01',
  purposes: ['display'],
  audience: ['staff' as const],
}

export function quote(id: string, envelope: Partial<Envelope> = {}, text = 'It just worked.'): Item {
  return {
    id: `quotes/${id}`,
    kind: 'quote',
    title: `Title of ${id}`,
    envelope: {
      source: 'Comment card',
      captured: '2026-03-04',
      evidence: 'research',
      consent: CONSENT,
      ...envelope,
    },
    body: { text, continued: false, continues: false },
    media: {},
    path: `quotes/${id}.md`,
    line: 1,
  }
}

export function persona(id: string, envelope: Partial<Envelope> = {}): Item {
  return {
    id: `personas/${id}`,
    kind: 'persona',
    title: id,
    envelope: { evidence: 'research', ...envelope },
    body: { name: id, quote: 'I need the lift to work.' },
    media: { portrait: picture(id) },
    path: `personas/${id}.md`,
    line: 1,
  }
}

/** A derived picture; its hash is made from its name. */
export function picture(name: string): Media {
  return {
    hash: Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64),
    mime: 'image/webp',
    width: 10,
    height: 10,
  }
}

function cardOf(item: Item): Card {
  const basis = item.kind === 'quote' ? 'consent-or-public' : 'none'
  return {
    id: item.id,
    kind: item.kind,
    title: item.title,
    personas: item.envelope.persona ?? [],
    themes: item.envelope.theme,
    stages: item.envelope.stage,
    departments: item.envelope.department,
    weight: item.envelope.weight ?? 1,
    facts: standingFacts(item.envelope, basis, findPersonalData([JSON.stringify(item.body)])),
    parts: [{ words: 4, characters: 0, figures: 0, mediaMs: 0 }],
  }
}
