import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { imageStatistics } from './pixels.ts'
import { type Folder, makeFolder, openRoom, QUICK_ROOM, quoteFile, type Room } from './room.ts'

/** What a curator orders for this moment, and the hours of a screen, on a real wall. */

let folder: Folder
let room: Room

beforeEach(async () => {
  folder = makeFolder({ 'room.yaml': QUICK_ROOM, 'quotes/first.md': quoteFile('It just worked.') })
  room = await openRoom(folder)
  await expect.poll(() => room.plays().length, { timeout: 30_000 }).toBeGreaterThan(0)
})
afterEach(async () => {
  await room?.close()
  folder.remove()
})

const DAY_MS = 86_400_000
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
const type = async (): Promise<string> => (await room.snapshot()).wall.type
const text = (): Promise<string> => room.wall.locator('body').innerText()
const pixels = async () => imageStatistics(await room.wall.screenshot())

describe('on a real wall', () => {
  it('a message takes the screen over, a holiday makes it dark, and then the wall goes on', async () => {
    const now = Date.now()
    folder.write(
      'room.yaml',
      `${QUICK_ROOM}timezone: UTC\nnow:\n  takeover: {message: We meet downstairs today., until: ${day(now + DAY_MS)}}\n`,
    )
    await expect.poll(text, { timeout: 20_000 }).toContain('We meet downstairs today.')
    expect(await type()).toBe('message')
    await expect.poll(text).not.toContain('It just worked.')
    const before = room.plays()
    // Cut off, or shown to its end while the next one was still being prepared.
    expect(before.map((play) => play.ended_at)).not.toContain(null)

    folder.write(
      'room.yaml',
      `${QUICK_ROOM}timezone: UTC\nschedule:\n  holidays: [${day(now)} to ${day(now + DAY_MS)} Moving house]\n`,
    )
    await expect.poll(type, { timeout: 20_000 }).toBe('off')
    await expect.poll(async () => (await pixels()).mean, { timeout: 20_000 }).toBe(0)
    expect((await text()).trim()).toBe('')
    expect(room.plays()).toEqual(before)

    folder.write('room.yaml', QUICK_ROOM)
    await expect.poll(text, { timeout: 20_000 }).toContain('It just worked.')
    await expect.poll(() => room.plays().length, { timeout: 20_000 }).toBeGreaterThan(before.length)
  })
})
