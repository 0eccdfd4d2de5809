import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { imageStatistics } from './pixels.ts'
import { type Folder, makeFolder, openRoom, QUICK_ROOM, quoteFile, type Room, readShots } from './room.ts'

let folder: Folder
let room: Room | undefined

afterEach(async () => {
  await room?.close()
  room = undefined
  folder.remove()
})

describe('a folder becomes a wall', () => {
  it('paints all four kinds in the first four slides of a pass, and keeps a picture of each', async () => {
    folder = makeFolder({ 'room.yaml': QUICK_ROOM })
    for (const path of ['personas', 'journeys', 'quotes', 'calls']) folder.copySample(path)
    room = await openRoom(folder, ['--shots', folder.shots])
    await expect.poll(() => shotCount(), { timeout: 60_000 }).toBeGreaterThanOrEqual(4)

    const shots = readShots(folder.shots).slice(0, 4)
    expect(new Set(shots.map((shot) => shot.kind))).toEqual(new Set(['persona', 'journey', 'quote', 'call']))
    expect(shots.map((shot) => shot.seq)).toEqual([1, 2, 3, 4])
    for (const shot of shots) {
      const picture = await imageStatistics(join(folder.shots, shot.file))
      expect(picture.deviation, `${shot.file} is not one flat colour`).toBeGreaterThan(8)
    }
    const painted = new Map(room.plays().map((play) => [play.play_id, play]))
    for (const shot of shots) expect(painted.get(shot.playId)?.item_id).toBe(shot.itemId)
  })

  it('writes a play only after its paint, once, and closes it when the next one comes', async () => {
    folder = makeFolder({
      'room.yaml': QUICK_ROOM,
      'quotes/a.md': quoteFile('One.'),
      'quotes/b.md': quoteFile('Two.'),
    })
    room = await openRoom(folder)
    await expect.poll(() => room?.plays().length ?? 0, { timeout: 30_000 }).toBeGreaterThanOrEqual(3)

    const plays = room.plays()
    const current = await room.play()
    expect(new Set(plays.map((play) => play.play_id)).size).toBe(plays.length)
    for (const play of plays.slice(0, -1)) {
      expect(play.end_reason).toBe('shown')
      expect(play.ended_at).toBeGreaterThan(play.painted_at)
    }
    expect(plays.filter((play) => play.ended_at === null).length).toBeLessThanOrEqual(1)
    expect([plays.at(-1)?.play_id, plays.at(-2)?.play_id]).toContain(current?.playId)
    expect(plays[0]?.item_id).not.toBe(plays[1]?.item_id)
  })

  it('plays a call to its end, with captions that follow, and then leaves', async () => {
    folder = makeFolder({ 'room.yaml': QUICK_ROOM, 'quotes/a.md': quoteFile('One.') })
    for (const name of ['lift-tape.md', 'lift-tape.vtt', 'lift-tape.wav']) folder.copySample(`calls/${name}`)
    room = await openRoom(folder)
    await expect.poll(async () => (await room?.play())?.item.kind, { timeout: 40_000 }).toBe('call')
    const call = await room.play()
    const captions = new Set<string>()
    await expect
      .poll(
        async () => {
          captions.add(
            (await room?.wall
              .locator('[data-page]')
              .last()
              .textContent()
              .catch(() => '')) ?? '',
          )
          return room?.plays().find((play) => play.play_id === call?.playId)?.ended_at ?? null
        },
        { timeout: 60_000, interval: 300 },
      )
      .not.toBeNull()
    const row = room.plays().find((play) => play.play_id === call?.playId)
    const length = call?.item.media['audio']?.durationMs ?? 0
    expect(length).toBeGreaterThan(10_000)
    expect(row?.end_reason).toBe('shown')
    expect((row?.ended_at ?? 0) - (row?.painted_at ?? 0)).toBeGreaterThanOrEqual(length - 1_000)
    expect(captions.size).toBeGreaterThan(3)
  })

  it('says what to do when the room is empty, and hangs the first item without a restart', async () => {
    folder = makeFolder({ 'room.yaml': QUICK_ROOM })
    room = await openRoom(folder)
    await expect.poll(async () => (await room?.snapshot())?.wall.type, { timeout: 20_000 }).toBe('empty')
    await expect
      .poll(() => room?.wall.locator('body').innerText(), { timeout: 10_000 })
      .toContain('No customer')
    folder.write('quotes/first.md', quoteFile('It just worked.'))
    await expect.poll(() => room?.plays().length ?? 0, { timeout: 20_000 }).toBe(1)
    await expect.poll(() => room?.wall.locator('body').innerText()).toContain('It just worked.')
  })

  it('withholds what nobody agreed to have shown, and says so on the wall', async () => {
    folder = makeFolder({
      'room.yaml': QUICK_ROOM,
      'quotes/secret.md':
        '---\nwho: A man, 50\nsource: Letter\ncaptured: 2026-01-02\n---\n\nNobody may read this.\n',
    })
    room = await openRoom(folder)
    await expect.poll(async () => (await room?.snapshot())?.wall.type, { timeout: 20_000 }).toBe('withheld')
    expect(await room.wall.locator('body').innerText()).not.toContain('Nobody may read this')
    expect(JSON.stringify(await room.snapshot())).not.toContain('Nobody may read this')
    expect(room.plays()).toEqual([])
  })
})

function shotCount(): number {
  return existsSync(join(folder.shots, 'shots.jsonl')) ? readShots(folder.shots).length : 0
}
