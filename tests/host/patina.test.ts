import { expect, it } from 'vitest'
import { openHost, quote } from './host-room.ts'

const PATINA = { fades: '2026-01', faded: '2024-01' }
const HOUR_MS = 3_600_000

it('a slide says how old it is as of today, and at midnight says so anew by itself', () => {
  const room = openHost([quote('a', { captured: '2025-04-03' })], {
    timezone: 'UTC',
    patina: PATINA,
    // Longer than the night, so that nothing but midnight can tell the wall.
    rotation: { seconds_min: 600, seconds_max: 600 },
  })
  expect(room.play?.age?.months).toBe(18)
  expect(room.play?.age?.fade).toBeCloseTo(0.37, 2)
  room.clock.pass(14 * HOUR_MS + 59 * 60_000)
  room.paint()
  const { playId } = room.play ?? {}
  const told = room.snapshots.length
  room.clock.pass(60_000)
  expect(room.snapshots.length).toBeGreaterThan(told)
  expect(room.snapshots.at(-1)?.wall).toMatchObject({ play: { playId, age: { months: 19 } } })
})

it('nothing ages in a room that sets no dates, and what has no date never does', () => {
  expect(openHost([quote('a', { captured: '2019' })]).play?.age).toBeUndefined()
  expect(openHost([quote('a', { captured: undefined })], { patina: PATINA }).play?.age).toBeUndefined()
})

it('the next slide is told its age too, and a brand its paper', () => {
  const old = { captured: '2020' }
  const room = openHost([quote('a', old), quote('b', old)], { patina: PATINA, brand: { colour: '#003a70' } })
  expect(room.next?.age).toMatchObject({ fade: 1 })
  expect(room.snapshot.screen.brand).toMatchObject({ paper: 'sky' })
})
