import fc from 'fast-check'
import { expect, test } from 'vitest'
import { missingPage, PAGE, withPage } from './found-rows.ts'

const LAST = 100_000

test('wherever somebody scrolls to, what is in sight is asked for and held, and never too much of the rest', () => {
  const jumps = fc.array(fc.integer({ min: 0, max: LAST }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(jumps, fc.integer({ min: 1, max: 100 }), (places, height) => {
      let rows: ReadonlyMap<number, number> = new Map()
      const asked = new Set<number>()
      for (const from of places) {
        const seen = { from, to: from + height }
        for (let page = missingPage({ ...seen, asked }); page !== undefined; ) {
          asked.add(page)
          const found = Array.from({ length: PAGE }, (_, at) => (page ?? 0) * PAGE + at)
          const held = withPage(rows, page, found, seen)
          rows = held.rows
          for (const each of held.dropped) asked.delete(each)
          page = missingPage({ ...seen, asked })
        }
        for (let index = seen.from; index <= seen.to; index += 1) expect(rows.get(index)).toBe(index)
        expect(rows.size).toBeLessThan(6_100)
      }
    }),
    { numRuns: 30 },
  )
})
