import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHours, type WeekHours } from '../../../core/week-hours.ts'
import { linesOf } from '../../../core/week-lines.ts'
import { add, move, remove, resize, SNAP } from './week-edit.ts'

const NOTHING: WeekHours = Array.from({ length: 7 }, () => [])

describe('hours that a hand moves', () => {
  it('begin in their day, are never longer than one and never shorter than a quarter of an hour', () => {
    const step = fc.record({
      day: fc.integer({ min: 0, max: 6 }),
      what: fc.constantFrom('move', 'from', 'to'),
      by: fc.integer({ min: -110, max: 110 }).map((count) => count * SNAP),
    })
    const minutes = fc.integer({ min: -4, max: 100 }).map((count) => count * SNAP)
    fc.assert(
      fc.property(minutes, minutes, fc.array(step, { maxLength: 12 }), (from, to, steps) => {
        let edited = add(NOTHING, 1, from, to)
        for (const { day, what, by } of steps) {
          const { week, place } = edited
          edited = what === 'move' ? move(week, place, day, by) : resize(week, place, what, by)
          const hours = edited.week[edited.place.day]?.[edited.place.index]
          if (!hours) throw new Error('The hours are lost.')
          expect(edited.week.flat()).toHaveLength(1)
          expect(hours.from).toBeGreaterThanOrEqual(0)
          expect(hours.from).toBeLessThan(1_440)
          expect(hours.to - hours.from).toBeGreaterThanOrEqual(SNAP)
          expect(hours.to - hours.from).toBeLessThanOrEqual(1_440)
          for (const line of linesOf(edited.week)) expect(readHours(line).ok, line).toBe(true)
        }
      }),
    )
  })

  it('stay as long as they are when they are moved, and are gone when they are taken away', () => {
    const { week, place } = add(NOTHING, 1, 540, 720)
    const moved = move(week, place, 3, 600)
    expect(moved.week[3]).toEqual([{ from: 1_140, to: 1_320 }])
    expect(move(moved.week, moved.place, 3, 600).week[3]).toEqual([{ from: 1_260, to: 1_440 }])
    expect(remove(moved.week, moved.place)).toEqual(NOTHING)
  })

  it('are drawn upwards as well as downwards', () => {
    expect(add(NOTHING, 2, 720, 600).week[2]).toEqual([{ from: 600, to: 720 }])
  })
})
