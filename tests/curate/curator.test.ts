import { chmod, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { changeSchema } from '../../renderer/core/admin/change.ts'
import { changeWords, deChangeWords, enChangeWords } from '../../renderer/core/admin/change-words.ts'
import { CALL, quoteFile, toneWav } from '../library/open-room.ts'
import { curatedRoom, decide } from './curated-room.ts'

const ROOM = '# ours\nname: Room   # the name\nitems: {}\n#  quotes/x: {}\n'
const OWN = 'consent: {who: list 7, given: 2026-06-01, purposes: [display], audience: [staff]} # form 12\n'
const TEXT = `---\ntitle: The long way # short\nsource: Comment card\ncaptured: 2026-03-04\nevidence: research\n${OWN}---\n\n> They sent me the long way, call 0171 555 0199.\n`
const WHEN = { local: (date: string) => date, instant: (ms: number) => `${ms}` }

describe('decisions and settings', () => {
  test('a decision is a line in room.yaml, and undo puts back the very bytes', async () => {
    const room = await curatedRoom({ 'room.yaml': ROOM, 'quotes/a.md': quoteFile('It was late.') })
    await room.make(decide(['quotes/a'], { hidden: true }))
    expect(await room.read('room.yaml')).toBe(
      '# ours\nname: Room   # the name\nitems:\n  quotes/a:\n    hidden: true\n#  quotes/x: {}\n',
    )
    await room.make(decide(['quotes/a'], { weight: 3 }))
    expect(await room.curator.undo()).toMatchObject({ ok: true, sentence: { key: 'weighed', weight: 3 } })
    expect(await room.curator.undo()).toMatchObject({ ok: true, sentence: { key: 'hid' } })
    expect(await room.read('room.yaml')).toBe(ROOM)
    expect(await room.curator.redo()).toMatchObject({ ok: true, sentence: { key: 'hid' } })
    expect(await room.read('room.yaml')).toContain('hidden: true')
    expect(await room.curator.undo()).toMatchObject({ ok: true })
    expect(await room.curator.undo()).toMatchObject({ ok: false, because: 'nothing' })
  })

  test('a change in words, in two languages', async () => {
    const room = await curatedRoom({ 'quotes/a.md': TEXT })
    await room.make(decide(['quotes/a'], { hidden: true }))
    const [entry] = room.curator.changes(undefined, 10).entries
    if (!entry) throw new Error('nothing in the list')
    expect(changeWords(entry.sentence, enChangeWords, WHEN)).toBe('Hid the quote “The long way”')
    expect(changeWords(entry.sentence, deChangeWords, WHEN)).toBe('Ausgeblendet: das Zitat „The long way“')
  })

  test('somebody else’s change is not undone with ours', async () => {
    const room = await curatedRoom({ 'room.yaml': ROOM, 'quotes/a.md': quoteFile('It was late.') })
    await room.make(decide(['quotes/a'], { weight: 3, hidden: true }))
    const theirs = (await room.read('room.yaml')).replace('name: Room', 'name: Hall')
    await room.put({ 'room.yaml': theirs })
    expect(await room.curator.undo()).toMatchObject({ ok: true })
    expect(await room.read('room.yaml')).toMatch(/name: Hall {3}# the name\nitems:/)
    await room.curator.redo()
    await room.put({ 'room.yaml': (await room.read('room.yaml')).replace('weight: 3', 'weight: 9') })
    expect(await room.curator.undo()).toMatchObject({
      ok: false,
      because: 'conflict',
      field: expect.stringContaining('weight'),
    })
    expect(await room.read('room.yaml')).toContain('weight: 9')
  })

  test('undo after a restart', async () => {
    const room = await curatedRoom({ 'room.yaml': ROOM })
    await room.make({ type: 'set', settings: [{ path: ['rotation', 'order'], value: 'story' }] })
    const again = await curatedRoom({})
    expect(await again.curator.undo()).toMatchObject({ ok: false })
    expect(await room.curator.undo()).toMatchObject({ ok: true })
    expect(await room.read('room.yaml')).toBe(ROOM)
  })

  test('a broken room.yaml is told with its line and left as it is; so is a value that it may not hold', async () => {
    const broken = 'name: a\nname: b\n'
    const room = await curatedRoom({ 'room.yaml': broken })
    expect(await room.curator.change(decide(['a'], { hidden: true }))).toMatchObject({
      ok: false,
      because: 'broken',
      path: 'room.yaml',
      line: 2,
      message: 'This field stands here twice.',
    })
    expect(await room.read('room.yaml')).toBe(broken)
    await room.put({ 'room.yaml': ROOM })
    const set = (path: string[], value: string) =>
      room.curator.change({ type: 'set', settings: [{ path, value }] })
    expect(await set(['rotation', 'order'], 'backwards')).toMatchObject({
      because: 'invalid',
      message: expect.stringContaining('shuffle or story'),
    })
    expect(await set(['rotaton', 'order'], 'story')).toMatchObject({ because: 'invalid', field: 'rotaton' })
    expect(await room.read('room.yaml')).toBe(ROOM)
  })

  test('orders of the moment: added, what has ended is taken out, released', async () => {
    const room = await curatedRoom({
      'room.yaml': 'timezone: UTC\nnow:\n  takeover: {message: Old, until: 2026-11-22 10:00}\n',
    })
    await room.make({
      type: 'order',
      order: { what: 'message', message: 'We meet at one.', until: '2026-11-23T13:00' },
    })
    await room.make({ type: 'order', order: { what: 'pause' } })
    await room.make({ type: 'order', order: { what: 'pin', item: 'quotes/a' } })
    const text = await room.read('room.yaml')
    expect(text).not.toContain('Old')
    expect(text).toContain('message: We meet at one.')
    expect(text).toContain('from: 2026-11-23T12:00')
    await room.make({
      type: 'order',
      order: { what: 'visitors', audience: 'guests', until: '2026-11-23T16:00' },
    })
    expect(await room.read('room.yaml')).toContain('audience: guests')
    await room.make({ type: 'release', what: 'visitors' })
    await room.make({ type: 'release', what: 'takeover' })
    await room.make({ type: 'release', what: 'pause' })
    await room.make({ type: 'release', what: 'pin' })
    expect(await room.read('room.yaml')).toBe('timezone: UTC\n')
  })

  test('the volume stands where the screen’s settings stand', async () => {
    const room = await curatedRoom({ 'room.yaml': 'screens:\n  default:\n    distance_m: 3\n  lobby: {}\n' })
    await room.make({ type: 'volume', screen: 'hall', volume: 0.4 })
    expect(await room.read('room.yaml')).toContain('distance_m: 3\n    sound:\n      volume: 0.4\n')
  })

  test('earlier versions of room.yaml are kept and can be put back', async () => {
    const room = await curatedRoom({ 'room.yaml': ROOM })
    await room.make({ type: 'set', settings: [{ path: ['name'], value: 'Hall' }] })
    const [version] = room.curator.roomVersions()
    expect(version).toMatchObject({ sentence: { key: 'set', setting: 'name', value: 'Hall' } })
    expect(await room.curator.restoreRoom(version?.id ?? 0)).toMatchObject({ ok: true })
    expect(await room.read('room.yaml')).toBe(ROOM)
    expect(await room.curator.undo()).toMatchObject({ ok: true })
    expect(await room.read('room.yaml')).toContain('Hall')
  })

  test.each([
    ['with CRLF', 'name: a\r\nitems: {}\r\n', 'name: a\r\nitems:\r\n  x:\r\n    hidden: true\r\n'],
    ['with a mark at its beginning', '\uFEFFname: a\n', '\uFEFFname: a\nitems:\n  x:\n    hidden: true\n'],
    ['empty', '', 'items:\n  x:\n    hidden: true\n'],
  ])('a room.yaml %s', async (_name, before, after) => {
    const room = await curatedRoom({ 'room.yaml': before })
    await room.make(decide(['x'], { hidden: true }))
    expect(await room.read('room.yaml')).toBe(after)
    await room.curator.undo()
    expect(await room.read('room.yaml')).toBe(before)
  })

  test('no room.yaml yet: it is made, and undo takes it away again', async () => {
    const room = await curatedRoom({ 'quotes/a.md': TEXT })
    await room.make(decide(['quotes/a'], { hidden: true }))
    expect(await room.read('room.yaml')).toBe('items:\n  quotes/a:\n    hidden: true\n')
    await room.curator.undo()
    expect(await readdir(room.folder)).not.toContain('room.yaml')
    await room.curator.redo()
    expect(await readdir(room.folder)).toContain('room.yaml')
  })

  test('a link stays a link, and rights stay', async () => {
    const room = await curatedRoom({ 'shared/real.yaml': ROOM })
    await symlink('shared/real.yaml', join(room.folder, 'room.yaml'))
    await chmod(join(room.folder, 'shared/real.yaml'), 0o640)
    await room.make(decide(['x'], { hidden: true }))
    expect(await room.read('shared/real.yaml')).toContain('hidden: true')
    expect(
      (await readdir(room.folder, { withFileTypes: true }))
        .find(({ name }) => name === 'room.yaml')
        ?.isSymbolicLink(),
    ).toBe(true)
  })

  test('nothing is left beside the files', async () => {
    const room = await curatedRoom({ 'room.yaml': ROOM })
    await room.make(decide(['x'], { hidden: true }))
    expect((await readdir(room.folder)).sort()).toEqual(['.customer-room.lock', 'room.yaml'])
  })
})

describe('items in their files', () => {
  test('fields go where they are written, and everything else stays', async () => {
    const room = await curatedRoom({ 'quotes/a.md': TEXT.replaceAll('\n', '\r\n') })
    await room.make({
      type: 'fields',
      items: ['quotes/a'],
      fields: { title: 'Round: about', theme: ['signs', 'time'] },
    })
    expect(await room.read('quotes/a.md')).toBe(
      TEXT.replace('The long way # short', '"Round: about" # short')
        .replace('---\n\n', 'theme: [signs, time]\n---\n\n')
        .replaceAll('\n', '\r\n'),
    )
    await room.curator.undo()
    expect(await room.read('quotes/a.md')).toBe(TEXT.replaceAll('\n', '\r\n'))
  })

  test('a field that somebody else has changed is a conflict with both sides; another one is no matter', async () => {
    const room = await curatedRoom({ 'quotes/a.md': TEXT })
    await room.put({
      'quotes/a.md': TEXT.replace('The long way', 'Theirs').replace('Comment card', 'Letter'),
    })
    const edit = {
      type: 'fields' as const,
      items: ['quotes/a'],
      fields: { title: 'Mine' },
      was: { title: 'The long way' },
    }
    expect(await room.curator.change(edit)).toMatchObject({
      because: 'conflict',
      sides: { mine: 'Mine', theirs: 'Theirs' },
    })
    expect(await room.curator.change({ ...edit, was: { title: 'Theirs' } })).toMatchObject({ ok: true })
    expect(await room.read('quotes/a.md')).toContain('source: Letter')
  })

  test('the schema’s own words for what a field may not be', async () => {
    const room = await curatedRoom({ 'quotes/a.md': TEXT })
    const answer = await room.curator.change({
      type: 'fields',
      items: ['quotes/a'],
      fields: { captured: 'soon' },
    })
    expect(answer).toMatchObject({ because: 'invalid', field: 'captured' })
  })

  test('of a row, what a decision can say is said in room.yaml; consent for all of them beside the table', async () => {
    const room = await curatedRoom({
      'quotes/v.csv': 'id,text,date\n7,They sent me the long way.,2026-03-04\n',
      'quotes/v.yaml': `source: Survey\nevidence: research\n${OWN}`,
    })
    await room.make({ type: 'fields', items: ['quotes/v#7'], fields: { until: '2026-12-24' } })
    expect(await room.read('room.yaml')).toBe('items:\n  quotes/v#7:\n    until: 2026-12-24\n')
    const consent = { public_source: 'Trustpilot' }
    await room.make({ type: 'consent', items: ['quotes/v#7'], consent, wholeTables: true })
    expect(await room.read('quotes/v.yaml')).toMatch(/^consent: \{public_source: Trustpilot\}/m)
  })

  test('withdrawn everywhere: in front matter, beside a table, among the defaults', async () => {
    const plain = TEXT.replace(OWN, '')
    const room = await curatedRoom({
      'room.yaml': `defaults:\n  quotes/b:\n    ${OWN}`,
      'quotes/a.md': TEXT,
      'quotes/b.md': plain,
      'quotes/v.csv':
        'id,text,date\n7,They sent me the long way.,2026-03-04\n8,Never again with you.,2026-03-05\n',
      'quotes/v.yaml': `source: Survey\nevidence: research\n${OWN}`,
    })
    const answer = await room.curator.change({ type: 'withdraw', who: 'list 7' })
    expect(answer).toMatchObject({ ok: true, sentence: { key: 'withdrew', count: 4 }, skipped: [] })
    for (const path of ['quotes/a.md', 'room.yaml', 'quotes/v.yaml'])
      expect(await room.read(path)).toContain('audience: [staff], withdrawn: 2026-11-23} # form 12')
    await room.index()
    for (const id of ['quotes/a', 'quotes/b', 'quotes/v#7'])
      expect(room.reader.item(id)?.envelope.consent).toMatchObject({ withdrawn: '2026-11-23' })
    await room.curator.undo()
    expect(await room.read('quotes/a.md')).toBe(TEXT)
  })

  test('what was published somewhere is taken down: as consent, as a single line, beside a table, among the defaults', async () => {
    const plain = TEXT.replace(OWN, '')
    const room = await curatedRoom({
      'room.yaml': 'defaults:\n  quotes/b: {public_source: The review site} # all\n',
      'quotes/a.md': TEXT.replace(OWN, 'consent: {public_source: The review site}\n'),
      'quotes/b.md': plain,
      'quotes/c.md': plain.replace('---\n\n', 'public_source: The review site # theirs\n---\n\n'),
      'quotes/v.csv': 'id,text,date\n7,They sent me the long way.,2026-03-04\n8,Never again.,2026-03-05\n',
      'quotes/v.yaml': 'source: Survey\nevidence: research\npublic_source: The review site\n',
      'quotes/other.md': TEXT.replace(OWN, 'consent: {public_source: Another site}\n'),
    })
    const before = await room.read('quotes/c.md')
    const answer = await room.curator.change({ type: 'withdraw', who: 'The review site', published: true })
    expect(answer).toMatchObject({ ok: true, sentence: { key: 'took-down', count: 5 }, skipped: [] })
    await room.index()
    for (const id of ['quotes/a', 'quotes/b', 'quotes/c', 'quotes/v#7', 'quotes/v#8'])
      expect(room.reader.item(id)?.envelope.consent, id).toEqual({
        public_source: 'The review site',
        withdrawn: '2026-11-23',
      })
    expect(room.reader.item('quotes/other')?.envelope.consent).toEqual({ public_source: 'Another site' })
    expect(await room.read('quotes/c.md')).toContain('# theirs')
    await room.curator.undo()
    expect(await room.read('quotes/c.md')).toBe(before)
  })

  test('who made a change is told, from when she gave her name', async () => {
    const room = await curatedRoom({ 'quotes/a.md': TEXT })
    await room.make(decide(['quotes/a'], { weight: 2 }))
    room.curator.name('A. K.')
    await room.make(decide(['quotes/a'], { weight: 3 }))
    const { by, entries } = room.curator.changes(undefined, 10)
    expect([by, ...entries.map((entry) => entry.by)]).toEqual(['A. K.', 'A. K.', undefined])
    room.curator.name('')
    expect(room.curator.changes(undefined, 10).by).toBeUndefined()
    expect(await room.read('room.yaml')).not.toContain('A. K.')
  })

  test('words are redacted where they stand', async () => {
    const room = await curatedRoom({ 'quotes/a.md': TEXT, ...CALL, 'calls/lift.wav': toneWav() })
    await room.make({ type: 'redact', item: 'quotes/a', words: ['0171 555 0199'] })
    expect(await room.read('quotes/a.md')).toBe(TEXT.replace('0171 555 0199', '[[0171 555 0199]]'))
    await room.make({ type: 'redact', item: 'calls/lift', words: ['lift'] })
    expect(await room.read('calls/lift.vtt')).toContain('<v Caller>The [[lift]] is broken.')
    expect(await room.read('calls/lift.md')).toContain('title: The [[lift]]')
  })

  test('a text that is edited by two: both where they touch other lines, both sides where not', async () => {
    const base = 'one\r\ntwo\r\nthree\r\nfour'
    const room = await curatedRoom({ 'notes/a.md': base.replace('four', 'FOUR') })
    const edit = (text: string) =>
      room.curator.change({ type: 'text', path: 'notes/a.md', base: base.replaceAll('\r\n', '\n'), text })
    expect(await edit('one\n2\nthree\nfour')).toMatchObject({ ok: true })
    expect(await room.read('notes/a.md')).toBe('one\r\n2\r\nthree\r\nFOUR')
    expect(await edit('one\nzwei\nthree\nfour')).toMatchObject({
      because: 'conflict',
      sides: { mine: expect.stringContaining('zwei') },
    })
    expect(await room.curator.change({ type: 'text', path: '../x.md', base: '', text: 'x' })).toMatchObject({
      because: 'not-found',
    })
  })

  test('erased: the journal keeps nothing of it, and the proof holds no content', async () => {
    const room = await curatedRoom({ 'quotes/a.md': TEXT })
    await room.make({ type: 'fields', items: ['quotes/a'], fields: { title: 'Secret title' } })
    const answer = await room.curator.change({ type: 'erase', items: ['quotes/a'], removeFiles: true })
    expect(answer).toMatchObject({
      ok: true,
      erased: [{ item: 'quotes/a', wasIndexed: true, journal: 1, deletedFiles: ['quotes/a.md'] }],
    })
    const kept = await Promise.all(
      (await readdir(join(room.dataDir, 'admin'))).map((name) =>
        readFile(join(room.dataDir, 'admin', name), 'latin1').catch(() => ''),
      ),
    )
    expect(kept.join('')).not.toMatch(/Secret title|long way/)
    expect(await room.curator.undo(1)).toMatchObject({ because: 'nothing' })
  })
})

test('what crosses is checked', () => {
  expect(changeSchema.safeParse({ type: 'decide', items: ['a'], decision: { hidden: true } }).success).toBe(
    true,
  )
  expect(changeSchema.safeParse({ type: 'decide', items: [], decision: {} }).success).toBe(false)
  expect(changeSchema.safeParse({ type: 'order', order: { what: 'takeover', item: 'a' } }).success).toBe(
    false,
  )
})

test('a folder that may not be written says so', async () => {
  if (process.getuid?.() === 0) return
  const room = await curatedRoom({ 'room.yaml': ROOM })
  await chmod(room.folder, 0o555)
  expect(await room.curator.change(decide(['x'], { hidden: true }))).toMatchObject({ because: 'read-only' })
  await chmod(room.folder, 0o755)
  await writeFile(join(room.folder, 'x'), '')
})
