import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { calibrationSchema } from '../../renderer/core/chair/calibration.ts'
import type { Calibration } from '../../renderer/core/legibility.ts'

/** How large a pixel of this machine's panel is. It lies in the data folder: it is the panel's, not the room's. */
export interface CalibrationFile {
  /** As measured last; undefined where nobody has, or where the file cannot be read. */
  latest(): Calibration | undefined
  /** Throws what the disk says; it holds until the end all the same. */
  keep(measured: Calibration): void
}

const FILE = 'calibration.json'
const fileSchema = z.object({ version: z.literal(1), screens: z.record(z.string(), calibrationSchema) })

/** @param screen by its name in the curation: a machine may be one of several */
export function openCalibration(dataDir: string, screen: string): CalibrationFile {
  const target = path.join(dataDir, FILE)
  const screens = new Map(Object.entries(read(target)))
  return {
    latest: () => screens.get(screen),
    keep(measured) {
      const { mmPerPixel, widthPx = 0, heightPx = 0 } = measured
      screens.set(screen, { mmPerPixel, widthPx, heightPx })
      write(target, JSON.stringify({ version: 1, screens: Object.fromEntries(screens) }))
    },
  }
}

function read(target: string): z.infer<typeof fileSchema>['screens'] {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(target, 'utf8'))).screens
  } catch {
    // Missing or damaged: nobody has measured, and the diagonal stands in.
    return {}
  }
}

/** Whole or not at all, also where the power fails. */
function write(target: string, text: string): void {
  const aside = `${target}.new`
  const file = openSync(aside, 'w')
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(aside, target)
}
