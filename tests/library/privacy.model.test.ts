import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHost } from '../../electron/host.ts'
import type { Host } from '../../electron/host-parts.ts'
import { openIndexReader } from '../../electron/library/index-reader.ts'
import { searchFile } from '../../electron/library/search-file.ts'
import { mediaResponse } from '../../electron/media-response.ts'
import { openRecords } from '../../electron/records/open-records.ts'
import type { Records } from '../../electron/records/records.ts'
import { openDatabase } from '../../electron/sqlite.ts'
import { type Snapshot, snapshotFor } from '../../renderer/core/contract.ts'
import { wallSize } from '../../renderer/core/legibility.ts'
import { fakeClock } from '../host/fake-clock.ts'
import { machine } from '../host/machine.ts'
import { makeRoom, type TestRoom } from './open-room.ts'
import {
  type Consent,
  filesOf,
  type Model,
  mayBeSearched,
  mayBeShown,
  roomYaml,
  type Slot,
  tableOf,
  type Who,
} from './privacy-model.ts'

/**
 * A whole library and a host over a real folder, under any order of edits, dates and audiences. After each step nothing
 * without valid standing is in the deck, in what a window is told, or among the bytes that a window gets.
 */

const WALL = wallSize({ diagonalInches: 55, distanceM: 3, widthPx: 640, heightPx: 360 })
const HOUR_MS = 3_600_000
const START = Date.UTC(2026, 5, 1, 12)

const audiences = fc.constantFrom<Who>('staff', 'guests', 'public')
const someAudiences = fc.subarray<Who>(['staff', 'guests', 'public'], { minLength: 1 })
const day = fc.integer({ min: 120, max: 190 })
const consent: fc.Arbitrary<Consent> = fc.record({
  purposes: fc.constantFrom(['display'], ['display', 'training'], ['recording']),
  audience: someAudiences,
  given: fc.constantFrom(10, 100, 155),
  expires: fc.option(day, { nil: undefined }),
  withdrawn: fc.constantFrom(false, false, false, true),
})
const basis = fc.oneof(consent, fc.constant('public' as const), fc.constant(undefined))
const SLOTS = 8
const slot = fc.nat(SLOTS - 1)

type Change = Partial<Omit<Slot, 'id' | 'kind' | 'token'>>
type Command =
  | { readonly type: 'write'; readonly slot: number; readonly change: Change }
  | { readonly type: 'delete' | 'break' | 'hide' | 'erase'; readonly slot: number }
  | { readonly type: 'audience'; readonly audience: Who }
  | { readonly type: 'default'; readonly consent: Consent | undefined }
  | { readonly type: 'clock'; readonly hours: number }
  | { readonly type: 'restart' }

const change: fc.Arbitrary<Change> = fc.record(
  {
    consent: basis,
    audience: fc.option(someAudiences, { nil: undefined, freq: 1 }),
    until: fc.option(day, { nil: undefined, freq: 1 }),
    personalData: fc.constantFrom('', '', 'mail', 'card'),
    isCleared: fc.boolean(),
    isChecked: fc.constantFrom(true, true, false),
    isComposite: fc.boolean(),
  },
  { requiredKeys: [] },
)
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ type: fc.constant('write' as const), slot, change }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constantFrom('delete', 'break', 'hide', 'erase'), slot }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('audience' as const), audience: audiences }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('default' as const),
      consent: fc.option(consent, { nil: undefined }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('clock' as const), hours: fc.integer({ min: -900, max: 900 }) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('restart' as const) }) },
)

let tokens = 0

class World {
  readonly model: Model
  readonly room: TestRoom
  readonly clock = fakeClock(START)
  readonly #tokens = new Map<string, Slot>()
  readonly #hashes = new Map<string, { slot: Slot; token: string }>()
  readonly #snapshots: Snapshot[] = []
  #host: Host
  #records: Records

  constructor(room: TestRoom, model: Model) {
    this.room = room
    this.model = model
    ;[this.#host, this.#records] = this.#open()
  }

  #open(): [Host, Records] {
    const records = openRecords(join(this.room.dataDir, 'room.db'), this.clock.now())
    const host = createHost({
      openIndex: () => openIndexReader(this.room.dataDir),
      records,
      clock: this.clock,
      screen: 'default',
      folder: '/content',
      dataDir: this.room.dataDir,
      machine,
      wall: () => WALL,
      newSeed: () => 7,
      onSnapshot: (snapshot) => this.#snapshots.push(snapshot),
    })
    return [host, records]
  }

  close(): void {
    this.#host.close()
    expect(this.#records.verifyAudit()).toMatchObject({ ok: true })
    this.#records.close()
  }

  async run(step: Command): Promise<void> {
    const { model, room } = this
    const target = 'slot' in step ? model.slots[step.slot] : undefined
    if (step.type === 'write' && target) await this.write(target, step.change)
    if (step.type === 'delete' && target) await this.#delete(target)
    if (step.type === 'break' && target) await this.#break(target)
    if (step.type === 'hide' && target) toggle(model.hidden, target.id)
    if (step.type === 'erase' && target) toggle(model.erased, target.id)
    if (step.type === 'audience') model.audience = step.audience
    if (step.type === 'default') model.quotesDefault = step.consent
    if (step.type === 'clock') this.clock.setNow(this.clock.now() + step.hours * HOUR_MS)
    if (step.type === 'restart') {
      this.close()
      ;[this.#host, this.#records] = this.#open()
    }
    if (['hide', 'erase', 'audience', 'default'].includes(step.type))
      await room.putWhole({ 'room.yaml': roomYaml(model) })
    await this.settle()
  }

  async write(target: Slot, changed: Change): Promise<void> {
    tokens += 1
    Object.assign(target, { exists: true, token: `zq${tokens}x`, ...changed })
    this.#tokens.set(target.token, target)
    if (target.kind !== 'row') return this.room.putWhole(await filesOf(target))
    // Of a table's rows all have one consent, and nobody can clear them together.
    for (const row of this.#rows()) Object.assign(row, { consent: target.consent })
    Object.assign(target, { isCleared: false, audience: undefined, until: undefined })
    await this.room.putWhole(tableOf(this.#rows()))
  }

  #rows(): Slot[] {
    return this.model.slots.filter(({ kind }) => kind === 'row')
  }

  async #delete(target: Slot): Promise<void> {
    target.exists = false
    if (target.kind === 'row') return this.room.putWhole(tableOf(this.#rows()))
    for (const path of Object.keys(await filesOf(target))) await rm(this.room.at(path), { force: true })
  }

  /** A slip of the pen: what needs no consent, or was published, stays as it was. */
  async #break(target: Slot): Promise<void> {
    if (target.kind === 'row' || !target.exists) return
    const isKept =
      target.kind === 'persona' ? target.isComposite : target.kind === 'quote' && target.consent === 'public'
    if (!isKept || this.model.erased.has(target.id)) target.exists = false
    await this.room.putWhole({ [`${target.id}.md`]: '---\nsource: [Comment card\n---\n\n> Nothing.\n' })
  }

  /** Everything that changed reaches the host; then its wall goes on for a few slides, each of them looked at. */
  async settle(): Promise<void> {
    await this.room.index()
    this.#host.indexChanged()
    // The player looks at its deck with every minute.
    this.clock.pass(60_000)
    this.model.highest = Math.max(this.model.highest, this.clock.now())
    this.#snapshots.splice(0)
    this.#lookAtSearch()
    await this.#look()
    for (let slides = 0; slides < 3; slides += 1) {
      const { wall } = this.#host.handlers.snapshot()
      if (wall.type !== 'play') break
      this.#host.handlers.painted({ playId: wall.play.playId })
      this.clock.pass(wall.play.dwellMs)
      this.model.highest = Math.max(this.model.highest, this.clock.now())
      await this.#look()
    }
  }

  /** Words that nobody may see are not kept to be searched, whoever asks. */
  #lookAtSearch(): void {
    const db = openDatabase(searchFile(this.room.dataDir), { readonly: true })
    try {
      const bodies = db.prepare<[], string>('SELECT body FROM docs').pluck().all().join(' ')
      for (const [token, owner] of this.#tokens)
        if (bodies.includes(token))
          expect([token, mayBeSearched(this.model, owner)]).toEqual([owner.token, true])
    } finally {
      db.close()
    }
  }

  async #look(): Promise<void> {
    this.model.now = this.clock.now()
    const shown = this.model.slots.filter((each) => mayBeShown(this.model, each))
    expect(this.#host.counts().eligible, this.#why(shown)).toBe(shown.length)
    for (const snapshot of [...this.#snapshots, this.#host.handlers.snapshot()]) {
      const told = JSON.stringify(snapshotFor('wall', snapshot))
      for (const [token, owner] of this.#tokens) {
        if (!told.includes(token)) continue
        const where = told.slice(Math.max(0, told.indexOf(token) - 300), told.indexOf(token) + 60)
        expect([token, shown.includes(owner)], where).toEqual([owner.token, true])
      }
    }
    this.#snapshots.splice(0)
    await this.#askForBytes(shown)
  }

  async #askForBytes(shown: readonly Slot[]): Promise<void> {
    for (const each of this.model.slots) {
      for (const { hash } of Object.values(this.room.reader.item(each.id)?.media ?? {}))
        this.#hashes.set(hash, { slot: each, token: each.token })
    }
    for (const [hash, { slot: owner, token }] of this.#hashes) {
      const answer = mediaResponse(new Request(`media://item/${hash}`), this.#host.mayServe, 'app://room')
      await answer.body?.cancel()
      if (answer.status !== 200) continue
      expect([owner.id, token, shown.includes(owner)]).toEqual([owner.id, owner.token, true])
    }
  }

  #why(shown: readonly Slot[]): string {
    return `${shown.map(({ id }) => id).join(', ')} against ${this.room.ids().join(', ')}\n${this.room.told().join('\n')}`
  }
}

function toggle(set: Set<string>, id: string): void {
  if (!set.delete(id)) set.add(id)
}

function newModel(): Model {
  const make = (kind: Slot['kind'], id: string): Slot => ({
    kind,
    id,
    exists: false,
    token: '',
    consent: {
      purposes: ['display'],
      audience: ['staff', 'guests'],
      given: 10,
      expires: undefined,
      withdrawn: false,
    },
    audience: undefined,
    until: undefined,
    personalData: '',
    isCleared: false,
    isChecked: true,
    isComposite: true,
  })
  const slots = [
    make('quote', 'quotes/a'),
    make('quote', 'quotes/b'),
    make('call', 'calls/a'),
    make('call', 'calls/b'),
    make('persona', 'personas/a'),
    make('persona', 'personas/b'),
    make('row', 'quotes/table#1'),
    make('row', 'quotes/table#2'),
  ]
  return {
    slots,
    audience: 'staff',
    hidden: new Set(),
    erased: new Set(),
    quotesDefault: undefined,
    highest: START,
    now: START,
  }
}

/** What chance meets seldom, each run first: another audience, an end that is passed and a clock set back over it, an erasure. */
const STORIES: readonly Command[][] = [
  [
    { type: 'audience', audience: 'public' },
    { type: 'write', slot: 2, change: { consent: agreed({ audience: ['public'] }) } },
    { type: 'audience', audience: 'guests' },
  ],
  [
    { type: 'write', slot: 0, change: { consent: agreed({ expires: 160 }) } },
    { type: 'write', slot: 4, change: { until: 155 } },
    { type: 'clock', hours: 480 },
    { type: 'clock', hours: -480 },
    { type: 'restart' },
  ],
  [
    { type: 'erase', slot: 3 },
    { type: 'write', slot: 3, change: {} },
    { type: 'write', slot: 2, change: { personalData: 'card', isCleared: true } },
    { type: 'write', slot: 5, change: { isComposite: false, consent: undefined } },
  ],
  [
    { type: 'default', consent: agreed({}) },
    { type: 'write', slot: 0, change: { consent: undefined } },
    { type: 'default', consent: agreed({ withdrawn: true }) },
    { type: 'break', slot: 1 },
  ],
]

function agreed(more: Partial<Consent>): Consent {
  return {
    purposes: ['display'],
    audience: ['staff'],
    given: 10,
    expires: undefined,
    withdrawn: false,
    ...more,
  }
}

// Most of the time is waiting for files to settle, so several rooms run at once.
test.concurrent.each([1, 2, 3, 4])(
  'no item without valid standing reaches the deck, a snapshot or the bytes, under any order of edits, dates and audiences (%i)',
  async (part) => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 16 }), async (steps) => {
        const model = newModel()
        const room = await makeRoom({ 'room.yaml': roomYaml(model) })
        const world = new World(room, model)
        try {
          for (const each of model.slots) await world.write(each, {})
          await world.settle()
          for (const step of steps) await world.run(step)
        } finally {
          world.close()
          await room.close()
        }
      }),
      {
        numRuns: Number(process.env['MODEL_RUNS'] ?? 6),
        interruptAfterTimeLimit: 40_000,
        examples: [[STORIES[part - 1] ?? []]],
      },
    )
  },
  60_000,
)
