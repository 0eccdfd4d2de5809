import fc from 'fast-check'
import iconv from 'iconv-lite'
import { afterEach, expect, test } from 'vitest'
import { type Files, makeRoom, type TestRoom } from './open-room.ts'

/** Tables without a word on their columns: what becomes of them from the file to the index. */

let room: TestRoom | undefined

afterEach(async () => {
  await room?.close()
  room = undefined
})

const BASIS = 'source: Survey\nevidence: research\nconsent:\n  public_source: The annual report\n'

async function indexed(files: Files): Promise<TestRoom> {
  room = await makeRoom(files)
  await room.index()
  return room
}

function bodies(of: TestRoom): Map<string, string> {
  return new Map(of.ids().map((id) => [id, JSON.stringify(of.reader.item(id))]))
}

function texts(of: TestRoom): string[] {
  return of.ids().map((id) => {
    const body = of.reader.item(id)?.body
    return typeof body === 'object' && body !== null && 'text' in body ? String(body.text) : ''
  })
}

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
const table = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`

const HEAD = ['Sent in', 'How often?', 'What went wrong?', 'Anything else?']
const answer = (index: number): string[] => [
  `2026-0${(index % 9) + 1}-1${index % 10} 10:00:00`,
  ['Once a year or less', 'Every day of the week'][index % 2] ?? '',
  index % 4 === 3 ? '' : `Answer ${index} on what went wrong that day`,
  index % 5 === 0 ? `And there is this, said by number ${index}` : '',
]

test('one column is quoted, its date is known by the cells, the others are told in one note', async () => {
  const rows = Array.from({ length: 40 }, (_, index) => answer(index))
  const made = await indexed({ 'quotes/survey.yaml': BASIS, 'quotes/survey.csv': table([HEAD, ...rows]) })
  expect(texts(made)).toEqual(rows.map((row) => row[2]).filter((text) => text !== ''))
  expect(made.reader.item(made.ids()[0] ?? '')?.envelope.captured).toBe('2026-01-10T10:00')
  const told = made.told()
  expect(told.filter((line) => line.includes('We took the column'))).toEqual([
    expect.stringMatching(/“What went wrong\?”.*“Anything else\?”.*columns: \{text: "Anything else\?"\}/),
  ])
  expect(told.join('\n')).toContain('10 rows have nothing in the columns that were chosen')
})

test('a table of choices is one problem, and nothing is quoted', async () => {
  const rows = Array.from({ length: 40 }, (_, index) => answer(index).slice(0, 2))
  const made = await indexed({
    'quotes/survey.yaml': BASIS,
    'quotes/survey.csv': table([HEAD.slice(0, 2), ...rows]),
  })
  expect(made.ids()).toEqual([])
  expect(made.told()).toEqual([
    expect.stringMatching(
      /^error quotes\/survey\.csv:1: No column of this table reads like what people said.*40 rows; of the columns, 1 holds dates, 1 holds one of a few choices/,
    ),
  ])
})

test('the file beside the table wins; a column that it names in vain is told with the likely one', async () => {
  const rows = Array.from({ length: 8 }, (_, index) => answer(index))
  const csv = table([HEAD, ...rows])
  const made = await indexed({
    'quotes/survey.yaml': `${BASIS}columns: {text: "How often?"}\n`,
    'quotes/survey.csv': csv,
  })
  expect(texts(made)).toHaveLength(8)
  await made.put({ 'quotes/survey.yaml': `${BASIS}columns: {text: "What went wong"}\n` })
  await made.index()
  expect(made.ids()).toEqual([])
  expect(made.told().join('\n')).toMatch(
    /columns\.text: quotes\/survey\.csv has no column “What went wong”\. Did you mean text: "What went wrong\?"\?/,
  )
})

test('a Google Play export: UTF-16, a title, stars and no reply of ours', async () => {
  const head = [
    'Package Name',
    'Device',
    'Review Submit Date and Time',
    'Star Rating',
    'Review Title',
    'Review Text',
    'Developer Reply Text',
  ]
  const csv = table([
    head,
    ['org.example', 'a71', '2026-03-04T10:00:00Z', '2', 'Late', 'It is slow.', 'We are sorry to hear it.'],
    ['org.example', 'a71', '2026-03-05T10:00:00Z', '5', '', '', ''],
  ])
  const made = await indexed({
    'quotes/play.yaml': BASIS,
    'quotes/play.csv': iconv.encode(csv, 'utf-16le', { addBOM: true }),
  })
  expect(made.ids()).toHaveLength(1)
  const item = made.reader.item(made.ids()[0] ?? '')
  expect(item).toMatchObject({
    title: 'Late',
    body: { text: 'It is slow.', stars: 2 },
    envelope: { captured: '2026-03-04T10:00' },
  })
})

test('SurveyMonkey: its second row of headers is no answer, persons are never read, the respondent is the id', async () => {
  const csv =
    'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,What hinders you?\n,,,,,,,,,Open-Ended Response\n11,5,2026-03-04,2026-03-05,10.0.0.1,r@example.org,Ruth,Smith,,I wait for the bus\n12,5,2026-03-04,2026-03-05,10.0.0.2,t@example.org,Tom,Lang,,It is late every day\n'
  const made = await indexed({ 'quotes/monkey.yaml': BASIS, 'quotes/monkey.csv': csv })
  expect(made.ids()).toEqual(['quotes/monkey#11', 'quotes/monkey#12'])
  expect(made.reader.item('quotes/monkey#11')).toMatchObject({
    line: 3,
    envelope: { captured: '2026-03-05' },
  })
  expect(JSON.stringify([...bodies(made).values(), made.told()])).not.toMatch(/example\.org|Ruth|10\.0\.0/)
})

test('rows of the same kind, wherever they are added, change nothing that was there', async () => {
  const many = fc.integer({ min: 4, max: 60 })
  await fc.assert(
    fc.asyncProperty(many, fc.integer({ min: 1, max: 50 }), fc.boolean(), async (first, more, above) => {
      const made = await makeRoom({
        'quotes/survey.yaml': BASIS,
        'quotes/survey.csv': table([HEAD, ...Array.from({ length: first }, (_, index) => answer(index))]),
      })
      try {
        await made.index()
        const before = bodies(made)
        const old = Array.from({ length: first }, (_, index) => answer(index))
        const added = Array.from({ length: more }, (_, index) => answer(first + index))
        const rows = above ? [...added.toReversed(), ...old] : [...old, ...added]
        await made.put({ 'quotes/survey.csv': table([HEAD, ...rows]) })
        await made.index()
        const after = bodies(made)
        for (const [id, body] of before) expect(withoutLine(after.get(id))).toBe(withoutLine(body))
        expect(after.size).toBe(rows.filter((row) => row[2] !== '').length)
      } finally {
        await made.close()
      }
    }),
    { numRuns: 8 },
  )
})

/** Where a row stands may change; nothing else of it. */
function withoutLine(item: string | undefined): string | undefined {
  return item?.replace(/"line":\d+/, '')
}

test('the choice stays when later rows hold somewhat more in another column', async () => {
  const rows = Array.from({ length: 10 }, (_, index) => [
    `It was late for ${index} of us`,
    `And ${index} more things`,
  ])
  const made = await indexed({
    'quotes/s.yaml': `${BASIS}captured: 2026-03\n`,
    'quotes/s.csv': table([['Why?', 'What else?'], ...rows]),
  })
  const before = bodies(made)
  const longer = Array.from({ length: 10 }, (_, index) => [
    `Late for ${index + 20} again`,
    `And there are ${index} more things that I want to say`,
  ])
  await made.put({ 'quotes/s.csv': table([['Why?', 'What else?'], ...rows, ...longer]) })
  await made.index()
  const after = bodies(made)
  expect(after.size).toBe(20)
  for (const [id, body] of before) expect(after.get(id)).toBe(body)
})

test('two who said the same on two days keep their ids, whichever a later export has first', async () => {
  const [old, recent] = ['Nothing at all to say,2026-03-04', 'Nothing at all to say,2026-03-09']
  const made = await indexed({ 'quotes/s.yaml': BASIS, 'quotes/s.csv': `quote,date\n${old}\n` })
  const [id = ''] = made.ids()
  await made.put({ 'quotes/s.csv': `quote,date\n${recent}\n${old}\n` })
  await made.index()
  expect(made.reader.item(id)?.envelope.captured).toBe('2026-03-04')
  expect(made.ids()).toHaveLength(2)
})
