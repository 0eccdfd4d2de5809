import fc from 'fast-check'
import { expect, test } from 'vitest'
import { QUIET_MS, Settler } from './settle.ts'

const stamp = (size: number) => ({ size, mtimeMs: size, inode: 1 })

test('a file that is edited again after a while is no growing file, and is read as soon as any other', () => {
  const settler = new Settler()
  for (let edit = 0; edit < 5; edit += 1) {
    const now = edit * 11_000
    settler.look('quotes/a.md', stamp(edit), now)
    expect(settler.wait('quotes/a.md', now)).toBe(QUIET_MS)
    expect(settler.wait('quotes/a.md', now + QUIET_MS)).toBe(0)
  }
})

test('a writer that pauses, for however long a look at a share takes to come again, is given more time', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 2, maxLength: 8 }), (pauses) => {
      const settler = new Settler()
      let now = 1_000
      settler.look('calls/a.wav', stamp(0), now)
      for (const [index, ms] of pauses.entries()) {
        now += ms
        settler.look('calls/a.wav', stamp(index + 1), now)
      }
      expect(settler.wait('calls/a.wav', now + QUIET_MS)).toBeGreaterThan(0)
    }),
  )
})
