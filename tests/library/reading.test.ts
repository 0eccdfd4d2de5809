import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { CALL, type Files, makeRoom, personaFile, quoteFile, type TestRoom, toneWav } from './open-room.ts'

let room: TestRoom

afterEach(() => room.close())

async function indexed(files: Files): Promise<TestRoom> {
  room = await makeRoom(files)
  await room.index()
  return room
}

test('the nearest folder says what a file is; its own word wins', async () => {
  await indexed({
    'wave 2/Personas/north/ruth.md': personaFile('Ruth'),
    'quotes/marek.md': personaFile('Marek', 'kind: persona\n'),
    'quotes/x.md': quoteFile('Late.', 'kind: qoute\n'),
    'personas/z.md': quoteFile('Late.', 'kind: qoute\n'),
    'elsewhere/y.md': quoteFile('Late.'),
  })
  expect(room.reader.cards().map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'persona quotes/marek',
    'quote quotes/x',
    'persona wave 2/Personas/north/ruth',
  ])
  expect(room.told().join('\n')).toMatch(
    /warning quotes\/x\.md:6: kind: “qoute” is no kind of item\. We read it as a quote.* Did you mean quote\?/,
  )
  // As a persona it would need nobody's consent.
  expect(room.told().join('\n')).toMatch(
    /error personas\/z\.md:6: kind: “qoute” is no kind of item\. Did you mean quote\?/,
  )
  expect(room.told().join('\n')).toMatch(/note elsewhere\/y\.md: .*in no folder of a kind/)
})

test('front matter in any language but YAML never runs and is a problem', async () => {
  await indexed({
    'quotes/js.md': '---js\nrequire("node:fs").writeFileSync("ran", "x")\n---\n> Late.\n',
    'quotes/tag.md': quoteFile('Late.', 'theme: !!js/function "function () { throw 1 }"\n'),
    'quotes/toml.md': '+++\ntitle = "x"\n+++\n> Late.\n',
  })
  expect(room.told().join('\n')).toMatch(
    /error quotes\/js\.md:1: The front matter is written in “js”; only YAML is read\./,
  )
  expect(room.told().join('\n')).toMatch(/error quotes\/toml\.md:1: /)
  expect(room.ids()).toEqual(['quotes/tag'])
})

test('an alias bomb is a problem, not the end', async () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefghij'
      .split('')
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(', ')}]`),
  ]
  await indexed({ 'quotes/bomb.yaml': `${bomb.join('\n')}\n`, 'quotes/a.md': quoteFile('Late.') })
  expect(room.ids()).toEqual(['quotes/a'])
  expect(room.told().join('\n')).toContain('error quotes/bomb.yaml')
})

test('two places with one id: the first stays, the problem names both, and the second follows when the first goes', async () => {
  await indexed({
    'quotes/a.md': quoteFile('Late.', 'id: late\n'),
    'quotes/b.md': quoteFile('Later.', 'id: late\n'),
  })
  expect(room.reader.item('late')?.path).toBe('quotes/a.md')
  expect(room.told().join('\n')).toMatch(
    /error quotes\/b\.md:1: id: The id “late” is taken by quotes\/a\.md\./,
  )
  await room.remove('quotes/a.md')
  await room.index()
  expect(room.reader.item('late')?.path).toBe('quotes/b.md')
  expect(room.told().filter((line) => line.startsWith('error'))).toEqual([])
})

test('a misspelt field is kept and named with the one that was probably meant, at its line', async () => {
  await indexed({ 'personas/ruth.md': personaFile('Ruth', 'ocupation: Midwife\n') })
  expect(room.ids()).toEqual(['personas/ruth'])
  expect(room.told().join('\n')).toMatch(
    /warning personas\/ruth\.md:5: ocupation: .*Did you mean occupation\?/,
  )
})

test('what is missing or wrong is told with line, field and remedy', async () => {
  await indexed({ 'quotes/a.md': '---\nsource: Card\ncaptured: 3/4/2026\nevidence: resarch\n---\n> Late.\n' })
  const told = room.told().join('\n')
  expect(told).toMatch(
    /quotes\/a\.md:3: captured: “3\/4\/2026” could be two days\. Write 2026-04-03 or 2026-03-04\./,
  )
  expect(told).toMatch(
    /quotes\/a\.md:4: evidence: “resarch” is not one of assumption, partial, research\. Did you mean research\?/,
  )
})

test('pictures are found as web sites write them, and other capitals do no harm', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 120"><circle cx="50" cy="60" r="30"/></svg>'
  await indexed({
    'personas/site/images/ruth.svg': svg,
    'personas/site/ruth/index.html.md':
      '---\ntitle: Ruth\n---\n# Ruth\n\n<div><img src="../images/Ruth.SVG" class="x" alt="Ruth" /></div>\n\n> I need the lift to work.\n',
    'personas/site/tom/index.html.md':
      '---\ntitle: Tom\n---\n# Tom\n\n![Tom](/images/ruth.svg)\n\n> I need the train to stop.\n',
  })
  for (const id of ['personas/site/ruth/index.html', 'personas/site/tom/index.html']) {
    expect(room.reader.item(id)?.media['portrait']).toMatchObject({ width: 533, height: 640, cutout: true })
  }
})

test('names that a Mac wrote are the names that everybody else writes', async () => {
  await indexed({ ['quotes/Zoe\u0308.md']: quoteFile('Late.') })
  expect(room.ids()).toEqual(['quotes/Zo\u00eb'])
})

test('litter, hidden files and half-made copies are not seen; a link out of the folder is refused', async () => {
  room = await makeRoom({
    'README.md': '# Our room',
    'quotes/.hidden.md': quoteFile('no'),
    'quotes/~$a.md': quoteFile('no'),
    'quotes/a.md.part': 'no',
    'quotes/Thumbs.db': 'no',
    'quotes/a.md': quoteFile('Late.'),
  })
  await writeFile(join(room.dataDir, '..', 'outside.md'), quoteFile('no'))
  await symlink(join(room.dataDir, '..', 'outside.md'), room.at('quotes/link.md'))
  await room.index()
  expect(room.ids()).toEqual(['quotes/a'])
  expect(room.told()).toEqual([
    'warning quotes/link.md: This link leads out of the folder and was not followed. Put the file itself here.',
  ])
})

test('a picture or file that nothing uses is one note a folder', async () => {
  await indexed({
    'quotes/a.md': quoteFile('Late.'),
    'photos/1.jpg': 'x',
    'photos/2.jpg': 'x',
    'photos/3.jpg': 'x',
    'notes.docx': 'x',
  })
  expect(room.told()).toHaveLength(2)
  expect(room.told()[1]).toMatch(/note photos: No item uses 3 files here: 1\.jpg, 2\.jpg, 3\.jpg\./)
})

test('a recording alone is an item that says what it lacks', async () => {
  await indexed({ 'calls/alone.wav': toneWav() })
  expect(room.ids()).toEqual([])
  expect(room.told().join('\n')).toMatch(/error calls\/alone\.wav.*transcript/)
})

test('what a speech service wrote beside a recording is its transcript, with a page or without one', async () => {
  const spoken = JSON.stringify({
    text: 'Late.',
    segments: [
      {
        id: 0,
        start: 0,
        end: 0.8,
        text: ' Petra Kurz speaking, late again.',
        tokens: [1],
        speaker: 'Petra Kurz',
      },
    ],
  })
  await indexed({
    'calls/a.wav': toneWav(),
    'calls/a.json': spoken,
    'calls/b.wav': toneWav(),
    'calls/b.json': spoken,
    'calls/b.md': CALL['calls/lift.md'],
    'room.yaml': 'defaults: {calls: {source: Call, captured: 2026-01-01, evidence: research}}\n',
  })
  expect(room.ids()).toEqual(['calls/a', 'calls/b'])
  const body = room.reader.item('calls/a')?.body
  // Nobody agreed to be named on a wall.
  expect(body).toMatchObject({ speakers: [{ name: 'P. K.' }] })
  expect(room.told().join('\n')).not.toMatch(/is no call|no fields called/)
})

test('words in a call keep their voices and times', async () => {
  await indexed({ ...CALL, 'calls/lift.wav': toneWav() })
  expect(room.reader.item('calls/lift')?.body).toMatchObject({
    speakers: [
      { name: 'Caller', role: 'customer' },
      { name: 'Service desk', role: 'us' },
    ],
    captions: [
      { startMs: 0, endMs: 400, text: 'The lift is broken.' },
      { startMs: 500, endMs: 900, text: 'Again?' },
    ],
  })
  expect(room.reader.cards()[0]?.parts[0]?.mediaMs).toBe(1_000)
})

test('captions that begin after the end of the sound are told, and the call is shown all the same', async () => {
  const late = '\n\n00:01.000 --> 00:02.000\n<v Caller>Hello?\n\n00:02.000 --> 00:03.000\n<v Caller>Hello?\n'
  await indexed({ ...CALL, 'calls/lift.wav': toneWav(), 'calls/lift.vtt': CALL['calls/lift.vtt'] + late })
  expect(room.ids()).toEqual(['calls/lift'])
  expect(room.told().filter((line) => line.includes('after the end'))).toEqual([
    expect.stringMatching(
      /^warning calls\/lift\.md:1: .*The last 2 captions begin after the end of the sound, 1\.0 s/,
    ),
  ])
  await room.put({ 'calls/lift.vtt': CALL['calls/lift.vtt'] })
  await room.index()
  expect(room.told().join('\n')).not.toContain('after the end')
})
