import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import { type Files, makeRoom, type TestRoom } from './open-room.ts'

/** The sample of each kind in its folder, with what it needs beside it: from the file to the index. */

let room: TestRoom | undefined

afterEach(async () => {
  await room?.close()
  room = undefined
})

async function indexed(files: Files): Promise<TestRoom> {
  room = await makeRoom(files)
  await room.index()
  return room
}

function sample(kind: string, extension: string): string {
  const folder = join(import.meta.dirname, '../../renderer/kinds', kind)
  return readFileSync(join(folder, `sample.${extension}`), 'utf8')
}

const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()

const faults = (of: TestRoom): string[] => of.told().filter((line) => !line.startsWith('note '))
const kinds = (of: TestRoom): string[] => of.reader.cards().map(({ kind, id }) => `${kind} ${id}`)
const bodyOf = (of: TestRoom, id: string): unknown => of.reader.item(id)?.body

test('photo: a picture beside its text', async () => {
  const made = await indexed({
    'photos/bench.md': sample('photo', 'md'),
    'photos/bench.jpg': await picture(),
  })
  expect(kinds(made)).toEqual(['photo photos/bench'])
  expect(made.reader.item('photos/bench')?.media['picture']).toMatchObject({ width: 60, height: 40 })
  expect(made.told()).toEqual([])
})

test('photo: a table that names its pictures, and what is true of all of them beside it', async () => {
  const made = await indexed({
    'photos/walk.csv': sample('photo', 'csv'),
    'photos/walk.yaml': 'source: Customer Connect\nevidence: research\npeople: none\n',
    'photos/bench.jpg': await picture(),
    'photos/counter.jpg': await picture(),
  })
  const items = made.ids().map((id) => made.reader.item(id))
  expect(items.map((item) => [item?.kind, item?.envelope.source, item?.title])).toEqual([
    ['photo', 'Customer Connect', 'Nobody waits here any more.'],
    ['photo', 'Customer Connect', expect.stringContaining('He asked for')],
  ])
  expect(items.every((item) => item?.media['picture'] !== undefined)).toBe(true)
  expect(faults(made)).toEqual([])
})

test('photo: without words for who cannot see it, it is told how to write them; alone, it is one note a folder', async () => {
  const made = await indexed({
    'photos/a.md': '---\npeople: none\n---\nAn empty platform.\n',
    'photos/a.jpg': await picture(),
    'photos/loose/1.HEIC': 'x',
    'photos/loose/2.bmp': 'x',
  })
  expect(made.ids()).toEqual([])
  expect(made.told().join('\n')).toMatch(
    /error photos\/a\.md:1: alt: It is missing\. Add alt: and a sentence/,
  )
  expect(made.told().join('\n')).toMatch(/note photos\/loose: .*2 files.* with alt: .*people:/)
})

test('clip: a film is asked for as a film, whatever becomes of these bytes', async () => {
  const made = await indexed({
    'clips/gate.md': sample('clip', 'md'),
    'clips/gate.vtt': sample('clip', 'vtt'),
    'clips/gate.mp4': 'no film',
    'clips/tone.md': sample('clip', 'md').replace('alt:', 'file: ../calls/tone.wav\nalt:'),
    'clips/tone.vtt': sample('clip', 'vtt'),
    'calls/tone.wav': 'no sound',
    'clips/alone.webm': 'no film',
  })
  const told = made.told().join('\n')
  expect(told).toMatch(/^error clips\/gate\.mp4: /m)
  expect(told).toMatch(/error calls\/tone\.wav: This file is not a film .*MP4 \(H.264\) or WebM/)
  expect(told).toMatch(/error clips\/alone\.webm.*captions/)
  expect(told).not.toMatch(/clips\/.*(?:no film to this text|a recording)/)
})

test('observation: a note, and a form with one decision for its columns', async () => {
  const made = await indexed({
    'observations/paper.md': sample('observation', 'md'),
    'observations/form.csv': sample('observation', 'csv'),
  })
  expect(made.ids()).toHaveLength(3)
  const bodies = made.ids().map((id) => bodyOf(made, id))
  expect(bodies).toContainEqual(
    expect.objectContaining({
      who: 'Payroll',
      where: 'The 6.48',
      what: 'She photographs every page of the paper timetable.',
      verbatim: 'It always asks who I am.',
      emotion: 'exasperation',
      followUp: 'Keep people logged in',
    }),
  )
  expect(bodies).toContainEqual(expect.objectContaining({ who: 'Legal', where: 'Fennmouth counter' }))
  expect(JSON.stringify(bodies)).not.toMatch(/Berg|Lund|Moe/)
  expect(made.told().join('\n')).toContain('were not read: Your name')
  expect(faults(made)).toEqual([])
})

test('observation: an empty answer is not filled from another question of the same form', async () => {
  const head = 'Date,Department,Where were you?,What did you see?,What did you notice besides?'
  const made = await indexed({
    'observations/form.csv': `${head}\n2026-02-09,Legal,Counter,She waited for an hour and then for another one at the desk.,The clock was late.\n2026-02-10,Legal,Counter,,The clock was late again.\n`,
  })
  expect(made.ids().map((id) => bodyOf(made, id))).toEqual([
    expect.objectContaining({ what: expect.stringContaining('She waited') }),
  ])
})

test('feedback: fields, a table of questions, and a table of answers', async () => {
  const made = await indexed({
    'feedback/first-time.yaml': sample('feedback', 'yaml'),
    'feedback/wave.csv': sample('feedback', 'csv'),
    'feedback/ramp.csv': 'Answer,Count\nYes,61\nNo,35\nDo not remember,4\n',
    'feedback/ramp.yaml': 'question: Was somebody there?\nn: 100\nperiod: 2026-02\n',
  })
  expect(made.ids()).toHaveLength(4)
  expect(bodyOf(made, 'feedback/ramp')).toMatchObject({
    question: 'Was somebody there?',
    result: 'Yes',
    distribution: [
      { answer: 'Yes', share: 61 },
      { answer: 'No', share: 35 },
      { answer: 'Do not remember', share: 4 },
    ],
  })
  expect(faults(made)).toEqual([])
})

test('metric: a table of months is one figure with a trend, under the id of its file', async () => {
  const made = await indexed({
    'metrics/called-back.csv': sample('metric', 'csv'),
    'metrics/called-back.yaml': sample('metric', 'yaml'),
    'metrics/alone.yaml': `${sample('metric', 'yaml')}value: 58\n`,
  })
  expect(kinds(made).toSorted()).toEqual(['metric metrics/alone', 'metric metrics/called-back'])
  expect(bodyOf(made, 'metrics/called-back')).toMatchObject({
    value: 58,
    target: 80,
    period: '2026-02',
    series: [{ value: 48 }, { value: 46 }, { value: 55 }, { value: 58 }],
  })
  expect(faults(made)).toEqual([])
  await made.put({ 'metrics/called-back.csv': `${sample('metric', 'csv').trim()}\n2026-03,61\n` })
  await made.index()
  expect(made.ids()).toHaveLength(2)
  expect(bodyOf(made, 'metrics/called-back')).toMatchObject({ value: 61 })
})

test('metric: a table alone says where the rest is to be written; what is beside it is told there', async () => {
  const made = await indexed({
    'metrics/a.csv': sample('metric', 'csv'),
    'metrics/b.csv': sample('metric', 'csv'),
    'metrics/b.yaml': 'phrase: people were rung back\nunit: "%"\ndirection: up\n',
  })
  expect(made.ids()).toEqual([])
  expect(made.told().join('\n')).toMatch(/note metrics\/a\.csv:1: .*one metric.*metrics\/a\.yaml/)
  expect(made.told().join('\n')).toMatch(/error metrics\/b\.yaml: target: /)
})

test('prompt: a list is as many prompts, and each keeps its id when others come', async () => {
  const made = await indexed({ 'prompts/wall.md': sample('prompt', 'md') })
  expect(made.ids()).toHaveLength(4)
  expect(made.reader.cards().every(({ id }) => /^prompts\/wall#[0-9a-f]{12}$/.test(id))).toBe(true)
  expect(made.ids().map((id) => bodyOf(made, id))).toContainEqual(
    expect.objectContaining({ ask: 'guess', answer: 'metrics/called-back' }),
  )
  expect(faults(made)).toEqual([])
  const before = made.ids()
  await made.put({
    'prompts/wall.md': sample('prompt', 'md').replace('# Guess\n', '# Guess\n\n- Who rings first?\n'),
  })
  await made.index()
  expect(made.ids()).toHaveLength(5)
  expect(made.ids()).toEqual(expect.arrayContaining(before))
})

test('prompt: prompts: in YAML and a bare list are divided too; the name of the file is not the name of each', async () => {
  const made = await indexed({
    'prompts/a.yaml':
      'id: mine\nask: tomorrow\nprompts:\n  - What could the counter say?\n  - {id: late, text: Who is late?, kind: guess}\n',
    'prompts/b.yaml': '- "What does she do? (ask: guess)"\n- text: Why did it fail?\n  kind: pre-mortem\n',
  })
  const found = made.ids().map((id) => bodyOf(made, id))
  expect(found).toHaveLength(4)
  expect(made.ids()).toContain('prompts/a#late')
  expect(found).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ text: 'What could the counter say?', ask: 'tomorrow' }),
      expect.objectContaining({ text: 'Who is late?', ask: 'guess' }),
      expect.objectContaining({ text: 'What does she do?', ask: 'guess' }),
      expect.objectContaining({ text: 'Why did it fail?', ask: 'pre-mortem' }),
    ]),
  )
  expect(faults(made)).toEqual([])
})

test('prompt: kind: guess is the kind of question, and the folder says that it is a prompt', async () => {
  const made = await indexed({ 'prompts/a.md': '---\nkind: guess\n---\n\nWhat does she do?\n' })
  expect(kinds(made)).toEqual(['prompt prompts/a'])
  expect(bodyOf(made, 'prompts/a')).toMatchObject({ ask: 'guess' })
  expect(made.told()).toEqual([
    'note prompts/a.md:2: kind: “guess” is no kind of item. We read it as a prompt, as its folder says. Write ask: guess instead of kind: guess.',
  ])
})

test('commitment: fields, and a table with one promise a row', async () => {
  const made = await indexed({
    'commitments/parts.yaml': sample('commitment', 'yaml'),
    'commitments/all.csv': sample('commitment', 'csv'),
  })
  expect(made.ids().toSorted()).toEqual([
    'commitments/all#c1',
    'commitments/all#c2',
    'commitments/all#c3',
    'commitments/parts',
  ])
  expect(faults(made)).toEqual([])
})
