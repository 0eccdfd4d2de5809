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
for (let round = 0; round < ROUNDS; round += 1) {
  killed.push(await timeToPaint('SIGKILL'))
  hung.push(await timeToPaint('SIGSTOP'))
  restarted.push(await timeToRestart())
}
printTimes('renderer killed, the item is painted again', killed, LIMIT_MS)
printTimes('renderer hung, the item is painted again', hung, LIMIT_MS)
printTimes('app killed and started, the item is painted', restarted, 15_000)
