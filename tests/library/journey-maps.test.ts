import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { sharp } from '../../electron/library/derive/sharp.ts'
import { judge } from '../../renderer/core/deck.ts'
import { type Files, makeRoom, type TestRoom } from './open-room.ts'
import { pdf } from './pdf-file.ts'

/** Maps of journeys that were drawn elsewhere, from the file to the index. */

let room: TestRoom | undefined

afterEach(async () => {
  await room?.close()
  room = undefined
})

async function indexed(files: Files, wallPx = 640): Promise<TestRoom> {
  room = await makeRoom(files, { wallPx })
  await room.index()
  return room
}

const TITLE = '---\ntitle: Checking in\nsource: Workshop\nevidence: partial\n---\n'
const picture = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#888' } })
const mediaOf = (of: TestRoom, id: string) => of.reader.item(id)?.media ?? {}

test('a PDF with a title is as many slides as it has pages, each with a thumbnail', async () => {
  const made = await indexed({
    'journeys/checkin.md': TITLE,
    'journeys/checkin.pdf': pdf(['1 0 0', '0 0 1', '0 1 0']),
  })
  expect(made.told()).toEqual([])
  expect(made.reader.cards().map(({ kind, title, parts }) => [kind, title, parts.length])).toEqual([
    ['journey', 'Checking in', 3],
  ])
  const media = mediaOf(made, 'journeys/checkin')
  expect(Object.keys(media)).toEqual(['map', 'map-2', 'map-3'])
  expect(new Set(Object.values(media).map(({ hash }) => hash)).size).toBe(3)
  for (const { hash, thumbnail } of Object.values(media))
    for (const file of [hash, thumbnail?.hash ?? ''])
      expect(made.reader.media(file)?.itemIds).toEqual(['journeys/checkin'])
})

test.each(['png', 'tiff', 'jpeg'] as const)('a %s with a title is one slide', async (format) => {
  const bytes = await picture().toFormat(format).toBuffer()
  const made = await indexed({
    'journeys/checkin.yaml': 'title: Checking in\nsource: Workshop\n',
    [`journeys/checkin.${format}`]: bytes,
  })
  expect(made.told()).toEqual([])
  expect(mediaOf(made, 'journeys/checkin')).toMatchObject({ map: { width: 60, height: 40 } })
})

const CLEARED = TITLE.replace(
  'source:',
  'cleared: [{what: [e-mail address], by: Ann, date: 2026-01-01}]\nsource:',
)

test.each([
  ['page', 'pdf', (words: string) => pdf(['1 0 0'], '', words)],
  [
    'drawing',
    'svg',
    (words: string) =>
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90"><text y="20"><tspan>${words.replace('@', '</tspan><tspan>&#64;')}</tspan></text></svg>`,
      ),
  ],
])(
  'personal data that is written on a %s withholds it until somebody clears it',
  async (_, format, drawn) => {
    const made = await indexed({
      'journeys/free.md': TITLE,
      [`journeys/free.${format}`]: drawn('Waiting for the lift'),
      'journeys/told.md': TITLE,
      [`journeys/told.${format}`]: drawn('Call ruth.meier@tarnholt.example'),
      'journeys/cleared.md': CLEARED,
      [`journeys/cleared.${format}`]: drawn('Call ruth.meier@tarnholt.example'),
    })
    const judged = judge(made.reader.curation(), { screen: '', now: Date.parse('2026-06-01') })
    const states = made.reader.cards().map((card) => [card.id, judged(card).state])
    expect(Object.fromEntries(states)).toEqual({
      'journeys/cleared': 'shown',
      'journeys/free': 'shown',
      'journeys/told': 'withheld',
    })
    const told = made.reader.cards().find(({ id }) => id === 'journeys/told')
    expect(told && judged(told)).toMatchObject({
      reasons: [expect.stringMatching(/Take it out of the page/)],
    })
    expect(JSON.stringify(made.reader.item('journeys/told'))).not.toContain('ruth.meier')
  },
)

test('a map that is missing or damaged is an error, for there is nothing else to show', async () => {
  const made = await indexed({
    'journeys/lost.md': TITLE.replace('title:', 'picture: lost.pdf\ntitle:'),
    'journeys/half.md': TITLE,
    'journeys/half.pdf': pdf(['1 0 0']).subarray(0, 200),
  })
  expect(made.ids()).toEqual([])
  expect(made.told().join('\n')).toMatch(/error journeys\/lost\.pdf: .*not in the folder/)
  expect(made.told().join('\n')).toMatch(/error journeys\/half\.pdf: .*not complete/)
})

test('a photograph of a customer is not shown as a map, past her consent', async () => {
  const made = await indexed({
    'journeys/checkin.md': TITLE.replace('title:', 'picture: ../photos/bench.jpg\ntitle:'),
    'photos/bench.jpg': await picture().jpeg().toBuffer(),
  })
  expect(made.ids()).toEqual([])
  expect(made.told().join('\n')).toMatch(/error photos\/bench\.jpg: .*consent/)
})

test('of a book the first pages are shown, and the rest is told', async () => {
  const files = {
    'journeys/checkin.md': TITLE,
    'journeys/checkin.pdf': pdf(Array.from({ length: 13 }, (_, page) => `${page / 13} 0 0`)),
  }
  const made = await indexed(files, 64)
  expect(Object.keys(mediaOf(made, 'journeys/checkin'))).toHaveLength(12)
  expect(made.told().join('\n')).toMatch(/note journeys\/checkin\.pdf: .*13 pages; those up to 12/)
}, 60_000)

test('a cache that was emptied is filled again, with pages and thumbnails', async () => {
  const made = await indexed({
    'journeys/checkin.md': TITLE,
    'journeys/checkin.pdf': pdf(['1 0 0', '0 0 1']),
  })
  const before = mediaOf(made, 'journeys/checkin')
  const small = made.reader.media(before['map-2']?.thumbnail?.hash ?? '')
  await rm(small?.file ?? '')
  await made.put({ 'journeys/checkin.md': TITLE.replace('partial', 'research') })
  await made.index()
  expect(mediaOf(made, 'journeys/checkin')).toEqual(before)
  await expect(sharp(small?.file).metadata()).resolves.toMatchObject({ format: 'webp' })
})

test('what came into the cache or was lost from it between two quiet starts is put right, without a change in the room', async () => {
  const made = await indexed({
    'journeys/checkin.md': TITLE,
    'journeys/checkin.pdf': pdf(['1 0 0', '0 0 1']),
  })
  const map = made.reader.media(mediaOf(made, 'journeys/checkin')['map']?.hash ?? '')?.file ?? ''
  for (let quiet = 0; quiet < 2; quiet += 1) await made.index()
  const stray = join(made.dataDir, 'cache', 'ff', 'f'.repeat(64))
  await mkdir(dirname(stray), { recursive: true })
  await writeFile(stray, 'of a file that nobody knows')
  await made.index()
  expect(existsSync(stray)).toBe(false)
  await made.index()
  await rm(map)
  await made.index()
  expect(existsSync(map)).toBe(true)
})
