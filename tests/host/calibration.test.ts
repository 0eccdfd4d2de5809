import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openCalibration } from '../../electron/chair/calibration-file.ts'
import { screenView } from '../../electron/play-view.ts'
import { callArguments, mayCall } from '../../renderer/core/contract.ts'
import { curationSchema } from '../../renderer/core/curation.ts'
import { mmPerPixel } from '../../renderer/core/legibility.ts'
import { tempDir } from './temp.ts'

const measured = { mmPerPixel: 0.71, widthPx: 1920, heightPx: 1080 }

it('is kept for this screen of this machine, and is there after a restart', () => {
  const dataDir = tempDir()
  const file = openCalibration(dataDir, 'meeting room')
  expect(file.latest()).toBeUndefined()
  file.keep(measured)
  openCalibration(dataDir, 'lobby').keep({ ...measured, mmPerPixel: 0.4 })
  expect(openCalibration(dataDir, 'meeting room').latest()).toEqual(measured)
  expect(openCalibration(dataDir, 'constructor').latest()).toBeUndefined()
})

it('is as if nobody had measured where the file is damaged, and can be measured anew', () => {
  const dataDir = tempDir()
  for (const text of ['', '{', '{"version":1,"screens":{"a":{"mmPerPixel":-1,"widthPx":1,"heightPx":1}}}']) {
    writeFileSync(join(dataDir, 'calibration.json'), text)
    const file = openCalibration(dataDir, 'a')
    expect(file.latest()).toBeUndefined()
    file.keep(measured)
    expect(JSON.parse(readFileSync(join(dataDir, 'calibration.json'), 'utf8'))).toMatchObject({ version: 1 })
  }
})

it('goes before the diagonal, and what a curator wrote goes before both', () => {
  const pixels = { widthPx: 1920, heightPx: 1080 }
  const room = curationSchema.parse({ screens: { a: { mode: 'chair' }, b: { mm_per_pixel: 0.5 } } })
  expect(mmPerPixel({ ...screenView(room, 'a').panel, ...pixels })).toBeCloseTo(0.634, 3)
  expect(mmPerPixel({ ...screenView(room, 'a', measured).panel, ...pixels })).toBe(0.71)
  expect(mmPerPixel({ ...screenView(room, 'b', measured).panel, ...pixels })).toBe(0.5)
})

it('is taken from the wall alone, within what a panel can be', () => {
  expect(mayCall('wall', 'calibrate', false)).toBe(true)
  expect(mayCall('admin', 'calibrate', false)).toBe(false)
  const isTaken = (value: unknown): boolean => callArguments.calibrate.safeParse([value]).success
  expect(isTaken(measured)).toBe(true)
  const wrong = [
    { ...measured, mmPerPixel: 0 },
    { ...measured, mmPerPixel: Number.NaN },
    { mmPerPixel: 1 },
    { ...measured, x: 1 },
  ]
  expect(wrong.filter(isTaken)).toEqual([])
})
