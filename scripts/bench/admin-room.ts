import { cpSync } from 'node:fs'
import { SAMPLE_ROOM } from '../../tests/e2e/room.ts'
import { put, writeMedia, writeTable } from './large-room.ts'
import { searchTexts } from './search-room.ts'

/** Enough that their pictures are met wherever the list is looked at. */
const PICTURES = 240
/** Rows of a survey that say nothing are left out. */
const SAID = 0.92

/** The sample room, photographs, and as many verbatims as asked for: half from a survey tool, half of many words and scripts. Returns the least number of items. */
export async function writeRoom(folder: string, items: number): Promise<number> {
  const survey = Math.floor(items / 2)
  cpSync(SAMPLE_ROOM, folder, { recursive: true })
  put(folder, 'room.yaml', 'timezone: Europe/London\nscreens: {default: {}, street: {audience: public}}\n')
  writeTable(folder, Math.round(survey / SAID))
  put(folder, 'quotes/said.csv', searchTexts(items - survey))
  put(folder, 'quotes/said.yaml', 'evidence: research\nconsent: {public_source: The annual report}\n')
  await writeMedia(folder, { rows: 0, pictures: PICTURES, clips: 0 })
  return Math.floor(items * 0.99)
}
