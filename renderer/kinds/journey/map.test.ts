import { expect, test } from 'vitest'
import type { Draft } from '../../core/draft.ts'
import type { Media } from '../../core/item.ts'
import { journey } from './schema.ts'

const EMPTY: Draft = {
  path: 'journeys/checkin.md',
  line: 1,
  fields: {},
  lines: {},
  sections: [],
  pictures: [],
  siblings: [],
}
const WALL = { widthU: 63, heightU: 36 }
const PAGE: Media = { hash: 'a', mime: 'image/png', width: 1_600, height: 900 }
const read = (draft: Partial<Draft>) => journey.read({ ...EMPTY, ...draft })

test.each([
  ['beside its text', { siblings: ['journeys/checkin.heic'] }, 'journeys/checkin.heic'],
  [
    'a PDF before a picture',
    { siblings: ['journeys/checkin.pdf', 'journeys/checkin.png'] },
    'journeys/checkin.pdf',
  ],
  ['named', { fields: { picture: 'maps/one.tif' } }, 'journeys/maps/one.tif'],
  ['named as the map', { fields: { map: '../drawings/one.PDF' } }, 'drawings/one.PDF'],
  ['in the text', { pictures: [{ path: 'journeys/one.svg', alt: '' }] }, 'journeys/one.svg'],
])('a map is found: %s', (_, draft, path) => {
  const reading = read({
    ...draft,
    fields: { title: 'Checking in', ...('fields' in draft ? draft.fields : {}) },
  })
  expect(reading.media).toEqual({ map: { as: 'picture', path, needed: true, onwards: true } })
  expect(reading.notes).toEqual([])
  const body = journey.schema.parse(reading.fields)
  expect([body.scenario, body.phases]).toEqual(['Checking in', []])
})

test('one page of a document may be meant', () => {
  const reading = read({ fields: { title: 'Checking in', pdf: 'all.pdf', page: 3 } })
  expect(reading.media['map']).toEqual({ as: 'picture', path: 'journeys/all.pdf', needed: true, page: 3 })
})

test('a journey whose phases are written is drawn, not its picture', () => {
  const fields = { actor: 'A', scenario: 'B', phases: [{ name: 'One' }] }
  expect(read({ fields, siblings: ['journeys/checkin.png'] })).toMatchObject({ media: {}, notes: [] })
  const named = read({ fields: { ...fields, picture: 'checkin.png' } })
  expect(named.media).toEqual({})
  expect(named.notes.map(({ field, message }) => [field, message])).toEqual([
    ['picture', expect.stringContaining('is not shown')],
  ])
})

test('a picture outside the folder is not asked for', () => {
  const reading = read({ fields: { title: 'Checking in', picture: '../../secret.png' } })
  expect(reading.media).toEqual({})
  expect(reading.notes.map(({ message }) => message).join(' ')).toContain('outside')
})

test('without phases and without a map there is no journey', () => {
  expect(journey.schema.safeParse(read({ fields: { actor: 'A', scenario: 'B' } }).fields).success).toBe(false)
})

test('each page is a slide', () => {
  const body = journey.schema.parse(read({ fields: { title: 'T', pdf: 'a.pdf' } }).fields)
  const views = (media: Readonly<Record<string, Media>>) =>
    journey.parts(body, WALL, media).map(({ view }) => view)
  expect(views({ map: PAGE })).toEqual([{ type: 'map', index: 0 }])
  expect(views({ map: PAGE, 'map-2': PAGE, 'map-3': PAGE })).toEqual([
    { type: 'map', index: 0 },
    { type: 'map', index: 1 },
    { type: 'map', index: 2 },
  ])
})
