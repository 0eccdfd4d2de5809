import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBox, readBoxes, readFocal } from './places.ts'

test.each([
  [[0.5, 0.6]],
  ['50% 60%'],
  ['50%, 60%'],
  ['0.5 0.6'],
  ['0,5 0,6'],
  ['50, 60'],
  [{ x: 50, y: 60 }],
  [{ x: '50%', y: '60%' }],
  [['50%', '60%']],
])('%j is half way across and a little below the middle', (written) => {
  expect(readFocal(written)).toEqual({ x: 0.5, y: 0.6 })
})

test.each([
  ['top left', { x: 0.2, y: 0.2 }],
  ['Right', { x: 0.8, y: 0.5 }],
  ['centre', { x: 0.5, y: 0.5 }],
])('%s is a place too', (written, place) => {
  expect(readFocal(written)).toEqual(place)
})

test.each([
  [''],
  ['her face'],
  ['50%'],
  ['120% 40%'],
  [[0.5, 0.6, 0.7]],
  [{ x: 0.5 }],
  [-0.1],
  [['0.2', '-0.2']],
])('%j is no place in a picture', (written) => expect(readFocal(written)).toBeUndefined())

test('boxes are told by their size or by their far edges', () => {
  const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 }
  expect(readBox([10, 20, 30, 40])).toEqual(box)
  expect(readBox({ left: 0.1, top: 0.2, right: 0.4, bottom: 0.6 })).toEqual(box)
  expect(readBoxes(['10% 20% 30% 40%', { x: 0.1, y: 0.2, w: 0.3, h: 0.4 }])).toEqual([box, box])
  expect(readBoxes([0.1, 0.2, 0.3, 0.4])).toEqual([box])
  expect(readBoxes([['10%', '20%', '30%', '40%']])).toEqual([box])
  expect(readBoxes('10% 20% 30% 40%; 10% 20% 30% 40%')).toEqual([box, box])
})

test.each([
  [[480, 90, 140, 160]],
  ['480px 90px 140px 160px'],
  ['480, 90, 140, 160'],
  [['480px', '90px', '140px', '160px']],
  [{ left: '480px', top: '90px', right: '620px', bottom: '250px' }],
  [{ x: 480, y: 90, width: 140, height: 160, unit: 'px' }],
])('%j is a box in pixels', (written) => {
  expect(readBox(written)).toEqual({ x: 480, y: 90, width: 140, height: 160, unit: 'px' })
})

test('small boxes in pixels are called so; alone they are per cent', () => {
  expect(readBox('40px 20px 30px 30px')).toEqual({ x: 40, y: 20, width: 30, height: 30, unit: 'px' })
  expect(readBox('40 20 30 30')).toEqual({ x: 0.4, y: 0.2, width: 0.3, height: 0.3 })
})

test.each([
  ['480px 10% 5% 5%'],
  [[0.1, 0.2, 0.3, 150]],
  ['480px 90px 0px 160px'],
  ['-480px 90px 9px 160px'],
  ['480px 90px'],
])('%j is no box', (written) => expect(readBox(written)).toBeUndefined())

test('a box that cannot be read is not passed over', () => {
  expect(readBoxes(['10% 20% 30% 40%', 'her face'])).toContain(undefined)
  expect(readBoxes([0.1, 0.2, 0.3])).toEqual([undefined, undefined, undefined])
  expect(readBoxes('face')).toEqual([undefined])
})

test('whatever is written, what is read lies inside the picture', () => {
  fc.assert(
    fc.property(fc.anything(), (written) => {
      const focal = readFocal(written)
      if (focal) for (const share of [focal.x, focal.y]) expect(share).toSatisfy(isShare)
      for (const box of readBoxes(written)) {
        if (!box) continue
        if (box.unit === 'px') {
          for (const side of [box.width, box.height]) expect(side).toBeGreaterThanOrEqual(1)
          continue
        }
        for (const share of [box.x, box.y, box.x + box.width, box.y + box.height])
          expect(share).toSatisfy(isShare)
      }
    }),
  )
})

function isShare(value: number): boolean {
  return value >= 0 && value <= 1 + 1e-9
}
