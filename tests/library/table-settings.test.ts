import { afterEach, expect, test } from 'vitest'
import { type Files, makeRoom, type TestRoom } from './open-room.ts'

/** What room.yaml says of tables, and how dates of a table are read: from the file to the index. */

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

function said(of: TestRoom): [string, string | undefined][] {
  return of.ids().map((id) => {
    const item = of.reader.item(id)
    return [String((item?.body as { text?: unknown } | undefined)?.text), item?.envelope.captured]
  })
}

const rows = Array.from(
  { length: 6 },
  (_, index) => `Why number ${index} came late,What else ${index} saw that day`,
)
const TABLE = `What went wrong?,What else?\n${rows.join('\n')}\n`

test('the line that a note gives, pasted into room.yaml, changes the column of every table with that header', async () => {
  const basis = `${BASIS}captured: 2026-03\n`
  const made = await indexed({ 'quotes/q1.yaml': basis, 'quotes/q1.csv': TABLE })
  const before = said(made).map(([text]) => text)
  const line = /write into room\.yaml: (tables: \{.*\})/.exec(made.told().join('\n'))?.[1] ?? ''
  expect(line).toMatch(/^tables: \{t[a-z\d]{8}: \{columns: \{text: "What/)
  const swapped = TABLE.replaceAll(/^(.*),(.*)$/gm, '$2,$1')
  await made.put({ 'room.yaml': `name: Ours\n${line}\n`, 'quotes/q2.yaml': basis, 'quotes/q2.csv': swapped })
  await made.index()
  const after = said(made).map(([text]) => text)
  expect(after).toHaveLength(12)
  expect(after.filter((text) => before.includes(text))).toEqual([])
  expect(made.told().filter((told) => told.includes('We took the column'))).toEqual([])
})

test('the file beside a table is nearer to it than room.yaml, field by field', async () => {
  const made = await indexed({ 'quotes/q.yaml': `${BASIS}captured: 2026-03\n`, 'quotes/q.csv': TABLE })
  const key = /tables: \{(t\w+)/.exec(made.told().join('\n'))?.[1] ?? ''
  await made.put({
    'room.yaml': `tables:\n  ${key}:\n    columns: {text: "What else?", note: "What went wrong?"}\n`,
    'quotes/q.yaml': `${BASIS}captured: 2026-03\ncolumns: {text: "What went wrong?"}\n`,
  })
  await made.index()
  expect(said(made)[0]?.[0]).toBe('Why number 0 came late')
})

test('a wrong setting of a table is told with its line, and the last good room.yaml stays in force', async () => {
  const made = await indexed({
    'room.yaml': 'name: Ours\ntables:\n  tabc:\n    dates: american\n',
    'quotes/q.yaml': `${BASIS}captured: 2026-03\n`,
    'quotes/q.csv': TABLE,
  })
  expect(made.told().join('\n')).toMatch(
    /room\.yaml:4: tables\.tabc\.dates: .*has to be day first, month first or year first/i,
  )
})

function dated(...days: string[]): string {
  return `quote,Date\n${days.map((day, index) => `Answer number ${index} in several words,${day}`).join('\n')}\n`
}

test('dates are read in the order that the whole column shows, and that is told', async () => {
  const made = await indexed({ 'quotes/q.yaml': BASIS, 'quotes/q.csv': dated('03/04/2026', '27/03/2026') })
  expect(said(made).map(([, captured]) => captured)).toEqual(['2026-04-03', '2026-03-27'])
  expect(made.told().join('\n')).toMatch(
    /note .*q\.csv:1: Date: .*day first.*“27\/03\/2026”.*dates: month first/,
  )
})

test('dates that nobody can tell keep their year until somebody says the order; the ids stay', async () => {
  const made = await indexed({ 'quotes/q.yaml': BASIS, 'quotes/q.csv': dated('03/04/2026', '05/06/2026') })
  const ids = made.ids()
  expect(said(made).map(([, captured]) => captured)).toEqual(['2026', '2026'])
  const told = made.told().join('\n')
  expect(told).toMatch(/warning .*Date: These dates can be read in several ways, such as “03\/04\/2026”/)
  const key = /tables: \{(t\w+)/.exec(told)?.[1] ?? ''
  await made.put({ 'room.yaml': `tables: {${key}: {dates: month first}}\n` })
  await made.index()
  expect(made.ids()).toEqual(ids)
  expect(said(made).map(([, captured]) => captured)).toEqual(['2026-03-04', '2026-05-06'])
  expect(made.told().join('\n')).not.toContain('several ways')
  await made.put({ 'quotes/q.yaml': `${BASIS}dates: day first\n` })
  await made.index()
  expect(said(made).map(([, captured]) => captured)).toEqual(['2026-04-03', '2026-06-05'])
  expect(made.ids()).toEqual(ids)
})

test('numbers of days, as a spreadsheet counts them, are dates', async () => {
  const made = await indexed({ 'quotes/q.yaml': BASIS, 'quotes/q.csv': dated('46085', '46085.7708333') })
  expect(said(made).map(([, captured]) => captured)).toEqual(['2026-03-04', '2026-03-04T18:30'])
  expect(made.told().join('\n')).toContain('“46085” was read as 2026-03-04')
})

test('a row says when it was, whatever the file beside it says of all of them', async () => {
  const made = await indexed({
    'quotes/q.yaml': `${BASIS}captured: 2020\n`,
    'quotes/q.csv': 'quote,Date\nIt is late again today,2026-03-04\nIt was early for once,\n',
  })
  expect(said(made).map(([, captured]) => captured)).toEqual(['2026-03-04', '2020'])
})
