import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Folder, makeFolder, openRoom, type Room } from './room.ts'

const BOOTH =
  'name: Tarnholt\naudience: staff\nrotation: { seconds_min: 3, seconds_max: 3 }\nscreens:\n  default: { mode: booth, diagonal_inches: 27, distance_m: 0.8 }\n'

let folder: Folder
let room: Room
const shots = process.env['BOOTH_SHOTS'] ?? ''
const shot = async (name: string): Promise<void> => {
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await new Promise((r) => setTimeout(r, 1300))
  await room.wall.screenshot({ path: join(shots, `${name}.png`) })
}

beforeAll(async () => {
  folder = makeFolder({ 'room.yaml': BOOTH })
  for (const path of ['personas', 'journeys', 'quotes', 'calls', 'photos', 'metrics']) folder.copySample(path)
  room = await openRoom(folder)
  await vi.waitFor(() => expect(room.plays().length).toBeGreaterThan(0), { timeout: 60_000 })
})
afterAll(async () => {
  await room.close()
  folder.remove()
})

describe('a visit', () => {
  it('walks', async () => {
    const key = (name: string) => room.wall.locator(`[data-key="${name}"]`)
    await shot('0-attract')
    await key('invite').click()
    await expect.poll(async () => (await room.snapshot()).wall.type).toBe('visit')
    const row = (text: string) => room.wall.locator('.layer.shown:last-child .booth-row', { hasText: text })
    await shot('1-home')
    await row('A person').click()
    await shot('2-people')
    await room.wall.locator('.layer.shown:last-child .booth-person', { hasText: 'Ruth' }).click()
    await shot('3-ruth')
    for (let at = 0; at < 4; at += 1) {
      await key('next').click()
      await shot(`4-slide-${at}`)
      if (await key('me-too').count()) {
        await key('me-too').click()
        await shot(`4-slide-${at}-me-too`)
      }
      if (await key('feel').count()) {
        await key('feel').click()
        await shot('5-feel')
        await room.wall.locator('.layer.shown:last-child [data-feeling="-1"]').click()
        await shot('5-felt')
        await key('next').click()
        await shot('5-feel-next')
        await key('back').click()
        await key('back').click()
      }
    }
    await key('done').click()
    await expect.poll(async () => (await room.snapshot()).wall.type).toBe('play')
    await key('invite').click()
    await shot('6-home')
    await row('A moment').click()
    await shot('7-moments')
    await key('back').click()
    await row('A theme').click()
    await shot('8-themes')
  })
})
