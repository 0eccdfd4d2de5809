import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callArguments, callRights, type Snapshot, snapshotFor } from './contract.ts'
import { formatProblem } from './problem.ts'

test('what crosses is checked to the last field', () => {
  expect(callArguments.painted.safeParse([{ playId: '1-2' }]).success).toBe(true)
  for (const args of [
    [],
    [{}],
    [{ playId: '' }],
    [{ playId: 'x'.repeat(101) }],
    [{ playId: '1', more: 1 }],
    [{ playId: '1' }, 2],
    null,
    'x',
  ]) {
    expect(callArguments.painted.safeParse(args).success).toBe(false)
  }
  expect(callArguments.unfit.safeParse([{ playId: '1', words: 1.5, holds: 1 }]).success).toBe(false)
})

test('no argument of any call makes the check throw', () => {
  const names = Object.keys(callArguments) as (keyof typeof callArguments)[]
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.anything(), (name, args) => {
      callArguments[name].safeParse(args)
    }),
  )
})

test('every call says which windows may make it', () => {
  expect(Object.keys(callRights).sort()).toEqual(Object.keys(callArguments).sort())
  expect(callRights.painted).toEqual(['wall'])
})

test('what is the curator’s alone does not reach the wall', () => {
  const snapshot: Snapshot = {
    revision: 1,
    roomRevision: 1,
    room: { name: 'Room', language: 'en', folder: '/room' },
    screen: {
      name: 'main',
      mode: 'corridor',
      panel: { diagonalInches: 55, distanceM: 3 },
      theme: 'day',
      reducedMotion: false,
      sound: false,
      volume: 0,
    },
    wall: { type: 'off' },
    problems: [{ path: 'a.md', severity: 'note', message: 'Words of a file.', hint: '' }],
    folderGone: false,
    now: { screen: 'The screen is off.', order: 'Pinned: quotes/secret.' },
  }
  expect(snapshotFor('wall', snapshot)).toMatchObject({ wall: { type: 'off' }, problems: [], now: undefined })
  expect(snapshotFor('admin', snapshot)).toBe(snapshot)
})

test('a problem in one line: where, what, and what to do', () => {
  const problem = {
    severity: 'error' as const,
    message: 'n: “many” is not a number.',
    hint: 'Write a number.',
  }
  expect(formatProblem({ ...problem, path: 'quotes/a.md', line: 3, field: 'n' })).toBe(
    'quotes/a.md:3: n: n: “many” is not a number. Write a number.',
  )
  expect(formatProblem({ ...problem, path: 'quotes/a.md', hint: '' })).toBe(
    'quotes/a.md: n: “many” is not a number.',
  )
})
