import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { imageStatistics } from './pixels.ts'
import {
  type Folder,
  makeFolder,
  openRoom,
  type PlayRow,
  QUICK_ROOM,
  quoteFile,
  type Room,
  readShots,
} from './room.ts'

declare global {
  interface Window {
    /** What stood in the captions of each play, once for every change of the page. */
    captions: Record<string, string[]>
  }
}

let folder: Folder
let room: Room

async function end(): Promise<void> {
  await room.close()
  folder.remove()
}

describe('a folder of all four kinds becomes a wall', () => {
  beforeAll(async () => {
    folder = makeFolder({ 'room.yaml': QUICK_ROOM })
    for (const path of ['personas', 'journeys', 'quotes', 'calls']) folder.copySample(path)
    room = await openRoom(folder, ['--shots', folder.shots])
    await room.wall.evaluate(watchCaptions)
  })
  afterAll(end)

  it('paints each of them in the first four slides of a pass, and keeps a picture of each', async () => {
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
    await expect.poll(() => room.plays().length, { timeout: 30_000 }).toBeGreaterThanOrEqual(3)

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
    const call = (): PlayRow | undefined => room.plays().find(({ kind }) => kind === 'call')
    await expect.poll(() => call()?.ended_at ?? null, { timeout: 60_000 }).not.toBeNull()
    const row = call()
    const [{ length } = { length: 0 }] = room.rows<{ length: number }>(
      `SELECT json_extract(item, '$.media.audio.durationMs') AS length FROM items WHERE id = '${row?.item_id}'`,
      'index.db',
    )
    expect(length).toBeGreaterThan(10_000)
    expect(row?.end_reason).toBe('shown')
    expect((row?.ended_at ?? 0) - (row?.painted_at ?? 0)).toBeGreaterThanOrEqual(length - 1_000)
    const captions = await room.wall.evaluate((id) => window.captions[id], row?.play_id ?? '')
    expect(new Set(captions).size).toBeGreaterThan(3)
  })
})

describe('a room with nothing to show', () => {
  afterEach(end)

  it('says what to do when the room is empty, and hangs the first item without a restart', async () => {
    folder = makeFolder({ 'room.yaml': QUICK_ROOM })
    room = await openRoom(folder)
    await expect.poll(async () => (await room.snapshot())?.wall.type, { timeout: 20_000 }).toBe('empty')
    await expect
      .poll(() => room.wall.locator('body').innerText(), { timeout: 10_000 })
      .toContain('No customer')
    folder.write('quotes/first.md', quoteFile('It just worked.'))
    await expect.poll(() => room.plays().length ?? 0, { timeout: 20_000 }).toBe(1)
    await expect.poll(() => room.wall.locator('body').innerText()).toContain('It just worked.')
  })

  it('withholds what nobody agreed to have shown, and says so on the wall', async () => {
    folder = makeFolder({
      'room.yaml': QUICK_ROOM,
      'quotes/secret.md':
        '---\nwho: A man, 50\nsource: Letter\ncaptured: 2026-01-02\n---\n\nNobody may read this.\n',
    })
    room = await openRoom(folder)
    await expect.poll(async () => (await room.snapshot())?.wall.type, { timeout: 20_000 }).toBe('withheld')
    expect(await room.wall.locator('body').innerText()).not.toContain('Nobody may read this')
    expect(JSON.stringify(await room.snapshot())).not.toContain('Nobody may read this')
    expect(room.plays()).toEqual([])
  })
})

function shotCount(): number {
  return existsSync(join(folder.shots, 'shots.jsonl')) ? readShots(folder.shots).length : 0
}

/** Runs in the page. */
function watchCaptions(): void {
  window.captions = {}
  new MutationObserver(() => {
    for (const page of document.querySelectorAll('[data-page]')) {
      const id = page.closest<HTMLElement>('[data-play]')?.dataset['play'] ?? ''
      window.captions[id] = [...(window.captions[id] ?? []), page.textContent ?? '']
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
}
