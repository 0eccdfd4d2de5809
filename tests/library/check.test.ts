import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { parseArguments, told } from '../../electron/check.ts'
import { checkRoom } from '../../electron/library/check.ts'
import { CALL, makeRoom, personaFile, quoteFile, type TestRoom } from './open-room.ts'
import { pdf } from './pdf-file.ts'

let room: TestRoom | undefined

afterEach(async () => {
  await room?.close()
  room = undefined
})

const MAIN = join(import.meta.dirname, '../../electron/check-main.ts')
const NOW = Date.UTC(2026, 6, 1, 12)

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--experimental-strip-types', '--no-warnings', MAIN, ...args],
    { encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

describe('what is told', () => {
  test('each problem and each withheld item by place, then a summary', async () => {
    room = await makeRoom({
      'personas/ruth.md': personaFile('Ruth'),
      'personas/tom.md': personaFile('Tom', 'captured: some day\n'),
      'quotes/b.md': quoteFile('Later.').replace('public_source: The annual report', 'public_source: ""'),
      'quotes/a.md': quoteFile('Late again.', 'audience: guests\n'),
      'quotes/t.csv': 'id,quote,source,captured\n1,One.,Card,2026\n2,Two.,Card,2026\n',
    })
    const lines = told(await checkRoom({ folder: room.folder, now: NOW }))
      .trimEnd()
      .split('\n')
    expect(lines.filter((line) => !line.includes('[note]'))).toEqual([
      'personas/tom.md:5: captured: “some day” is not a date that we can read. Write a date such as 2026-03-04.',
      expect.stringMatching(/^quotes\/a\.md:1: Withheld: It is for guests, not for staff\. .+ \[warning\]$/),
      expect.stringMatching(/^quotes\/b\.md:\d+: consent\.public_source: /),
      expect.stringMatching(
        /^quotes\/t\.csv:2: 2 items withheld \(lines 2, 3\): Neither consent .* is recorded\. Write down who agreed/,
      ),
      '',
      '4 items: 1 persona, 3 quote',
      'Standing: 1 shown, 3 withheld',
      expect.stringMatching(/^Problems: 2 errors, /),
    ])
    const guests = await checkRoom({ folder: room.folder, now: NOW, audience: 'guests' })
    expect(guests.byStanding).toMatchObject({ shown: 2, withheld: 2, problem: 2 })
  })
})

describe('the command', () => {
  test('ends with 0 without errors, 1 with errors, 2 for wrong use', async () => {
    room = await makeRoom({ 'quotes/a.md': quoteFile('Late again.') })
    expect(run(room.folder)).toMatchObject({ status: 0, stdout: expect.stringContaining('1 item: 1 quote') })
    await room.put({ 'quotes/a.md': quoteFile('Late again.').replace('2026-03-04', 'some day') })
    expect(run(room.folder).status).toBe(1)
    expect(run()).toMatchObject({ status: 2, stdout: '' })
    expect(run(join(room.folder, 'nowhere'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('There is no folder'),
    })
    expect(run('--jsno', room.folder).status).toBe(2)
  })

  test('--json is the same as data', async () => {
    room = await makeRoom({ 'quotes/a.md': quoteFile('Late again.', 'sentimant: 1\n') })
    const result = JSON.parse(run(room.folder, '--json').stdout)
    expect(Object.keys(result)).toEqual(['items', 'byKind', 'byStanding', 'problems'])
    expect(result.items).toMatchObject([
      { id: 'quotes/a', kind: 'quote', path: 'quotes/a.md', standing: 'shown' },
    ])
    expect(result.problems).toMatchObject([
      {
        path: 'quotes/a.md',
        field: 'sentimant',
        severity: 'warning',
        hint: expect.stringContaining('sentiment'),
      },
    ])
  })

  test('reads each format outside of the tests too; what decoders say is not in the result', async () => {
    const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures', name))
    const heic = fixture('turned.heic')
    const map = '---\ntitle: Checking in\nsource: Workshop\n---\n'
    room = await makeRoom({
      'personas/ruth.md': personaFile('Ruth'),
      'personas/ruth.heic': heic,
      'personas/tom.md': personaFile('Tom'),
      'personas/tom.heic': heic.subarray(0, heic.length - 9),
      'personas/ada.md': personaFile('Ada'),
      'personas/ada.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
      'journeys/checkin.md': map,
      'journeys/checkin.pdf': pdf(['1 0 0']),
      ...CALL,
      'calls/lift.m4a': fixture('audio/aac.m4a'),
      'clips/gate.md': `${map.slice(0, -4)}captured: 2026-06-01\nalt: A gate.\nspeech: none\npeople: none\nevidence: research\n---\n`,
      'clips/gate.mp4': fixture('video/h264.mp4'),
    })
    const result = JSON.parse(run(room.folder, '--json').stdout)
    expect(result.byKind).toEqual({ persona: 3, journey: 1, call: 1, clip: 1 })
    const faults = result.problems.filter(({ severity }: { severity: string }) => severity !== 'note')
    expect(faults.map(({ path }: { path: string }) => path)).toEqual(['personas/tom.heic'])
  })

  test.each([
    [['a', 'b'], 'Name one folder.'],
    [[], 'Name the folder of the room.'],
    [['a', '--audience', 'everybody'], '--audience has to be'],
    [['--audience'], '--audience has to be'],
    [['-x', 'a'], 'There is no option -x.'],
  ])('%o is wrong use', (args, wrong) => {
    expect(parseArguments(args)).toEqual({ wrong: expect.stringContaining(wrong) })
  })

  test('an audience in either spelling', () => {
    expect(parseArguments(['a', '--audience=guests'])).toEqual(parseArguments(['--audience', 'guests', 'a']))
  })
})
