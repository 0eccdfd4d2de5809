import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { openIndexReader } from '../../electron/library/index-reader.ts'
import { makeRoom, quoteFile, type TestRoom } from './open-room.ts'

// Whoever follows an index from revision to revision sees what somebody sees who has just come.

let room: TestRoom
afterEach(() => room.close())

const table = (rows: readonly number[]): string =>
  [
    'id,quote,source,captured,public_source',
    ...rows.map((row) => `r${row},Said by ${row}.,Card,2026-03-04,A report`),
  ]
    .join('\n')
    .concat('\n')
const SIDECAR = 'kind: quote\nevidence: research\nconsent: {public_source: The annual report}\n'

type Edit =
  | { readonly do: 'write'; readonly name: string; readonly words: number }
  | { readonly do: 'remove'; readonly name: string }
  | { readonly do: 'move'; readonly name: string; readonly to: string }
  | { readonly do: 'table'; readonly rows: readonly number[] }
  | { readonly do: 'erase'; readonly name: string }

const name = fc.constantFrom('a', 'm', 'z', 'ä', '😀')
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ do: fc.constant('write' as const), name, words: fc.nat(3) }),
  fc.record({ do: fc.constant('remove' as const), name }),
  fc.record({ do: fc.constant('move' as const), name, to: name }),
  fc.record({ do: fc.constant('table' as const), rows: fc.uniqueArray(fc.nat(6), { maxLength: 5 }) }),
  fc.record({ do: fc.constant('erase' as const), name }),
)

const path = (of: string): string => `quotes/${of}.md`

async function apply(made: Edit): Promise<void> {
  switch (made.do) {
    case 'write':
      return room.put({ [path(made.name)]: quoteFile(`Version ${made.words}.`) })
    case 'remove':
      return room.remove(path(made.name)).catch(() => undefined)
    case 'move':
      return room.move(path(made.name), path(made.to)).catch(() => undefined)
    case 'table':
      return room.put({ 'quotes/list.csv': table(made.rows), 'quotes/list.yaml': SIDECAR })
    case 'erase':
      return room.put({ 'room.yaml': `items: { quotes/${made.name}: { erased: true } }\n` })
  }
}

test('cards, their order and their places, whatever was edited', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
      async (steps) => {
        room = await makeRoom({
          [path('a')]: quoteFile('First.'),
          'quotes/list.csv': table([1, 2]),
          'quotes/list.yaml': SIDECAR,
        })
        try {
          await room.index()
          for (const edits of steps) {
            for (const made of edits) await apply(made)
            await room.index()
            const fresh = openIndexReader(room.dataDir)
            expect(room.reader.cards()).toEqual(fresh.cards())
            expect(room.reader.places()).toEqual(fresh.places())
            expect(room.reader.places(new Set(room.reader.cards().slice(1, 2)))).toEqual(
              fresh.places().slice(1, 2),
            )
            for (const card of room.reader.cards()) expect(fresh.item(card.id)?.id).toBe(card.id)
            fresh.close()
          }
        } finally {
          await room.close()
        }
      },
    ),
    { numRuns: 15 },
  )
}, 120_000)

test('a card that did not change stays the same object', async () => {
  room = await makeRoom({
    [path('a')]: quoteFile('First.'),
    'quotes/list.csv': table([1, 2]),
    'quotes/list.yaml': SIDECAR,
  })
  await room.index()
  const before = room.reader.cards()
  await room.put({ [path('b')]: quoteFile('Second.') })
  await room.index()
  const after = room.reader.cards()
  expect(after).toHaveLength(before.length + 1)
  for (const card of before) expect(after).toContain(card)
})
