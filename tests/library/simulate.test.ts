import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { parseArguments, readInstant } from '../../electron/simulate.ts'
import { simulate } from '../../electron/simulation.ts'
import type { SimulationCount } from '../../electron/simulation-count.ts'
import { curationSchema } from '../../renderer/core/curation.ts'
import type { Card } from '../../renderer/core/deck.ts'
import { makeRoom, personaFile, quoteFile, type TestRoom } from './open-room.ts'

let room: TestRoom | undefined

afterEach(async () => {
  await room?.close()
  room = undefined
})

const MAIN = join(import.meta.dirname, '../../electron/simulate-main.ts')

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--experimental-strip-types', '--no-warnings', MAIN, ...args],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  )
  return { status, stdout, stderr }
}

describe('npm run simulate', () => {
  test('plays a folder, tells due and given, promises and reasons, and draws the week', async () => {
    room = await makeRoom({
      'room.yaml': `timezone: Europe/London
rotation: {seconds_min: 10, seconds_max: 10, promises: [{every: persona, within: 10 min}]}
schedule: {hours: ['Mo-Fr 08:00-18:00']}
items: {quotes/a: {weight: 3}}
`,
      'personas/ruth.md': personaFile('Ruth'),
      'quotes/a.md': quoteFile('Late again.'),
      'quotes/b.md': quoteFile('It just worked.'),
      'quotes/c.md': quoteFile('Nobody said so.'),
    })
    const svg = join(room.folder, '..', 'week.svg')
    const asked = [
      room.folder,
      '--from',
      '2026-10-19',
      '--to',
      '2026-11-02',
      '--seed',
      '5',
      '--json',
      '--timeline',
    ]
    const { status, stdout, stderr } = run(...asked, '--svg', svg)
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const result = JSON.parse(stdout) as SimulationCount & { timeline: { id: string; why: string }[] }
    expect(result.blankMinutes).toBe(0)
    // Ten working days of ten hours, each with a slide every ten seconds, and one that is cut each evening at most.
    expect(result.shownMs).toBe(10 * 10 * 3_600_000)
    expect(result.timeline).toHaveLength(result.slides)
    expect(result.byItem.map(({ id }) => id)).toEqual(['personas/ruth', 'quotes/a', 'quotes/b', 'quotes/c'])
    for (const { due, given } of result.byItem) expect(Math.abs(due - given)).toBeLessThan(0.001)
    expect(result.byItem[1]?.due).toBeCloseTo(0.5, 9)
    expect(result.byKind['quote']?.due).toBeCloseTo(5 / 6, 9)
    expect(result.promises).toEqual([
      { promise: 'every persona within 10 min', kept: expect.any(Number), missed: 0, open: [] },
    ])
    expect(result.timeline[0]?.why).toBe('The room shows its range first, and no persona had been on.')
    expect(readFileSync(svg, 'utf8')).toMatch(/^<svg [^>]*>[\s\S]*Monday[\s\S]*Quote[\s\S]*<\/svg>\n$/)
    expect(run(...asked).stdout).toBe(stdout)
    expect(run(...asked.map((word) => (word === '5' ? '6' : word))).stdout).not.toBe(stdout)
    const told = run(room.folder, '--from', '2026-10-19T08:00', '--to', '2026-10-19T09:00').stdout
    expect(told).toMatch(/2026-10-19 08:00 .*persona: Ruth\. The room shows its range first/)
    expect(told).toMatch(/Blank minutes: 0\./)
  })

  test('says what is wrong with its use', () => {
    expect(parseArguments([])).toEqual({ wrong: 'Name the folder of the room.' })
    expect(parseArguments(['x', '--from', '2026'])).toEqual({
      wrong: 'Say from when to when: --from and --to.',
    })
    expect(parseArguments(['x', '--form'])).toEqual({ wrong: 'There is no option --form.' })
    expect(parseArguments(['x', '--from', '1', '--to', '2', '--seed', 'a'])).toEqual({
      wrong: '--seed has to be a whole number.',
    })
    expect(run('no-such-folder', '--from', '2026', '--to', '2027').status).toBe(2)
    expect(existsSync('no-such-folder')).toBe(false)
  })

  test('reads times of the room, and times with an offset', () => {
    const zone = 'Europe/London'
    expect(readInstant('2026-07-01', zone)).toBe(Date.UTC(2026, 5, 30, 23))
    expect(readInstant('2026-07-01T09:30', zone)).toBe(Date.UTC(2026, 6, 1, 8, 30))
    expect(readInstant('2026-07-01T09:30:00Z', zone)).toBe(Date.UTC(2026, 6, 1, 9, 30))
    expect(readInstant('2026-07-01T09:30:00+02:00', zone)).toBe(Date.UTC(2026, 6, 1, 7, 30))
    expect(readInstant('next week', zone)).toBeUndefined()
  })
})

describe('a simulated year', () => {
  const cards = Array.from(
    { length: 40 },
    (_, at): Card => ({
      id: `quotes/${at}`,
      kind: at % 4 === 0 ? 'call' : 'quote',
      title: `${at}`,
      personas: [],
      weight: 1 + (at % 3),
      facts: {
        basis: 'none',
        personalData: [],
        ...(at === 7 ? { from: '2026-03-29T01:30', until: '2026-10-25T01:30' } : {}),
      },
      parts: [{ words: 20 + at, characters: 0, figures: 0, mediaMs: 0 }],
    }),
  )
  const from = Date.UTC(2026, 0, 1)
  const to = Date.UTC(2027, 0, 1)

  test.each([
    ['Europe/London', '00:30-03:00'],
    ['America/New_York', '01:00-03:30'],
    ['Australia/Lord_Howe', '01:15-02:45'],
    ['America/Santiago', '23:00-01:00'],
    ['Asia/Kolkata', '00:00-02:00'],
  ])(
    'in %s has no blank minute and no minute twice, by hours that the clocks cut through',
    (timezone, hours) => {
      const curation = curationSchema.parse({
        timezone,
        rotation: { seconds_min: 30 },
        schedule: { hours: [`daily ${hours}`], dayparts: { early: `daily ${hours.slice(0, 5)}-02:00` } },
        items: { 'quotes/9': { dayparts: 'early' } },
      })
      let [end, shownMs] = [from, 0]
      const count = simulate({
        cards,
        curation,
        screen: 'default',
        seed: 3,
        from,
        to,
        onPlay(shown) {
          expect(shown.from).toBeGreaterThanOrEqual(end)
          end = shown.to
          shownMs += shown.to - shown.from
        },
      })
      expect([count.blankMinutes, count.emptyMinutes]).toEqual([0, 0])
      expect(shownMs).toBe(count.shownMs)
      for (const { due, given } of count.byItem) expect(Math.abs(due - given)).toBeLessThan(0.002)
    },
  )
})
