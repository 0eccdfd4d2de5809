import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planUnits, UnitPlan } from './units.ts'

const path = fc
  .tuple(
    fc.constantFrom('', 'quotes/', 'calls/', 'journeys/', 'photos/01/'),
    fc.constantFrom('a', 'b', 'lift', 'room', 'a.transcript', 'b (conflicted copy)'),
    fc.constantFrom('.md', '.yaml', '.csv', '.xlsx', '.json', '.wav', '.vtt', '.jpg', '.xml', '.txt', ''),
  )
  .map((parts) => parts.join(''))

const folder = fc.uniqueArray(path, { maxLength: 24 })

function filesOf(paths: readonly string[]): ReadonlyMap<string, string> {
  return new Map(paths.map((each) => [each, each]))
}

test('whatever comes and goes, the units are those that the folder has when it is looked at for the first time', () => {
  fc.assert(
    fc.property(fc.array(folder, { maxLength: 6 }), (folders) => {
      const plan = new UnitPlan()
      for (const paths of folders) {
        const found = plan.of(filesOf(paths))
        expect([...found]).toEqual([...planUnits(paths)])
      }
    }),
    { numRuns: 400 },
  )
})

test('one file more or less makes other units of its own name alone', () => {
  fc.assert(
    fc.property(folder, path, (paths, more) => {
      const plan = new UnitPlan()
      const before = plan.of(filesOf(paths))
      const after = plan.of(filesOf([...new Set([...paths, more])]))
      const stem = more.replace(/\.(transcript\.json|[^.]+)$/, '')
      for (const [name, unit] of before) if (!name.startsWith(stem)) expect(after.get(name)).toBe(unit)
    }),
  )
})
