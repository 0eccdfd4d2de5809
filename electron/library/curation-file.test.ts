import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formatProblem } from '../../renderer/core/problem.ts'
import { readCuration } from './curation-file.ts'

const read = (text: string) => readCuration('room.yaml', Buffer.from(text))
const ROOT = join(import.meta.dirname, '../..')

/** Every problem of a room, in words; of one that cannot be read the one that says why. */
function problems(text: string): string[] {
  const found = read(text)
  return (found.ok ? found.problems : [found.unreadable]).map(formatProblem)
}

describe('what the documents tell people to write', () => {
  test('of hours and orders, in the README', () => {
    const block =
      /```yaml\n(schedule:[\s\S]*?)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8'))?.[1] ?? ''
    expect(block).toContain('takeover')
    expect(problems(block)).toEqual([])
  })

  test('in the sample room, with every setting switched on', () => {
    const sample = readFileSync(join(ROOT, 'content/room.yaml'), 'utf8')
    // A line that is a setting has no space between its # and its name or its indentation by two.
    const on = sample.replace(/^items: \{\}/m, 'items:').replaceAll(/^#(?=[a-z]| {2})/gm, '')
    expect(on).toContain('\n  takeover: {')
    expect(on).toContain('\n    dayparts: mornings')
    expect(problems(on)).toEqual([])
  })
})

describe('names that mean nothing are told', () => {
  test.each([
    ['schedule: {hour: mon 8-9}', /^room.yaml:1: schedule.hour: .*Did you mean hours\?/],
    [
      'screens: {lobby: {schedule: {dayparts: {a: mon}}}}',
      /screens.lobby.schedule.dayparts: There is no setting/,
    ],
    [
      'schedule:\n  holidays:\n    - {date: 2026-05-01, nam: May Day}',
      /^room.yaml:3: schedule.holidays\[0\].nam: .*Did you mean name\?/,
    ],
    ['now: {takeovers: []}', /now.takeovers: .*Did you mean takeover\?/],
    [
      'now: {takeover: {message: Hello, until: 2026-05-01, screen: lobby}}',
      /now.takeover.screen: .*Did you mean screens\?/,
    ],
    [
      'screens: {lobby: {}}\nnow: {pin: {item: a, screens: loby}}',
      /^room.yaml:2: now.pin: There is no screen “loby” in this room. Did you mean lobby\?/,
    ],
  ])('%s', (text, told) => {
    const [first, ...more] = problems(text)
    expect(first).toMatch(told)
    expect(more).toEqual([])
  })
})

test('an order without an end breaks the file, and says where and what to write', () => {
  const [told] = problems('name: Room\nnow:\n  takeover:\n    message: Hello\n')
  expect(told).toBe(
    'room.yaml:3: now.takeover[0].until: It needs an end, so that no screen is taken over for ever: until: 2026-03-04 18:30. The last good room.yaml stays in force. Correct now.takeover[0].until and save the file.',
  )
})
