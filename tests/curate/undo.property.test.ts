import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { type Curator, openCurator } from '../../electron/curate/curator.ts'
import { readCuration } from '../../electron/library/curation-file.ts'
import type { Change } from '../../renderer/core/admin/change.ts'
import { NOW } from './curated-room.ts'

/** Whatever room.yaml says and however it is written: a change and its undo leave the very bytes, also after a restart. */

const IDS = ['quotes/a', 'quotes/b#1', 'calls/lift', 'personas/ruth', 'quotes/ä ö']

const decision = fc.record(
  {
    hidden: fc.boolean(),
    weight: fc.constantFrom(0, 0.5, 1, 3),
    pinned: fc.boolean(),
    from: fc.constantFrom('2026-01-01', '2026-11-01'),
    until: fc.constantFrom('2027-01-01', '2028-03-04T18:30'),
  },
  { requiredKeys: [] },
)

const room = fc.record(
  {
    name: fc.constantFrom('Room', 'Hall: the 2nd', '“Räume”', '部屋'),
    timezone: fc.constantFrom('Europe/London', 'UTC'),
    audience: fc.constantFrom('staff', 'public'),
    rotation: fc.record(
      { seconds_max: fc.integer({ min: 20, max: 60 }), order: fc.constantFrom('story', 'shuffle') },
      { requiredKeys: [] },
    ),
    screens: fc.constantFrom(
      { default: {} },
      { default: { sound: { volume: 0.5 } }, lobby: { audience: 'staff' } },
    ),
    items: fc.dictionary(fc.constantFrom(...IDS), decision, { maxKeys: 4 }),
    defaults: fc.constantFrom({ quotes: { source: 'Card' } }, {}),
    now: fc.constantFrom({ pause: true }, { pin: { item: 'quotes/a', until: '2027-01-01T10:00' } }, {}),
  },
  { requiredKeys: [] },
)

const text = fc
  .record({
    data: room,
    indent: fc.constantFrom(2, 4),
    flow: fc.constantFrom('block' as const, 'any' as const),
    quotes: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const),
    remarks: fc.array(fc.nat(), { maxLength: 4 }),
    isWindows: fc.boolean(),
    isOpen: fc.boolean(),
  })
  .map(({ data, indent, flow, quotes, remarks, isWindows, isOpen }) => {
    const plain = stringify(data, { indent, collectionStyle: flow, defaultStringType: quotes, lineWidth: 0 })
    const lines = plain.split('\n')
    for (const [at, place] of remarks.entries()) lines.splice(place % lines.length, 0, `# remark ${at}`)
    const noted = lines.join('\n')
    const ended = isOpen ? noted.replace(/\n$/, '') : noted
    return isWindows ? ended.replaceAll('\n', '\r\n') : ended
  })
  .filter((written) => readCuration('room.yaml', Buffer.from(written)).ok)

const change: fc.Arbitrary<Change> = fc.oneof(
  fc
    .record({
      items: fc.uniqueArray(fc.constantFrom(...IDS), { minLength: 1, maxLength: 5 }),
      decision: fc.record(
        {
          hidden: fc.constantFrom(true, false, null),
          weight: fc.constantFrom(0.25, 2, null),
          pinned: fc.constantFrom(true, null),
          until: fc.constantFrom('2027-06-30', null),
        },
        { requiredKeys: [] },
      ),
    })
    .filter(({ decision: wanted }) => Object.keys(wanted).length > 0)
    .map((wanted) => ({ type: 'decide', ...wanted }) as Change),
  fc
    .constantFrom<readonly (readonly [string[], string | number | null])[]>(
      [[['rotation', 'seconds_max'], 45]],
      [
        [['rotation', 'order'], 'shuffle'],
        [['name'], 'Another'],
      ],
      [[['name'], null]],
      [[['rotation'], null]],
      [[['audience'], 'guests']],
      [[['screens', 'lobby', 'audience'], 'public']],
    )
    .map(
      (settings): Change => ({ type: 'set', settings: settings.map(([path, value]) => ({ path, value })) }),
    ),
  fc.constantFrom<Change>(
    { type: 'release', what: 'pause' },
    { type: 'release', what: 'pin' },
    { type: 'volume', screen: 'default', volume: 0.25 },
    { type: 'volume', screen: 'lobby', on: false },
    { type: 'defaults', path: 'quotes', fields: { source: 'Letters' } },
    { type: 'defaults', path: 'calls/lift', fields: { source: 'Hotline' } },
  ),
)

async function deskOf(written: string) {
  const base = await mkdtemp(join(tmpdir(), 'customer-room-'))
  await writeFile(join(base, 'room.yaml'), written)
  const open = (): Curator =>
    openCurator({
      folder: base,
      dataDir: join(base, '.data'),
      items: { item: () => undefined, byWho: () => [] },
      now: () => NOW,
    })
  return { base, open, read: () => readFile(join(base, 'room.yaml'), 'utf8') }
}

test('changes, taken back one by one, lead back through the very bytes; done again, forth; a new start in between is no matter', async () => {
  await fc.assert(
    fc.asyncProperty(
      text,
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (written, changes, isRestarted) => {
        const { base, open, read } = await deskOf(written)
        let curator = open()
        try {
          const states = [await read()]
          for (const wanted of changes) {
            const answer = await curator.change(wanted)
            if (answer.ok) states.push(await read())
            else expect(await read()).toBe(states.at(-1))
          }
          if (isRestarted) {
            curator.close()
            curator = open()
          }
          for (const before of states.slice(0, -1).toReversed()) {
            expect(await curator.undo()).toMatchObject({ ok: true })
            expect(await read()).toBe(before)
          }
          expect(await curator.undo()).toMatchObject({ because: 'nothing' })
          for (const after of states.slice(1)) {
            expect(await curator.redo()).toMatchObject({ ok: true })
            expect(await read()).toBe(after)
          }
        } finally {
          curator.close()
          await rm(base, { recursive: true, force: true })
        }
      },
    ),
    { numRuns: 40 },
  )
})
