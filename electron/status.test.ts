import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Snapshot } from '../renderer/core/contract.ts'
import { formatProblem, type Problem } from '../renderer/core/problem.ts'
import { folderTrouble, makeStatus, type Status } from './status.ts'

let dir: string
let list: string
let lines: string[]
let status: Status

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'customer-room-test-'))
  list = join(dir, 'problems.txt')
  lines = []
  status = makeStatus({ say: (line) => void lines.push(line), list })
})

afterEach(() => rmSync(dir, { recursive: true }))

function problem(severity: Problem['severity'], at: number): Problem {
  return { path: `personas/${at}.md`, severity, message: `Odd ${at}.`, hint: 'Mend it.' }
}

function several(severity: Problem['severity'], count: number): Problem[] {
  return Array.from({ length: count }, (_, at) => problem(severity, at))
}

function snapshot(problems: readonly Problem[]): Snapshot {
  return {
    revision: 1,
    roomRevision: 1,
    room: { name: 'Test Room', language: 'en', folder: '/room' },
    screen: {
      name: 'default',
      mode: 'corridor',
      panel: { diagonalInches: 55, distanceM: 3 },
      theme: 'day',
      reducedMotion: false,
      sound: false,
      volume: 1,
    },
    wall: { type: 'empty' },
    problems,
    folderGone: false,
  }
}

function tell(problems: readonly Problem[], isReading = false): string[] {
  lines = []
  status.tell(snapshot(problems), { total: 0, eligible: 0, isReading })
  return lines
}

test('a problem is told once, and again when it has come back', () => {
  const [one] = several('error', 1)
  const known = one ? formatProblem(one) : ''
  expect(tell(several('error', 1))).toContain(known)
  expect(tell(several('error', 1))).toEqual([])
  expect(tell([])).toEqual([])
  expect(tell(several('error', 1))).toEqual([known])
})

test('nothing is told of a room that is still being read: what comes next may settle it', () => {
  expect(tell(several('note', 2), true).join('\n')).not.toContain('Odd')
  expect(tell(several('note', 2)).join('\n')).toContain('Odd 1.')
})

test('errors come first; what is too much for a terminal is counted, and stands in the list', () => {
  const said = tell([...several('note', 40), ...several('warning', 15), ...several('error', 10)])
  expect(said.filter((line) => line.includes('Odd'))).toHaveLength(20)
  expect(said.slice(0, 10)).toEqual(several('error', 10).map(formatProblem))
  expect(said).toContain(`... and 5 more to look at: see ${list}`)
  expect(said).toContain(`40 notes on what was read, and how, in 40 files: see ${list}`)
  const kept = readFileSync(list, 'utf8').trim().split('\n')
  expect(kept).toHaveLength(65 + 2)
  expect(kept[2]).toBe('error: personas/0.md: Odd 0. Mend it.')
})

test('the list holds what is true now', () => {
  tell(several('error', 2))
  tell([])
  expect(readFileSync(list, 'utf8')).toMatch(/\nNothing\.\n$/)
})

test('a list that cannot be written is not promised', () => {
  status = makeStatus({ say: (line) => void lines.push(line), list: join(dir, 'nowhere', 'problems.txt') })
  expect(tell(several('note', 9))).toContain('9 notes on what was read, and how, in 9 files.')
})

test('a content folder that is none is named before the library has looked', () => {
  writeFileSync(join(dir, 'file'), '')
  expect(folderTrouble(dir)).toBeUndefined()
  expect(folderTrouble(join(dir, 'file'))).toContain('There is no folder')
  expect(folderTrouble(join(dir, 'none'))).toContain('--content')
})
