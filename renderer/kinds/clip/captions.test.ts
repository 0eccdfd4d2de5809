import fc from 'fast-check'
import { expect, test } from 'vitest'
import { captionPages } from '../call/caption-pages.ts'
import { sceneAt } from '../call/timeline.ts'
import { fittedC, labelPlace, paperPlace } from './caption-place.ts'
import { clipScenes } from './timeline.ts'

const SIZE = { columns: 42, lines: 2 }
const say = (startMs: number, endMs: number, text: string) => ({ startMs, endMs, speaker: 0, text })
const scripts = fc.constantFrom('latin', 'cjk', 'arabic', 'thai')

test('our caption stands until somebody speaks, if there is time to read it', () => {
  const late = captionPages([say(3000, 5000, 'It is the same gate.')], SIZE, 'en')
  const told = clipScenes(late, true)
  expect(told[sceneAt(told, 0)]?.live).toEqual([])
  expect(told[sceneAt(told, 2_999)]?.live).toEqual([])
  expect(told[sceneAt(told, 3_000)]?.live).toEqual([0])
  expect(told[sceneAt(told, 60_000)]?.live).toEqual([0])
  const soon = captionPages([say(400, 2000, 'It is the same gate.')], SIZE, 'en')
  expect(clipScenes(soon, true)[0]?.live).toEqual([0])
  expect(clipScenes(late, false)[0]?.live).toEqual([0])
  expect(clipScenes([], true)).toEqual([{ fromMs: 0, live: [], before: undefined }])
})

test('captions have at most two lines of 42 on a label, and never less than body size', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 24, max: 80, noNaN: true }),
      scripts,
      fc.double({ min: 0, max: 90, noNaN: true }),
      (liveU, script, widestU) => {
        const place = labelPlace(liveU, script)
        expect(place.page.columns).toBeLessThanOrEqual(42)
        expect(place.page.lines).toBe(2)
        expect(place.widthU).toBeLessThanOrEqual(liveU)
        expect(fittedC(place, widestU)).toBeGreaterThanOrEqual(1)
      },
    ),
  )
})

test('on paper they fill the room that the picture leaves, and no more', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 6, max: 30, noNaN: true }),
      fc.boolean(),
      scripts,
      (heightU, portrait, script) => {
        const place = paperPlace({ widthU: 30, heightU }, portrait, script)
        expect(place.c).toBeGreaterThanOrEqual(1)
        expect(place.page.lines).toBeLessThanOrEqual(portrait ? 4 : 2)
        if (place.page.lines > 1) expect(place.heightU).toBeLessThanOrEqual(heightU + 1e-6)
      },
    ),
  )
})
