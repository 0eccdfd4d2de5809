import { afterEach, expect, test } from 'vitest'
import { cardStanding } from '../../renderer/core/deck.ts'
import { CALL, makeRoom, quoteFile, type TestRoom, toneWav } from './open-room.ts'

let room: TestRoom

afterEach(() => room.close())

async function indexed(files: Parameters<typeof makeRoom>[0]): Promise<void> {
  room = await makeRoom(files)
  await room.index()
}

/** The state of each item on the room's screen, with the reasons. */
function standings(): Record<string, string> {
  const context = { screen: 'default', now: Date.UTC(2026, 6, 1, 12) }
  return Object.fromEntries(
    room.reader.cards().map((card) => {
      const standing = cardStanding(card, room.reader.curation(), context)
      return [
        card.id,
        standing.state === 'shown' ? 'shown' : `${standing.state}: ${standing.reasons.join(' ')}`,
      ]
    }),
  )
}

const MAIL = 'Write to ruth@example.org.'

test('a false find is cleared by name and day, for the kinds that are named', async () => {
  const cleared = (what: string, date = '2026-03-05') =>
    `cleared: {what: ${what}, by: Research, date: ${date}}\n`
  await indexed({
    'quotes/a.md': quoteFile(MAIL),
    'quotes/b.md': quoteFile(MAIL, cleared('E-mail address')),
    'quotes/c.md': quoteFile(MAIL, cleared('phone number')),
    'quotes/d.md': quoteFile(MAIL, cleared('e-mail address', '2030-01-01')),
    'quotes/e.md': quoteFile(MAIL, 'cleared: [e-mail address]\n'),
  })
  expect(standings()).toMatchObject({
    'quotes/a': expect.stringContaining('e-mail address'),
    'quotes/b': 'shown',
    'quotes/c': expect.stringContaining('withheld'),
    'quotes/d': expect.stringContaining('withheld'),
  })
  expect(room.ids()).not.toContain('quotes/e')
})

test('a row is cleared in room.yaml; a whole table never', async () => {
  const rows = `id,quote,source,captured\n1,${MAIL},Card,2026\n2,${MAIL},Card,2026\n`
  const sidecar = 'evidence: research\nconsent: {public_source: The annual report}\n'
  const cleared = 'cleared: {what: e-mail address, by: Research, date: 2026-03-05}'
  await indexed({
    'quotes/t.csv': rows,
    'quotes/t.yaml': sidecar,
    'room.yaml': `items:\n  "quotes/t#1":\n    ${cleared}\n`,
  })
  expect(standings()).toMatchObject({
    'quotes/t#1': 'shown',
    'quotes/t#2': expect.stringContaining('withheld'),
  })
  await room.put({ 'quotes/t.yaml': `${sidecar}${cleared}\n` })
  await room.index()
  expect(room.ids()).toEqual([])
  expect(room.told().join('\n')).toContain('Nobody can clear all rows of a table at once')
})

test('a card number in a call sets the whole clip aside, and nobody can clear it; redaction can', async () => {
  const said = CALL['calls/lift.vtt'].replace('The lift is broken', 'Take 4111 1111 1111 1111')
  const cleared = 'cleared: {what: card number, by: Research, date: 2026-06-02}\n---\n'
  const files = { ...CALL, 'calls/lift.vtt': said, 'calls/lift.wav': toneWav() }
  await indexed({ ...files, 'calls/lift.md': CALL['calls/lift.md'].replace(/---\n$/, cleared) })
  expect(standings()['calls/lift']).toMatch(/withheld: A card number seems to be said in it/)
  expect(room.reader.item('calls/lift')?.media).toEqual({})
  await room.put({ 'calls/lift.vtt': said.replace('4111 1111 1111 1111', '[[4111 1111 1111 1111]]') })
  await room.index()
  expect(standings()['calls/lift']).toBe('shown')
  expect(room.reader.item('calls/lift')?.media).toHaveProperty('audio')
})

test('listed words are taken out of every text of the item', async () => {
  await indexed({
    'quotes/a.md': quoteFile(
      'Ruth Smith waited. So did  ruth\nsmith’s mother.',
      'title: About Ruth Smith\nredact: [Ruth Smith]\n',
    ),
    'quotes/b.md': quoteFile('Nobody waited.', 'redact: [Tomas]\n'),
  })
  expect(JSON.stringify(room.reader.item('quotes/a'))).not.toMatch(/ruth|smith/i)
  expect(room.title('quotes/a')).toBe('About ——')
  expect(room.told().join('\n')).toContain('cannot be found in the text')
})

const CONSENT = (audience: string, more = '') =>
  `consent: {who: list 7, given: 2026-03-01, purposes: [display], audience: [${audience}]${more}}`

test('room.yaml may speak for a folder or a file; the nearer place wins, and the item itself over all', async () => {
  const bare = (text: string, fields = '') =>
    `---\nsource: Card\ncaptured: 2026-03-04\n${fields}---\n\n> ${text}\n`
  await indexed({
    'room.yaml': `defaults:\n  quotes/: {${CONSENT('staff')}, evidence: research}\n  quotes/2025: {${CONSENT('guests')}}\n`,
    'quotes/a.md': bare('Late again.'),
    'quotes/2025/b.md': bare('Late again, too.'),
    'quotes/c.md': bare(
      'Later.',
      `Consent: {who: list 8, given: 2026-03-01, purposes: [display], audience: [staff], withdrawn: by phone}\n`,
    ),
    'quotes/d.md': bare('Latest.', 'consent: {public_source: The annual report}\n'),
    'quotes/t.csv': 'id,quote,source,captured\n1,It worked.,Card,2026\n',
  })
  expect(standings()).toMatchObject({
    'quotes/a': 'shown',
    'quotes/2025/b': expect.stringContaining('The consent is for guests'),
    'quotes/c': expect.stringContaining('The consent was withdrawn'),
    'quotes/d': 'shown',
    'quotes/t#1': 'shown',
  })
  expect(room.reader.item('quotes/a')?.envelope.evidence).toBe('research')
  await room.put({ 'room.yaml': `defaults:\n  quotes: {${CONSENT('staff', ', withdrawn: 2026-06-01')}}\n` })
  await room.index()
  expect(standings()).toMatchObject({
    'quotes/a': expect.stringContaining('withdrawn'),
    'quotes/t#1': expect.stringContaining('withdrawn'),
    'quotes/d': 'shown',
  })
})

test('a file that cannot be read keeps nobody on the wall who may have asked to leave', async () => {
  const mine = quoteFile('Late again.').replace(
    'consent: {public_source: The annual report}',
    CONSENT('staff'),
  )
  const broken = (more = '') => `---\nsource: [Card\n${more}---\n\n> Late.\n`
  await indexed({
    'quotes/a.md': mine,
    'quotes/b.md': quoteFile('Later.'),
    'quotes/c.md': quoteFile('Latest.'),
  })
  await room.put({
    'quotes/a.md': broken(),
    'quotes/b.md': broken(),
    'quotes/c.md': broken('withdrawn: yes\n'),
  })
  await room.index()
  expect(room.ids()).toEqual(['quotes/b'])
})

test('a redaction holds at once, whatever else is wrong with the file', async () => {
  await indexed({ 'quotes/a.md': quoteFile('Ruth Smith waited.') })
  await room.put({ 'quotes/a.md': quoteFile('[[Ruth Smith]] waited.').replace('2026-03-04', 'some day') })
  await room.index()
  expect(room.ids()).toEqual([])
})

test('a room without a room.yaml is for staff', async () => {
  await indexed({ 'quotes/a.md': quoteFile('Late again.') })
  expect(room.reader.curation().audience).toBe('staff')
})

test.each([
  ['audiance: [staff]', 'audience'],
  ['withdrawn: yes', 'consent:'],
  ['Redcat: [Ruth]', 'redact'],
])('%s is no slip that shows more than was meant', async (line, likely) => {
  await indexed({ 'quotes/a.md': quoteFile('Late again.', `${line}\n`) })
  expect(room.ids()).toEqual([])
  expect(room.told().join('\n')).toContain(likely)
})

test('a misspelt limit inside a consent is no consent', async () => {
  const mine = quoteFile('Late again.').replace(
    'consent: {public_source: The annual report}',
    CONSENT('staff', ', expirs: 2026-04-01'),
  )
  await indexed({ 'quotes/a.md': mine })
  expect(room.ids()).toEqual([])
  expect(room.told().join('\n')).toContain('consent.expirs')
})
