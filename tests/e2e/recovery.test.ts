import { afterEach, describe, expect, it } from 'vitest'
import { type Folder, makeFolder, openRoom, quoteFile, type Room } from './room.ts'

let folder: Folder
let room: Room | undefined

afterEach(async () => {
  await room?.close().catch(() => undefined)
  room = undefined
  folder.remove()
})

/** A room whose slides stay for a while, so that the item on the wall is the same before and after. */
async function calmRoom(): Promise<Room> {
  folder = makeFolder({
    'room.yaml': 'rotation: { seconds_min: 60, seconds_max: 60 }\n',
    'quotes/a.md': quoteFile('First of all.'),
    'quotes/b.md': quoteFile('Second of all.'),
  })
  const opened = await openRoom(folder)
  await expect.poll(() => opened.plays().length, { timeout: 30_000 }).toBe(1)
  return opened
}

const wallPid = (of: Room): Promise<number> =>
  of.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0)

const onTheWall = (of: Room): string | undefined => of.plays().at(-1)?.item_id

describe('what dies comes back', () => {
  it('the wall renderer, killed: the same item is painted again, and the record says so', async () => {
    room = await calmRoom()
    const before = onTheWall(room)
    process.kill(await wallPid(room), 'SIGKILL')
    await expect.poll(() => room?.plays().length, { timeout: 15_000 }).toBe(2)
    expect(onTheWall(room)).toBe(before)
    expect(room.plays()[0]?.end_reason).toBe('interrupted')
    expect(room.health().some((row) => row.what.includes('wall'))).toBe(true)
  })

  it('the wall renderer, hung', async () => {
    room = await calmRoom()
    const before = onTheWall(room)
    process.kill(await wallPid(room), 'SIGSTOP')
    await expect.poll(() => room?.plays().length, { timeout: 15_000 }).toBe(2)
    expect(onTheWall(room)).toBe(before)
  })

  it('the library process: changes in the folder are seen again', async () => {
    room = await calmRoom()
    const library = await room.app.evaluate(
      ({ app }) =>
        app
          .getAppMetrics()
          .find((each) => each.name === 'library' || each.serviceName === 'node.mojom.NodeService')?.pid,
    )
    expect(library).toBeGreaterThan(0)
    process.kill(library ?? 0, 'SIGKILL')
    folder.write('quotes/c.md', quoteFile('Third of all.'))
    await expect.poll(() => room?.eligible(), { timeout: 15_000 }).toBe(3)
    expect(room.health().some((row) => row.what.includes('library'))).toBe(true)
  })

  it('the app itself, with kill -9: at most the current play is open, and the same item is on the wall again', async () => {
    room = await calmRoom()
    const before = onTheWall(room)
    const gone = new Promise((resolve) => room?.app.process().once('exit', resolve))
    process.kill(room.pid, 'SIGKILL')
    await gone
    expect(room.plays().filter((play) => play.ended_at === null).length).toBeLessThanOrEqual(1)

    room = await openRoom(folder)
    await expect.poll(() => room?.plays().length, { timeout: 30_000 }).toBe(2)
    expect(onTheWall(room)).toBe(before)
    expect(room.plays()[0]?.end_reason).toBe('interrupted')
  })

  it('a wall that dies again and again does not do so for ever', async () => {
    room = await calmRoom()
    let kills = 0
    await expect
      .poll(
        async () => {
          const pid = await wallPid(room as Room).catch(() => 0)
          if (pid > 0 && kills < 12) {
            kills += 1
            try {
              process.kill(pid, 'SIGKILL')
            } catch {
              // It is between two lives.
            }
          }
          return room?.health().filter((row) => row.what.includes('wall')).length ?? 0
        },
        { timeout: 40_000, interval: 500 },
      )
      .toBeGreaterThanOrEqual(4)
    const actions = new Set(room.health().map((row) => row.what))
    expect([...actions].length).toBeGreaterThan(1)
  })
})
