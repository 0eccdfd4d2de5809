import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { parseArguments, readInstant, readRange } from '../../electron/simulate-options.ts'
import { simulate } from '../../electron/simulation.ts'
import type { SimulationCount } from '../../electron/simulation-count.ts'
import { curationSchema } from '../../renderer/core/curation.ts'
import type { Card } from '../../renderer/core/deck.ts'
import { card } from '../cards.ts'
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
      'quotes/old.md': quoteFile('That was then.', 'until: 2026-10-16\n'),
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
    expect(result.details.shownMs).toBe(10 * 10 * 3_600_000)
    expect(result.timeline).toHaveLength(result.details.slides)
    expect(result.byItem.map(({ id }) => id)).toEqual(['personas/ruth', 'quotes/a', 'quotes/b', 'quotes/c'])
    for (const { due, given } of result.byItem) expect(Math.abs(due - given)).toBeLessThan(0.001)
    expect(result.byItem[1]?.due).toBeCloseTo(0.5, 9)
    expect(result.byKind['quote']?.due).toBeCloseTo(5 / 6, 9)
    expect(result.promises).toEqual([
      { promise: 'every persona within 10 min', kept: expect.any(Number), missed: 0 },
    ])
    expect(result.timeline[0]?.why).toBe('The room shows its range first, and no persona had been on.')
    expect(readFileSync(svg, 'utf8')).toMatch(/^<svg [^>]*>[\s\S]*Monday[\s\S]*Quote[\s\S]*<\/svg>\n$/)
    const hour = [room.folder, '--from', '2026-10-19T08:00', '--to', '2026-10-19T09:00']
    const told = run(...hour, '--why', 'quotes/old').stdout
    expect(told).toMatch(/2026-10-19 08:00 .*persona: Ruth\. The room shows its range first/)
    expect(told).toMatch(/Blank minutes: 0\./)
    expect(told).toMatch(
      /About quotes\/old:\n {2}2026-10-19 08:00 {2}It was to be shown until 2026-10-16: that was 3 days ago/,
    )
    expect(told).toMatch(/It came 0 times\./)
    expect(told).toMatch(/every persona within 10 min: kept \d+ times, missed 0\.\n/)
    expect(run(...hour, '--why', 'quotes/olt')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /^There is no item quotes\/olt in this room\. Did you mean quotes\/old\?\n/,
      ),
    })
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
    const wrong = (...args: string[]) => {
      const asked = parseArguments(['x', ...args])
      if ('wrong' in asked) return asked.wrong
      const range = readRange(asked, 'Europe/London')
      return 'wrong' in range ? range.wrong : undefined
    }
    expect(wrong('--from', '--to', '2027')).toBe('--from needs a value.')
    expect(wrong('--from', '2026', '--from', '2027', '--to', '2028')).toBe('--from is given twice.')
    expect(wrong('--from', '2026-02-30', '--to', '2027')).toBe(
      '--from 2026-02-30 is no time: write 2026-03-01 or 2026-03-01T09:00.',
    )
    expect(wrong('--from', '2026', '--to', '2026-02-30T00:00:00Z')).toMatch(/^--to .* is no time/)
    expect(wrong('--from', '2026', '--to', '2026')).toBe(
      '--from has to be earlier than --to: 2026 is not before 2026.',
    )
    expect(wrong('--from', '0001', '--to', '9999')).toMatch(/more than twenty years/)
    expect(wrong('--from', '2026', '--to', '2027')).toBeUndefined()
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

describe('a room', () => {
  const day = { screen: 'default', seed: 1, from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 2, 2) }
  const empty = curationSchema.parse({ timezone: 'UTC' })

  test('with nothing that may be shown is empty, not blank; one with one item shows it all the time', () => {
    const hidden = curationSchema.parse({ timezone: 'UTC', items: { a: { hidden: true } } })
    for (const count of [
      simulate({ ...day, cards: [], curation: empty }),
      simulate({ ...day, cards: [card('a')], curation: hidden }),
    ]) {
      expect([count.plays, count.blankMinutes, count.details.emptyMinutes]).toEqual([0, 0, 1_440])
    }
    const one = simulate({ ...day, cards: [card('a')], curation: empty })
    expect([one.blankMinutes, one.byItem[0]?.due, one.byItem[0]?.given]).toEqual([0, 1, 1])
  })

  test('plays the same for the same seed, and otherwise for another', () => {
    const cards = Array.from({ length: 9 }, (_, at) => card(`q${at}`))
    const plays = (seed: number): string => {
      const ids: string[] = []
      simulate({ ...day, seed, cards, curation: empty, onPlay: ({ play }) => ids.push(play.itemId) })
      return ids.join()
    }
    expect(plays(5)).toBe(plays(5))
    expect(plays(6)).not.toBe(plays(5))
  })

  test('gives time by weight, whatever the length of a slide; with share: turns it gives turns', () => {
    const parts = (words: number) => [{ words, characters: 0, figures: 0, mediaMs: 0 }]
    const cards = [
      card('long', { parts: parts(80) }),
      card('short', { parts: parts(5) }),
      card('heavy', { parts: parts(30), weight: 3 }),
    ]
    const timed = simulate({ ...day, cards, curation: empty })
    const shares = Object.fromEntries(timed.byItem.map(({ id, given }) => [id, given]))
    expect(shares).toEqual({
      heavy: expect.closeTo(0.6, 2),
      long: expect.closeTo(0.2, 2),
      short: expect.closeTo(0.2, 2),
    })
    const turned = simulate({
      ...day,
      cards,
      curation: curationSchema.parse({ timezone: 'UTC', rotation: { share: 'turns' } }),
    })
    const plays = Object.fromEntries(turned.byItem.map((each) => [each.id, each.plays]))
    expect(Math.abs((plays['long'] ?? 0) - (plays['short'] ?? 0))).toBeLessThanOrEqual(2)
  })

  test('in which a promise cannot be kept says how often and why', () => {
    const cards = Array.from({ length: 30 }, (_, at) => card(`q${at}`, { themes: [`theme ${at}`] }))
    const curation = curationSchema.parse({
      timezone: 'UTC',
      rotation: {
        promises: [
          { every: 'theme', within: '2 min' },
          { every: 'stage', within: '1 day' },
        ],
      },
    })
    const { promises, details } = simulate({ ...day, cards, curation })
    expect(promises.map(({ promise }) => promise)).toEqual([
      'every theme within 2 min',
      'every stage within 1 day',
    ])
    expect(promises[0]?.missed).toBeGreaterThan(1_000)
    expect(details.promises.map(({ why }) => why[0])).toEqual([
      expect.stringMatching(
        /^30 themes take about \d+ minutes, a turn each: that does not fit into 2 minutes\.$/,
      ),
      'Nothing that may be shown names a stage.',
    ])
  })
})

describe('a simulated year', () => {
  const cards = Array.from(
    { length: 40 },
    (_, at): Card =>
      card(`quotes/${at}`, {
        kind: at % 4 === 0 ? 'call' : 'quote',
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
      let [end, shownMs, doubled] = [from, 0, 0]
      const count = simulate({
        cards,
        curation,
        screen: 'default',
        seed: 3,
        from,
        to,
        onPlay(shown) {
          if (shown.from < end) doubled += 1
          end = shown.to
          shownMs += shown.to - shown.from
        },
      })
      expect([count.blankMinutes, count.details.emptyMinutes, doubled]).toEqual([0, 0, 0])
      expect(shownMs).toBe(count.details.shownMs)
      for (const { due, given } of count.byItem) expect(Math.abs(due - given)).toBeLessThan(0.002)
    },
  )
})
