import { expect, test } from 'vitest'
import { pencilPath } from './pencil.ts'

test('a line is the same whenever it is drawn, and never strays further than it may', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 400, y: 0 },
  ]
  const path = pencilPath(points, 3, 4, 40)
  expect(path).toBe(pencilPath(points, 3, 4, 40))
  expect(path).not.toBe(pencilPath(points, 4, 4, 40))
  const ys = [...path.matchAll(/[ML]\S+ (\S+?)(?=[ML]|$)/g)].map((match) => Number(match[1]))
  expect(ys.length).toBeGreaterThan(20)
  expect(Math.max(...ys.map(Math.abs))).toBeLessThanOrEqual(4)
})
