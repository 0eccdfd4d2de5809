import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMOTIONS } from './schema.ts'
import { DRAWN_DEPTH, type EdgePoint, emotionShape } from './shapes.ts'

const cuts = fc.record({
  alongU: fc.double({ min: 30, max: 80, noNaN: true }),
  scale: fc.double({ min: 0.8, max: 1, noNaN: true }),
  extraU: fc.constantFrom(0, 7, 20),
})
const emotions = fc.constantFrom(...EMOTIONS)

test('a shape keeps out of the words: it is never deeper than it says', () => {
  fc.assert(
    fc.property(emotions, cuts, (emotion, cut) => {
      const { pieces, rope } = emotionShape(emotion, cut)
      const half = (rope?.widthU ?? 0) / 2
      const points = [
        ...pieces.flat(),
        ...(rope?.line ?? []).map((point) => ({ ...point, depth: point.depth + half })),
      ]
      for (const { depth } of points)
        expect(depth).toBeLessThanOrEqual(DRAWN_DEPTH * cut.scale + cut.extraU + 0.3)
    }),
  )
})

test('the word that names it stands on paper', () => {
  fc.assert(
    fc.property(emotions, cuts, (emotion, cut) => {
      const { pieces, label } = emotionShape(emotion, cut)
      for (const reach of [-3, 0, 3]) {
        const point = { along: label.along, depth: label.depth + reach }
        expect(pieces.some((piece) => isInside(point, piece))).toBe(true)
      }
    }),
  )
})

test('each emotion is cut in its own way', () => {
  const drawn = EMOTIONS.map((emotion) =>
    JSON.stringify(emotionShape(emotion, { alongU: 35.67, scale: 1, extraU: 0 })),
  )
  expect(new Set(drawn).size).toBe(EMOTIONS.length)
})

/** Even-odd rule. */
function isInside({ along, depth }: EdgePoint, piece: readonly EdgePoint[]): boolean {
  let inside = false
  piece.forEach((a, index) => {
    const b = piece[(index + 1) % piece.length] ?? a
    if (a.depth > depth === b.depth > depth) return
    if (along < a.along + ((depth - a.depth) / (b.depth - a.depth)) * (b.along - a.along)) inside = !inside
  })
  return inside
}
