import iconv from 'iconv-lite'
import { afterEach, expect, test } from 'vitest'
import { makeRoom, type TestRoom } from './open-room.ts'

/** Tables as programs and people really leave them: what is shown is what was said, on the day on which it was said. */

let room: TestRoom | undefined

afterEach(async () => {
  await room?.close()
  room = undefined
})

const ROOM = 'defaults: {quotes: {source: Survey, captured: 2020-01-01, public_source: The report}}\n'

/** What was said, and when, in the order of the file. */
async function said(table: string | Uint8Array): Promise<[unknown, string | undefined][]> {
  room = await makeRoom({ 'quotes/a.csv': table, 'room.yaml': ROOM })
  await room.index()
  const { reader } = room
  return [...reader.places()]
    .toSorted((a, b) => a.line - b.line)
    .map(({ card }) => reader.item(card.id))
    .map((item) => [(item?.body as { text?: unknown } | undefined)?.text, item?.envelope.captured])
}

test.each([
  ['a header in another language', '编号,意见,日期\n1,我等了三个星期，没有人告诉我为什么。,2026-02-01\n'],
  [
    'a name of its own',
    'id,comment,Response submitted at\n1,I waited three weeks.,2026-02-01 10:00:00 UTC\n',
  ],
  [
    'the day on which we asked beside it',
    'id,comment,Survey sent at,Response in at\n1,I waited three weeks.,2026-01-05,2026-02-01\n',
  ],
  [
    'the clock of Japan',
    '"タイムスタンプ","ご意見"\n"2026/02/01 3:12:33 午後 GMT+9","待ち時間が長すぎて疲れました。"\n',
  ],
])(
  'a column of dates with %s counts more than the day that room.yaml gives to all files',
  async (_, table) => {
    const [[, captured = ''] = []] = await said(table)
    expect(captured.slice(0, 10)).toBe('2026-02-01')
  },
)

test('German from a program of the DOS age', async () => {
  const text = 'Für drei Wochen war der Schalter geschlossen. Größter Ärger überhaupt.'
  expect(await said(iconv.encode(`id;Kommentar;Datum\n1;${text};01.02.2026\n`, 'cp850'))).toEqual([
    [text, '2026-02-01'],
  ])
})

test.each(['latin1', 'windows-1252'])('text that was encoded twice, by way of %s', async (wrong) => {
  const text = 'The café was closed – “again”, Größe 38.'
  const utf8 = Buffer.from(`id,comment\n1,"${text}"\n`)
  const misread = new TextDecoder(wrong).decode(utf8)
  const bytes = wrong === 'latin1' ? utf8.toString('latin1') : misread
  expect((await said(Buffer.from(bytes)))[0]?.[0]).toBe(text)
})

test('French in capitals is no text that was encoded twice', async () => {
  const text = '« CAFÉ » et Âme, ça va ?'
  expect((await said(`id,comment\n1,"${text}"\n`))[0]?.[0]).toBe(text)
})

test('cells that Excel must not take for numbers are the text in them', async () => {
  expect(
    await said('id,comment\n="0012",="He came at ten, not at nine"\n="0013",+1 for the driver\n'),
  ).toEqual([
    ['He came at ten, not at nine', '2020-01-01'],
    ['+1 for the driver', '2020-01-01'],
  ])
  expect(room?.ids()).toEqual(['quotes/a#0012', 'quotes/a#0013'])
})

test('letters are never forced to run the other way', async () => {
  expect((await said('id,comment\n1,He paid \u202e001 pounds for it\n'))[0]?.[0]).toBe(
    'He paid 001 pounds for it',
  )
})

test('marks in a column called Note are no note', async () => {
  await said('Horodateur,Commentaire,Note\n2026-03-04,On m’a raccroché au nez deux fois.,1\n')
  const [id = ''] = room?.ids() ?? []
  expect(room?.reader.item(id)?.body).not.toHaveProperty('note')
})

test('a survey that was tried out by those who made it, in Qualtrics', async () => {
  const row = (id: string, status: string, text: string): string =>
    `2026-02-11 07:12:01,2026-02-11 07:19:40,${status},2026-02-11 07:19:41,${id},${text}\n`
  const table = `StartDate,EndDate,Status,RecordedDate,ResponseId,Q2
Start Date,End Date,Response Type,Recorded Date,Response ID,What could we do better?
"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID2_TEXT""}"
${row('R_1', 'Survey Preview', 'test test test')}${row('R_2', 'IP Address', 'The hotline was busy for an hour.')}`
  expect((await said(table)).map(([text]) => text)).toEqual(['The hotline was busy for an hour.'])
  expect(room?.told().join('\n')).toMatch(/One row is a test of the survey/)
})

test('a header without rows is told', async () => {
  expect(await said('id,comment,date\n')).toEqual([])
  expect(room?.told().join('\n')).toMatch(/no row below the header/)
})

test('a table in Markdown is told and not shown as if somebody had said it', async () => {
  const page = '---\nsource: Survey\n---\n| Who | Said |\n|---|---|\n| Ann | I waited |\n'
  room = await makeRoom({ 'quotes/a.md': page, 'room.yaml': ROOM })
  await room.index()
  expect(room.ids()).toEqual([])
  expect(room.told().join('\n')).toMatch(/error quotes\/a\.md:4: .*holds a table/)
})

test('copies of a conflict are told, each sort of unread file with what to do about it', async () => {
  const table = 'id,comment\n1,The lift was broken again.\n'
  room = await makeRoom({
    'quotes/a.csv': table,
    'quotes/a (Ann’s conflicted copy 2026-02-01).csv': table,
    'quotes/a.sync-conflict-20260201-101112-ABCDEFG.csv': table,
    'quotes/export.zip': 'x',
    'room.yaml': ROOM,
  })
  await room.index()
  expect(room.ids()).toEqual(['quotes/a#1'])
  expect(room.told()).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/2 files here .*A sync client kept it/),
      expect.stringMatching(/export\.zip: .*Unpack it here/),
    ]),
  )
})
