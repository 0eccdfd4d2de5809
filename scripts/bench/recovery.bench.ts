import { makeFolder, openRoom, quoteFile, type Room } from '../../tests/e2e/room.ts'
import { printTimes, until } from './figures.ts'

// From a death to the same item painted whole again. Limit of the product: 2 s for the wall's renderer, killed or hung.

const LIMIT_MS = 2_000
const ROUNDS = 5

const files = {
  'room.yaml': 'rotation: { seconds_min: 60, seconds_max: 60 }\n',
  'quotes/a.md': quoteFile('First of all.'),
  'quotes/b.md': quoteFile('Second of all.'),
}

async function openCalm(): Promise<Room> {
  const room = await openRoom(makeFolder(files))
  await until(() => room.plays()[0])
  return room
}

const wallPid = (room: Room): Promise<number> =>
  room.app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  )

/** ms from the signal to the new paint. A fresh app each time: the number of tries is limited. */
async function timeToPaint(signal: 'SIGKILL' | 'SIGSTOP'): Promise<number> {
  const room = await openCalm()
  const pid = await wallPid(room)
  const at = Date.now()
  process.kill(pid, signal)
  const painted = await until(() => room.plays()[1]?.painted_at)
  await room.close()
  room.folder.remove()
  return painted - at
}

const libraryPid = (room: Room): Promise<number> =>
  room.app.evaluate(
    ({ app }) =>
      app
        .getAppMetrics()
        .find((each) => each.name === 'library' || each.serviceName === 'node.mojom.NodeService')?.pid ?? 0,
  )

/** ms from the end of the library process to a file, written just before, being in the deck. */
async function timeToFollow(): Promise<number> {
  const room = await openCalm()
  await until(async () => ((await room.eligible()) === 2 ? true : undefined))
  const pid = await libraryPid(room)
  room.folder.write('quotes/c.md', quoteFile('Third of all.'))
  const at = Date.now()
  process.kill(pid, 'SIGKILL')
  await until(async () => ((await room.eligible()) === 3 ? true : undefined))
  const took = Date.now() - at
  await room.close()
  room.folder.remove()
  return took
}

async function timeToRestart(): Promise<number> {
  const room = await openCalm()
  const gone = new Promise((resolve) => room.app.process().once('exit', resolve))
  process.kill(room.pid, 'SIGKILL')
  await gone
  const at = Date.now()
  const again = await openRoom(room.folder)
  const painted = await until(() => again.plays()[1]?.painted_at)
  await again.close()
  room.folder.remove()
  return painted - at
}

const killed: number[] = []
const hung: number[] = []
const restarted: number[] = []
const followed: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  killed.push(await timeToPaint('SIGKILL'))
  hung.push(await timeToPaint('SIGSTOP'))
  restarted.push(await timeToRestart())
  followed.push(await timeToFollow())
}
printTimes('renderer killed, the item is painted again', killed, LIMIT_MS)
printTimes('renderer hung, the item is painted again', hung, LIMIT_MS)
printTimes('library killed, a change is in the deck', followed, LIMIT_MS)
printTimes('app killed and started, the item is painted', restarted, 15_000)
