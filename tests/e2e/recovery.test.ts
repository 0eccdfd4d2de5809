import { execFileSync, spawnSync } from 'node:child_process'
import { afterEach, describe, expect, it } from 'vitest'
import { type Folder, makeFolder, openRoom, quoteFile, type Room } from './room.ts'

let folder: Folder
let room: Room | undefined

afterEach(async () => {
  await room?.close().catch(() => undefined)
  room = undefined
  // An app that started itself anew is nobody's child any more.
  spawnSync('pkill', ['-KILL', '-f', folder.data])
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
    expect(room.health().map((row) => row.what)).toContain('wall-hung')
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

  it('a wall that dies again and again: reloaded, then a new window, then a new start of the app', async () => {
    room = await calmRoom()
    const { pid } = room
    let killed = 0
    await expect
      .poll(
        () => {
          const [renderer] = renderersOf(pid)
          if (renderer !== undefined && renderer !== killed) process.kill(renderer, 'SIGKILL')
          killed = renderer ?? killed
          return room?.health().map((row) => row.what) ?? []
        },
        { timeout: 50_000, interval: 100 },
      )
      .toContain('wall-relaunch')
    const told = room.health().map((row) => row.what)
    expect(told.filter((what) => what === 'wall-reloaded')).toHaveLength(3)
    expect(told.filter((what) => what === 'wall-recreated')).toHaveLength(2)
  })
})

/** Renderer processes below the app's own, as the system lists them. */
function renderersOf(pid: number): number[] {
  const list = execFileSync('ps', ['-eo', 'pid=,ppid=,args=']).toString().trim().split('\n')
  const rows = list.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)?.slice(1) ?? [])
  const below = new Set([pid])
  for (const [own, parent] of rows) if (below.has(Number(parent))) below.add(Number(own))
  return rows
    .filter(([own, , args = '']) => below.has(Number(own)) && args.includes('--type=renderer'))
    .map(([own]) => Number(own))
}
