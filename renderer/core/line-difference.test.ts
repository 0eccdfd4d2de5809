import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineDifference } from './line-difference.ts'

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd: 1', '# e'), { maxLength: 25 })

describe('the difference of two texts', () => {
  it('holds every line of both, in their order and with their numbers', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const all = lineDifference(before.join('\n'), after.join('\n'))
        const told = (away: 'gone' | 'come') => all.filter(({ is }) => is !== away)
        expect(told('come').map(({ text }) => text)).toEqual(before)
        expect(told('gone').map(({ text }) => text)).toEqual(after)
        expect(told('come').map((line) => line.before)).toEqual(before.map((_, at) => at + 1))
        expect(told('gone').map((line) => line.after)).toEqual(after.map((_, at) => at + 1))
      }),
    )
  })

  it('is as short as can be', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const same = lineDifference(before.join('\n'), after.join('\n')).filter(({ is }) => is === 'same')
        expect(same.length).toBe(longestCommon(before, after))
      }),
    )
  })

  it('tells texts that have very little in common as one that went and one that came', () => {
    const [before, after] = ['x', 'y'].map((letter) =>
      Array.from({ length: 2_000 }, (_, at) => `${letter}${at}`).join('\n'),
    )
    const all = lineDifference(before ?? '', after ?? '')
    expect(all.map(({ is }) => is).join()).toBe(
      [...Array(2_000).fill('gone'), ...Array(2_000).fill('come')].join(),
    )
  })
})

/** By the table of the textbook. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = b.map(() => 0)
  for (const each of a)
    row = b.reduce<number[]>((made, other, at) => {
      made.push(each === other ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, made[at - 1] ?? 0))
      return made
    }, [])
  return row.at(-1) ?? 0
}
