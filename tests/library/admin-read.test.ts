import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '../../electron/sqlite.ts'
import type { AuditPart } from '../../renderer/core/admin/ledger.ts'
import { snapshotFor } from '../../renderer/core/contract.ts'
import { askRoom } from './admin-room.ts'
import { CALL, makeRoom, personaFile, quoteFile, type TestRoom, toneWav } from './open-room.ts'

let room: TestRoom
let asked: ReturnType<typeof askRoom>

afterEach(async () => {
  asked.close()
  await room.close()
})

async function ask(
  files: Readonly<Record<string, string | Uint8Array>>,
  options?: Parameters<typeof askRoom>[1],
) {
  room = await makeRoom(files)
  await room.index()
  asked = askRoom(room, options)
  return asked
}

const PERSON = (more = '') =>
  `consent: {who: list 7, given: 2026-01-05, purposes: [display], audience: [staff]${more}}\n`
const byPerson = (text: string, more = '', fields = '') =>
  quoteFile(text, fields).replace('consent: {public_source: The annual report}\n', PERSON(more))

test('one item: its fields with the lines where they were said, its standing, plays and slides', async () => {
  const room1 = await ask({
    'room.yaml': `timezone: Europe/London
defaults:
  quotes: {theme: lifts, department: [Stations]}
items:
  quotes/a: {weight: 3}
`,
    'quotes/a.md': byPerson('The lift is broken.', '', 'date: 2026-03-04\n').replace(
      'captured: 2026-03-04\n',
      '',
    ),
    'quotes/voices.csv': 'id,quote,source,captured\n1,Late again.,Card,2026\n2,Twice late.,Card,2026\n',
    'quotes/voices.yaml':
      '# of all of them\nevidence: partial\nconsent: {public_source: The annual report}\n',
    'personas/ruth.md': personaFile('Ruth'),
  })
  room1.show(3)
  const answer = await room1.ask.item({ id: 'quotes/a', shape: { widthPx: 1_080, heightPx: 1_920 } })
  if (!answer.ok) throw new Error(answer.message)
  const { item } = answer
  const place = (name: string) => item.fields.find((field) => field.name === name)?.place
  expect(item).toMatchObject({
    kind: 'quote',
    standing: 'shown',
    reasons: [],
    weight: 3,
    files: ['quotes/a.md'],
  })
  expect(place('source')).toEqual({ path: 'quotes/a.md', line: 2, by: 'file' })
  expect(place('captured')).toMatchObject({ path: 'quotes/a.md', writtenAs: 'date', by: 'file' })
  expect(place('theme')).toMatchObject({ path: 'room.yaml', line: 3, by: 'defaults' })
  const text = await readFile(room.at('quotes/a.md'), 'utf8')
  expect(text.split('\n')[(place('text')?.line ?? 0) - 1]).toBe('> The lift is broken.')
  expect(item.plays).toBe(item.byScreen[0]?.plays ?? 0)
  expect(item.share).toBeGreaterThan(0)
  expect(item.nextDueAt).toBeGreaterThanOrEqual(room1.clock.now())
  expect(item.views).toHaveLength(1)
  expect(item.views[0]?.item.envelope).not.toHaveProperty('consent')
  const row = await room1.ask.item({ id: 'quotes/voices#2' })
  const fieldsOfRow = row.ok ? new Map(row.item.fields.map(({ name, place: at }) => [name, at])) : new Map()
  expect(fieldsOfRow.get('text')).toEqual({ path: 'quotes/voices.csv', line: 3, by: 'file' })
  expect(fieldsOfRow.get('evidence')).toEqual({ path: 'quotes/voices.yaml', line: 2, by: 'sidecar' })
  expect(await room1.ask.item({ id: 'quotes/none' })).toMatchObject({ ok: false })
})

test('of what nobody may see nothing is drawn; what a curator hid may be looked at', async () => {
  const { ask: calls, host } = await ask({
    'room.yaml': 'timezone: UTC\nitems: {calls/lift: {hidden: true}}\n',
    ...CALL,
    'calls/lift.wav': toneWav(1),
    'quotes/none.md': byPerson('Words.').replace(PERSON(), ''),
  })
  const withheld = await calls.item({ id: 'quotes/none' })
  expect(withheld).toMatchObject({ ok: true, item: { standing: 'withheld', views: [] } })
  expect(withheld.ok && withheld.item.whyNot.map(({ what }) => what)).toEqual(['withheld'])
  const media = room.reader.item('calls/lift')?.media ?? {}
  const [sound] = Object.values(media)
  expect(host.mayServe(sound?.hash ?? '')).toBeUndefined()
  const hidden = await calls.item({ id: 'calls/lift' })
  expect(hidden.ok && hidden.item.views.length).toBe(1)
  expect(host.mayServe(sound?.hash ?? '')?.itemIds).toEqual(['calls/lift'])
  const answer = await calls.item({ id: 'calls/lift', screen: 'default' })
  expect(answer.ok && answer.item.standing).toBe('hidden')
  const { rows } = await calls.find({ from: 0, count: 9 })
  expect(rows.map(({ thumbnail }) => thumbnail)).toEqual([undefined, undefined])
})

test('the work list: the gravest first, each with its remedy as data', async () => {
  const rows = Array.from({ length: 5 }, (_, at) => `${at},Words of ${at}.,Card,2026`)
  const { ask: calls } = await ask({
    'room.yaml': 'timezone: UTC\nitems: {quotes/off: {hidden: true}}\n',
    'quotes/table.csv': ['id,quote,source,captured', ...rows, ''].join('\n'),
    'quotes/table.yaml': 'evidence: research\n',
    'quotes/mail.md': byPerson('Write to ruth@example.org, please.'),
    'quotes/back.md': byPerson('Once.', ', withdrawn: 2026-03-01'),
    'quotes/over.md': byPerson('Long ago.', ', expires: 2026-02-01'),
    'quotes/train.md': byPerson('For training.').replace('[display]', '[training]'),
    'quotes/guests.md': byPerson('Not here.').replace('[staff]', '[guests]'),
    'quotes/off.md': quoteFile('Hidden.'),
    'quotes/wrong.md': quoteFile('When?').replace('2026-03-04', 'yesterday-ish'),
    'photos/missing.md':
      '---\nalt: A queue.\nsource: Card\ncaptured: 2026-01-01\nevidence: research\npeople: none\nfile: queue.jpg\n---\n',
  })
  const { entries, total, counts } = await calls.workList({ from: 0, count: 50 })
  expect(total).toBe(entries.length)
  const remedyOf = (path: string) => entries.find((entry) => entry.path === path)?.remedy
  expect(remedyOf('quotes/table.csv')).toEqual({ type: 'record-consent', basis: 'consent-or-public' })
  expect(entries.find(({ path }) => path === 'quotes/table.csv')).toMatchObject({
    items: 5,
    line: 2,
    standing: 'withheld',
  })
  expect(remedyOf('quotes/mail.md')).toEqual({
    type: 'redact',
    what: ['e-mail address'],
    mayClear: true,
    drawn: false,
  })
  expect(remedyOf('quotes/back.md')).toEqual({ type: 'remove', who: 'list 7' })
  expect(remedyOf('quotes/over.md')).toEqual({ type: 'renew-consent', who: 'list 7', ended: '2026-02-01' })
  expect(remedyOf('quotes/train.md')).toEqual({
    type: 'ask-for-display',
    who: 'list 7',
    purposes: ['training'],
  })
  expect(remedyOf('quotes/guests.md')).toEqual({ type: 'change-audience', is: ['guests'], needs: 'staff' })
  expect(remedyOf('quotes/wrong.md')).toEqual({ type: 'correct-field', field: 'captured' })
  expect(entries.some(({ remedy }) => remedy.type === 'provide-file')).toBe(true)
  expect(remedyOf('quotes/off.md')).toBeUndefined()
  const severities = entries.map(({ severity }) => ['error', 'warning', 'note'].indexOf(severity))
  expect(severities).toEqual(severities.toSorted((a, b) => a - b))
  const page = await calls.workList({ remedy: 'redact', notes: true, from: 0, count: 1 })
  expect(page.total).toBe(counts.redact)
  const notes = await calls.workList({ notes: true, from: 0, count: 50 })
  expect(notes.entries.find(({ path }) => path === 'quotes/off.md')?.remedy).toEqual({ type: 'unhide' })
  expect(new Set(notes.entries.map(({ key }) => key)).size).toBe(notes.total)
})

test('of a line that names the first hundred, all can be had to act on', async () => {
  const rows = Array.from({ length: 130 }, (_, at) => `${at},Words of ${at}.,Card,2026`)
  const { ask: calls } = await ask({
    'room.yaml': "items: {'quotes/table#*': {hidden: true}}\n",
    'quotes/table.csv': ['id,quote,source,captured', ...rows, ''].join('\n'),
    'quotes/table.yaml': `evidence: research\n${PERSON()}`,
    'quotes/off.md': quoteFile('Not hidden.'),
  })
  const { entries } = await calls.workList({ remedy: 'unhide', notes: true, from: 0, count: 50 })
  const [line] = entries
  expect(line).toMatchObject({ items: 130, path: 'quotes/table.csv' })
  expect(line?.ids).toHaveLength(100)
  const { ids } = await calls.workIds({ key: line?.key ?? '' })
  expect(new Set(ids)).toEqual(new Set(rows.map((_, at) => `quotes/table#${at}`)))
  expect((await calls.workIds({ key: 'gone' })).ids).toEqual([])
})

test('what has to be redacted is found anew in its file, and stays nowhere', async () => {
  const { ask: calls } = await ask({
    'quotes/mail.md': byPerson('Ring us.\n>\n> Write to ruth@example.org, please.'),
    'quotes/voices.csv':
      'id,quote,source,captured\n1,Fine.,Card,2026\n2,"Mail amir@example.org\nnow",Card,2026\n',
    'quotes/voices.yaml': `evidence: research\n${PERSON()}`,
    'calls/lift.md': CALL['calls/lift.md'],
    'calls/lift.vtt': CALL['calls/lift.vtt'].replace('Again?', 'Call 020 7946 0958 again.'),
    'calls/lift.wav': toneWav(1),
  })
  const one = await calls.workFinds({ id: 'quotes/mail' })
  expect(one.finds).toHaveLength(1)
  expect(one.finds[0]).toMatchObject({
    path: 'quotes/mail.md',
    what: 'e-mail address',
    found: 'ruth@example.org',
  })
  const lines = (await readFile(room.at('quotes/mail.md'), 'utf8')).split('\n')
  expect(lines[(one.finds[0]?.line ?? 0) - 1]).toContain('ruth@example.org')
  expect(one.finds[0]?.before.endsWith('Write to ')).toBe(true)
  expect((await calls.workFinds({ id: 'quotes/voices#2' })).finds[0]).toMatchObject({
    line: 3,
    found: 'amir@example.org',
  })
  expect((await calls.workFinds({ id: 'calls/lift' })).finds[0]).toMatchObject({
    path: 'calls/lift.vtt',
    line: 7,
  })
  expect(await calls.workFinds({ id: 'quotes/none' })).toEqual({ finds: [], drawn: [] })
  const told = JSON.stringify(snapshotFor('admin', asked.host.handlers.snapshot()))
  expect(told).not.toContain('example.org')
})

test('the ledger: who agreed, to what, until when, and what ends next', async () => {
  const { ask: calls } = await ask({
    'room.yaml': 'timezone: UTC\naudience: staff\n',
    'quotes/a.md': byPerson('One.'),
    'quotes/b.md': byPerson('Two.', ', expires: 2026-08-01, collected: by letter'),
    'quotes/c.md': byPerson('Three.').replace('list 7', 'list 8').replace('[staff]', '[guests, staff]'),
    'quotes/d.md': byPerson('Four.', ', withdrawn: yes').replace('list 7', 'list 9'),
    'quotes/e.md': quoteFile('Five.'),
    'quotes/f.md': byPerson('Six.').replace(PERSON(), ''),
  })
  const { entries, counts, without } = await calls.ledger({ from: 0, count: 10 })
  expect(entries.map(({ who, state, items, shown }) => [who, state, items, shown])).toEqual([
    ['list 7', 'expiring', 2, 2],
    ['list 8', 'valid', 1, 1],
    ['list 9', 'withdrawn', 1, 0],
    ['The annual report', 'public', 1, 1],
  ])
  expect(entries[0]).toMatchObject({
    until: '2026-08-01',
    daysLeft: 31,
    collected: 'by letter',
    kinds: { quote: 2 },
  })
  expect(entries[1]).toMatchObject({ until: '2028-01-05', audience: ['staff', 'guests'] })
  expect(counts).toMatchObject({ expiring: 1, valid: 1, withdrawn: 1, public: 1, expired: 0 })
  expect(without).toBe(1)
  const withdrawn = await calls.ledger({ state: 'withdrawn', from: 0, count: 10 })
  expect(withdrawn.entries[0]?.ids).toEqual(['quotes/d'])
  expect((await calls.ledger({ text: 'LIST 8', from: 0, count: 10 })).total).toBe(1)
  expect(await calls.ledgerIds({ who: 'list 7', published: false })).toEqual(['quotes/a', 'quotes/b'])
  expect(await calls.ledgerIds({ who: 'The annual report', published: true })).toEqual(['quotes/e'])
  expect(await calls.ledgerIds({ who: 'list 7', published: true })).toEqual([])
})

async function wholeAudit(): Promise<{ readonly text: string; readonly verdict: AuditPart['verdict'] }> {
  let [text, after] = ['', 0]
  for (;;) {
    const part = await asked.ask.auditExport({ after })
    text += part.text
    if (part.next === undefined) return { text, verdict: part.verdict }
    after = part.next
  }
}

test('the audit is exported with its chain, in parts, and says where it was tampered with', async () => {
  await ask({ 'quotes/a.md': byPerson('One.').replace('list 7', '=HYPERLINK("x")') })
  const events = Array.from({ length: 12_000 }, (_, at) => ({
    at,
    what: 'hidden' as const,
    itemId: `quotes/${at}`,
    screen: 'lobby',
    reference: at === 5 ? '-1+1, "quoted"\nline' : '',
  }))
  asked.records.audit(events)
  const { text, verdict } = await wholeAudit()
  expect(verdict).toEqual({ ...asked.records.verifyAudit(), ok: true })
  const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    skipEmptyLines: true,
  })
  expect(errors).toEqual([])
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(data).toHaveLength(verdict?.ok ? verdict.rows : 0)
  expect(data.find(({ item }) => item === 'quotes/5')?.['reference']).toBe('\'-1+1, "quoted"\nline')
  for (const row of data) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@]/)
  asked.close()
  const db = openDatabase(join(room.dataDir, 'room.db'))
  db.exec("DROP TRIGGER audit_is_fixed; UPDATE audit SET reference = 'other' WHERE seq = 7000")
  db.close()
  asked = askRoom(room)
  expect((await wholeAudit()).verdict).toMatchObject({ ok: false, row: 7_000 })
})

test('history adds up what was shown, by any of its sides, and exports it', async () => {
  const {
    ask: calls,
    show,
    clock,
  } = await ask({
    'room.yaml':
      'timezone: Europe/London\nrotation: {promises: [{every: kind, within: 1 h}, {every: persona, within: 1 h}]}\n',
    'quotes/a.md': quoteFile('=SUM(1) it began.', 'persona: Ruth\n'),
    'quotes/b.md': quoteFile('Second.'),
    'personas/ruth.md': personaFile('Ruth'),
  })
  const shown = show(20)
  const range = { from: '2026-07-01', to: '2026-07-01' }
  const by = async (side: 'item' | 'kind' | 'persona' | 'hour' | 'day') => {
    const answer = await calls.history({ ...range, by: side })
    if (!answer.ok) throw new Error(answer.message)
    return answer.history
  }
  const items = await by('item')
  expect(items.plays).toBe(20)
  for (const { key, plays } of items.rows) expect(plays).toBe(shown.filter((id) => id === key).length)
  expect(items.rows.reduce((sum, { shownMs }) => sum + shownMs, 0)).toBe(items.shownMs)
  // Noon UTC is one o'clock in London in summer; a Wednesday.
  expect(items.byHour[13]).toBe(20)
  expect(items.byWeekday).toEqual([0, 0, 20, 0, 0, 0, 0])
  expect(items.byWeekHour.reduce((sum, ms) => sum + ms, 0)).toBe(items.shownMs)
  expect(items.byWeekHour.findIndex((ms) => ms > 0)).toBe(2 * 24 + 13)
  expect((await by('hour')).rows.map(({ key }) => key)).toEqual(['13'])
  expect((await by('day')).rows.map(({ key }) => key)).toEqual(['2026-07-01'])
  expect((await by('kind')).rows.map(({ key }) => key).sort()).toEqual(['persona', 'quote'])
  expect((await by('persona')).rows.map(({ key }) => key)).toEqual(['Ruth'])
  expect(items.promises.map(({ promise, missed }) => [promise, missed])).toEqual([
    ['every kind within 1 h', 0],
    ['every persona within 1 h', 0],
  ])
  expect(items.promises[0]?.values.map(({ value }) => value).sort()).toEqual(['persona', 'quote'])
  const { text, next } = await calls.historyExport({ ...range, after: 0 })
  const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true })
  expect([data.length, next]).toEqual([20, undefined])
  expect(data[0]?.['time']).toBe('2026-07-01 13:00')
  expect(data.find(({ item }) => item === 'quotes/a')?.['title']).toMatch(/^'=SUM/)
  expect(await calls.history({ from: '2026-07-02', to: '2026-07-01', by: 'item' })).toMatchObject({
    ok: false,
  })
  clock.pass(86_400_000)
  expect((await by('item')).plays).toBe(20)
})

test('health tells all of it; the file for support holds no title, path, id, screen or word of anybody', async () => {
  const {
    ask: calls,
    show,
    records,
    clock,
  } = await ask(
    {
      'quotes/zanzibar.md': quoteFile('Zanzibar words.', 'title: Zanzibar title\n'),
      'quotes/broken.md': '---\nsource: [Zanzibar\n---\n',
    },
    { screen: 'zanzibar-lobby' },
  )
  show(3)
  records.note(clock.now(), 'slide-failed', 'quotes/zanzibar: it could not be drawn')
  records.note(
    clock.now(),
    'defect',
    'Error: zanzibar words\n    at step (/home/ruth/app/zanzibar/player.ts:12:3)',
  )
  const health = await calls.health()
  expect(health).toMatchObject({
    library: { items: 1, shown: 1, byKind: { quote: 1 }, isFolderReachable: true, isSearchWhole: true },
    wall: { playsToday: 3, screen: 'zanzibar-lobby', what: 'play' },
    clock: { isTrusted: true },
    problems: { error: 1 },
    versions: { 'Customer Room': '0.0.0' },
  })
  expect(health.disk.freeBytes).toBeGreaterThan(0)
  expect(health.library.searchBytes).toBeGreaterThan(0)
  expect(health.counts['slide-failed']).toBe(1)
  const { name, text } = await calls.supportFile()
  expect(name).toBe('customer-room-support-2026-07-01.json')
  expect(JSON.parse(text)).toMatchObject({ library: { items: 1 } })
  expect(text.toLowerCase()).not.toMatch(/zanzibar|quotes\/|ruth|lobby/)
  expect(text).toContain('step player.ts:12')
  expect(text).not.toContain(room.folder)
  expect(text).not.toContain(room.dataDir)
})

test('a file is shown on the desktop for the item that it is of, or the problem that it has, and no other', async () => {
  const { host } = await ask({
    'room.yaml': 'timezone: UTC\n',
    'quotes/a.md': quoteFile('One.'),
    'quotes/b.md': quoteFile('Two.'),
    'quotes/broken.md': '---\ntitle: [\n---\n',
    ...CALL,
    'calls/lift.wav': toneWav(1),
  })
  const isAskedFor = (path: string, item?: string): boolean => host.isAskedFor({ path, item })
  expect(isAskedFor('quotes/a.md', 'quotes/a')).toBe(true)
  expect(isAskedFor('calls/lift.vtt', 'calls/lift')).toBe(true)
  expect(isAskedFor('quotes/b.md', 'quotes/a')).toBe(false)
  expect(isAskedFor('room.yaml', 'quotes/a')).toBe(false)
  expect(isAskedFor('../room.db', 'quotes/a')).toBe(false)
  expect(isAskedFor('quotes/broken.md')).toBe(true)
  expect(isAskedFor('quotes/b.md')).toBe(false)
  expect(isAskedFor('quotes/b.md', 'quotes/nobody')).toBe(false)
})
