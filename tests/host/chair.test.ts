import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { changeAdmin } from '../../electron/admin/change-handlers.ts'
import { personaOfDay } from '../../electron/chair/chair-room.ts'
import type { EvidencePart } from '../../electron/chair/evidence-part.ts'
import type { ChairScene, ChairView } from '../../renderer/core/chair/view.ts'
import type { Item } from '../../renderer/core/item.ts'
import { fakeClock, START } from './fake-clock.ts'
import { HostRoom, Index, persona, quote } from './host-room.ts'
import { tempDir } from './temp.ts'

const CHAIR = { timezone: 'Europe/London', screens: { default: { mode: 'chair' } } }
const DAY_MS = 24 * 3_600_000

const ITEMS = [
  persona('ruth'),
  quote('tape', { persona: ['ruth'], theme: ['lifts'], department: ['Lifts'] }, 'The tape was there again.'),
  quote('fine', { persona: ['ruth'], theme: ['lifts'] }, 'It was fine for me.'),
]

function promise(due: string, state = 'due'): Item {
  return {
    id: 'commitments/bench',
    kind: 'commitment',
    title: 'A bench at Skelling.',
    envelope: {},
    body: { reference: 'quotes/tape', promise: 'A bench at Skelling.', owner: 'Buildings', due, state },
    media: {},
    path: 'commitments/bench.yaml',
    line: 1,
  }
}

/** Finds every quote that may be shown; the second one speaks against the first. */
const evidence: EvidencePart = ({ shownItem }) => ({
  close: () => undefined,
  find: async () => ({
    verbatims: ['quotes/tape', 'quotes/fine'].flatMap((itemId, n) => {
      const item = shownItem(itemId)
      const { text } = (item?.body ?? {}) as { text?: string }
      return item && text ? [{ itemId, kind: 'quote', title: item.title, text, isAgainst: n === 1 }] : []
    }),
    figure: {
      itemId: 'quotes/tape',
      kind: 'metric',
      title: 'Lifts that worked',
      value: 6.1,
      written: '61 %',
      asks: { type: 'of-ten', phrase: 'lifts worked when she came' },
    },
    ideas: [],
  }),
})

/** What is written is written by a thread, which is begun by the first of it. */
const WRITTEN = { timeout: 30_000 }

class ChairRoom extends HostRoom {
  readonly folder: string

  constructor(
    items: readonly Item[] = ITEMS,
    { curation = {}, folder = tempDir(), clock = fakeClock() } = {},
  ) {
    const index = new Index()
    index.set(items, { ...CHAIR, ...curation })
    const dataDir = tempDir()
    super(index, {
      clock,
      dataDir,
      parts: {
        folder,
        evidence,
        writing: changeAdmin({ folder, dataDir, clock }),
        paper: { canPrint: () => false, pdf: async () => Buffer.from('%PDF-'), print: async () => undefined },
      },
    })
    this.folder = folder
  }

  get chair(): ChairView | undefined {
    const { wall } = this.snapshot
    return wall.type === 'chair' ? wall.chair : undefined
  }

  scene<Type extends ChairScene['type']>(type: Type): Extract<ChairScene, { readonly type: Type }> {
    const scene = this.chair?.scene
    if (scene?.type !== type) throw new Error(`The chair shows ${scene?.type}, not ${type}.`)
    return scene as Extract<ChairScene, { readonly type: Type }>
  }

  /** Presses keys one after the other, each scene painted, and waits for what each brings about. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.paintScene()
      this.host.handlers.chairKey({ key })
      await vi.waitFor(() => expect(this.isBusy()).toBe(false), WRITTEN)
    }
    this.paintScene()
  }

  isBusy(): boolean {
    const scene = this.chair?.scene
    return (scene?.type === 'topic' && scene.isLooking) || (scene?.type === 'receipt' && scene.isSaving)
  }

  paintScene(): void {
    this.host.handlers.chairPainted({ sceneId: this.chair?.sceneId ?? '' })
  }

  files(dir: string): string[] {
    try {
      return readdirSync(join(this.folder, dir)).filter((name) => !name.startsWith('.'))
    } catch {
      return []
    }
  }
}

/** From the still chair to the reveal, with two guesses. */
const TO_REVEAL = ['PageDown', 'PageDown', '7', '9', 'PageDown']

describe('a chair', () => {
  it('is still: nothing turns, and only its persona was shown', () => {
    const room = new ChairRoom()
    expect(room.scene('still')).toMatchObject({ persona: { name: 'ruth', paper: 'ochre' } })
    expect(room.plays()).toEqual([])
    room.paintScene()
    room.paintScene()
    room.clock.pass(DAY_MS / 12)
    expect(room.chair?.scene.type).toBe('still')
    expect(room.plays()).toMatchObject([{ item_id: 'personas/ruth', ended_at: null }])
  })

  it('goes through a whole meeting with the keys of a remote, and writes it down', async () => {
    const room = new ChairRoom()
    await room.press('F5', 'PageDown')
    expect(room.scene('guess')).toMatchObject({
      topic: 'lifts',
      question: 'How many of 10 lifts worked when she came?',
      count: 0,
    })
    await room.press('7', '9')
    expect(room.scene('guess').count).toBe(2)
    expect(room.plays().map((play) => play.item_id)).toEqual(['personas/ruth'])
    await room.press('PageDown')
    expect(room.scene('reveal')).toMatchObject({
      guesses: [7, 9],
      guess: 8,
      figure: { value: 6.1 },
      verbatims: [
        { text: 'The tape was there again.', isAgainst: false },
        { text: 'It was fine for me.', isAgainst: true },
      ],
      gaps: [],
    })
    expect(room.plays().map((play) => play.item_id)).toEqual(['personas/ruth', 'quotes/tape', 'quotes/fine'])
    await room.press('PageDown', 'PageDown', '1', 'PageDown', '2')
    expect(room.scene('confirm').commitment).toEqual({
      said: 'The tape was there again.',
      saidIn: 'quotes/tape',
      promise: 'Ask five customers about “lifts” and tell this room what they said.',
      owner: 'Lifts',
      due: '2026-11-16',
    })
    expect(room.files('commitments')).toEqual([])
    expect(room.rows('SELECT * FROM meetings')).toEqual([])

    await room.press('PageDown')
    expect(room.scene('receipt')).toMatchObject({
      path: 'commitments/2026-11-02-lifts.yaml',
      gaps: [{ day: '2026-11-02', guess: 8, figure: 6.1 }],
    })
    const file = readFileSync(join(room.folder, 'commitments/2026-11-02-lifts.yaml'), 'utf8')
    expect(parse(file)).toEqual({
      reference: 'quotes/tape',
      about: 'lifts',
      promise: 'Ask five customers about “lifts” and tell this room what they said.',
      owner: 'Lifts',
      due: '2026-11-16',
      state: 'due',
      captured: '2026-11-02',
      persona: ['personas/ruth'],
      theme: ['lifts'],
    })
    // Her words stay where her consent is.
    expect(file).not.toContain('The tape was there')
    expect(room.rows('SELECT * FROM meetings')).toMatchObject([
      {
        day: '2026-11-02',
        persona_id: 'personas/ruth',
        topic: 'lifts',
        guesses: '[7,9]',
        guess: 8,
        figure: 6.1,
        evidence: '["quotes/tape","quotes/fine"]',
        commitment_path: 'commitments/2026-11-02-lifts.yaml',
      },
    ])
    await room.press('PageDown')
    expect(room.scene('receipt').kept).toBe('receipts/2026-11-02-lifts.pdf')
    expect(room.files('receipts')).toEqual(['2026-11-02-lifts.pdf'])
    await room.press('9', 'Escape')
    expect(room.chair?.scene.type).toBe('still')
  })

  it('writes over nothing: a second meeting of the day has a file of its own', async () => {
    const room = new ChairRoom()
    for (let n = 0; n < 2; n += 1) {
      await room.press(...TO_REVEAL, 'PageDown', 'PageDown', '1', '1', '1', 'PageDown', 'Escape')
    }
    expect(room.files('commitments')).toEqual(['2026-11-02-lifts-2.yaml', '2026-11-02-lifts.yaml'])
  })

  it('takes a verbatim off at once when its consent is withdrawn, and brings it back nowhere', async () => {
    const room = new ChairRoom()
    await room.press(...TO_REVEAL)
    room.index.set(
      [ITEMS[0], quote('tape', { theme: ['lifts'], consent: undefined }), ITEMS[2]].flatMap(
        (item) => item ?? [],
      ),
      CHAIR,
    )
    room.host.indexChanged()
    const told = JSON.stringify(room.snapshots.at(-1))
    expect(told).not.toContain('The tape was there')
    expect(told).toContain('It was fine for me.')
    const row = room.plays().find((play) => play.item_id === 'quotes/tape')
    expect(row?.end_reason).toBe('withdrawn')
    await room.press('PageDown', 'PageDown', '1', '1', '1', 'PageDown')
    expect(readFileSync(join(room.folder, 'commitments/2026-11-02-lifts.yaml'), 'utf8')).toContain(
      'reference: quotes/fine',
    )
  })

  it('lets consent expire in the midst of a reveal, by the clock alone', async () => {
    const expires = {
      who: 'a',
      given: '2026-01-01',
      expires: '2026-11-02',
      purposes: ['display'],
      audience: ['staff' as const],
    }
    const room = new ChairRoom(
      [persona('ruth'), quote('tape', { theme: ['lifts'], consent: expires }, 'Only today.')],
      {
        clock: fakeClock(Date.UTC(2026, 10, 2, 23, 59)),
      },
    )
    await room.press(...TO_REVEAL)
    expect(room.scene('reveal').verbatims).toHaveLength(1)
    room.clock.pass(60_000)
    expect(JSON.stringify(room.snapshots.at(-1))).not.toContain('Only today.')
  })

  it('is still again after two minutes without a key, and nothing is written', async () => {
    const room = new ChairRoom()
    await room.press(...TO_REVEAL, 'PageDown', 'PageDown', '1', '1', '1')
    room.clock.pass(119_999)
    expect(room.chair?.scene.type).toBe('confirm')
    room.clock.pass(1)
    expect(room.snapshots.at(-1)?.wall).toMatchObject({ type: 'chair', chair: { scene: { type: 'still' } } })
    expect(room.files('commitments')).toEqual([])
    expect(room.rows('SELECT * FROM meetings')).toEqual([])
    expect(room.plays().filter((play) => play.ended_at === null)).toMatchObject([
      { item_id: 'personas/ruth' },
    ])
  })

  it('tells when the folder cannot be written, loses nothing, and writes it when it can', async () => {
    const folder = join(tempDir(), 'room')
    mkdirSync(folder)
    const room = new ChairRoom(ITEMS, { folder })
    renameSync(folder, `${folder}-away`)
    await room.press(...TO_REVEAL, 'PageDown', 'PageDown', '1', '1', '1', 'PageDown')
    expect(room.scene('receipt').refusal?.message).toContain('cannot be reached')
    expect(room.scene('receipt').path).toBeUndefined()
    expect(room.rows('SELECT commitment_path FROM meetings')).toEqual([{ commitment_path: null }])
    renameSync(`${folder}-away`, folder)
    room.index.set(ITEMS, CHAIR)
    room.host.indexChanged()
    await vi.waitFor(() => expect(room.files('commitments')).toEqual(['2026-11-02-lifts.yaml']), WRITTEN)
    await vi.waitFor(() => expect(room.rows('SELECT * FROM chair_waiting')).toEqual([]), WRITTEN)
    expect(room.rows('SELECT commitment_path FROM meetings')).toEqual([
      { commitment_path: 'commitments/2026-11-02-lifts.yaml' },
    ])
  })

  it('takes whoever is erased out of the pages in the folder too', async () => {
    const room = new ChairRoom()
    await room.press(...TO_REVEAL, 'PageDown', 'PageDown', '1', '1', '1', 'PageDown', 'PageDown')
    expect(room.files('receipts')).toHaveLength(1)
    room.index.set(ITEMS.slice(0, 1), CHAIR)
    room.index.gone = [{ id: 'quotes/tape', what: 'erased' }]
    room.host.indexChanged()
    await vi.waitFor(() => expect(room.files('receipts')).toEqual([]), WRITTEN)
    await vi.waitFor(() => expect(room.health()).toContain('receipt-erased'), WRITTEN)
  })

  it('asks what happened when a promise is due, writes the answer, and asks no more that day', async () => {
    const room = new ChairRoom([...ITEMS, promise('2026-11-02')])
    const file = join(room.folder, 'commitments/bench.yaml')
    mkdirSync(join(room.folder, 'commitments'))
    writeFileSync(
      file,
      '# Ours\nreference: quotes/tape\npromise: A bench at Skelling.\nowner: Buildings\ndue: 2026-11-02\nstate: due\n',
    )
    await room.press('PageDown')
    expect(room.scene('happened')).toMatchObject({
      commitment: { owner: 'Buildings' },
      place: { index: 0, count: 1 },
    })
    await room.press('1')
    await vi.waitFor(() => expect(room.chair?.scene.type).toBe('topic'), WRITTEN)
    expect(readFileSync(file, 'utf8')).toBe(
      '# Ours\nreference: quotes/tape\npromise: A bench at Skelling.\nowner: Buildings\ndue: 2026-11-02\nstate: kept\ndone: 2026-11-02\n',
    )
    await room.press('Escape', 'PageDown')
    expect(room.chair?.scene.type).toBe('topic')
    expect(room.rows('SELECT item_id, day, answer FROM due_answers')).toEqual([
      { item_id: 'commitments/bench', day: '2026-11-02', answer: 'kept' },
    ])
  })

  it('asks about what is not yet kept again on another day, and never about what is not due', async () => {
    const room = new ChairRoom([...ITEMS, promise('2026-11-03')])
    await room.press('PageDown')
    expect(room.chair?.scene.type).toBe('topic')
    await room.press('Escape')
    room.clock.pass(DAY_MS)
    await room.press('PageDown', 'PageDown')
    expect(room.chair?.scene.type).toBe('topic')
    await room.press('Escape', 'PageDown')
    expect(room.chair?.scene.type).toBe('happened')
  })

  it('waits behind a message, and goes on', async () => {
    const room = new ChairRoom()
    await room.press('PageDown')
    const until = '2026-11-02T09:01'
    room.index.set(ITEMS, { ...CHAIR, now: { takeover: { message: 'Fire drill.', until } } })
    room.host.indexChanged()
    expect(room.snapshot.wall.type).toBe('message')
    expect(room.plays().every((play) => play.ended_at !== null)).toBe(true)
    room.clock.pass(60_000)
    expect(room.snapshots.at(-1)?.wall).toMatchObject({ type: 'chair', chair: { scene: { type: 'topic' } } })
  })

  it('says so where nobody may sit in it, and becomes a corridor by its settings', () => {
    const room = new ChairRoom([quote('tape')])
    expect(room.snapshot.wall.type).toBe('empty')
    room.host.handlers.chairKey({ key: 'PageDown' })
    expect(room.snapshot.wall.type).toBe('empty')
    room.index.set([quote('tape')])
    room.host.indexChanged()
    expect(room.snapshot.wall.type).toBe('play')
    room.host.handlers.chairKey({ key: 'PageDown' })
    expect(room.snapshot.wall.type).toBe('play')
  })
})

describe('whoever sits there', () => {
  const ids = ['personas/a', 'personas/b', 'personas/c']

  it('is the same all day, another one on other days, and everybody in time', () => {
    const days = Array.from({ length: 60 }, (_, n) => new Date(START + n * DAY_MS).toISOString().slice(0, 10))
    const seated = days.map((day) => personaOfDay(ids, [], day))
    expect(seated).toEqual(days.map((day) => personaOfDay(ids.toReversed(), [], day)))
    for (const id of ids) expect(seated.filter((each) => each === id).length).toBeGreaterThan(10)
  })

  it('is whom the curator pinned, if she may be shown', () => {
    expect(personaOfDay(ids, ['quotes/x', 'personas/c'], '2026-11-02')).toBe('personas/c')
    expect(personaOfDay(ids, ['personas/gone'], '2026-11-02')).toBe(personaOfDay(ids, [], '2026-11-02'))
    const room = new ChairRoom([persona('ruth'), persona('tomas'), persona('ada')], {
      curation: { now: { pin: 'personas/tomas' } },
    })
    expect(room.scene('still').persona.id).toBe('personas/tomas')
  })
})
