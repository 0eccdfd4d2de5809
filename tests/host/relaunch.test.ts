import { expect, it } from 'vitest'
import { ownArguments, parseOptions } from '../../electron/options.mjs'
import { nextRelaunch, relaunchArguments, takeRelaunches } from '../../electron/windows/relaunch.ts'

const DAY_MS = 24 * 3_600_000

it.each([
  [['electron', '.', '--', '--data', 'd'], true],
  [['electron', '.', '--data', 'd'], true],
  [['customer-room', '--data', 'd'], false],
])('each new start of %o knows how many came before, and reads the same options', (first, fromSource) => {
  let argv = first
  for (let start = 1; start <= 3; start += 1) {
    const { relaunches } = takeRelaunches(argv)
    argv = ['electron', ...relaunchArguments(argv, nextRelaunch(relaunches, 1_000))]
    const taken = takeRelaunches(argv)
    expect(taken.relaunches).toBe(start)
    expect(parseOptions(ownArguments(taken.argv, fromSource))).toMatchObject({
      ok: true,
      options: { data: 'd' },
    })
  }
  expect(argv.filter((argument) => argument.startsWith('--relaunches'))).toHaveLength(1)
})

it('a day that went well is a new beginning', () => {
  expect(nextRelaunch(3, DAY_MS)).toBe(1)
})

it.each(['--relaunches=', '--relaunches=-1', '--relaunches=many'])('%s counts as none', (argument) => {
  expect(takeRelaunches(['electron', argument]).relaunches).toBe(0)
})
