import { fork } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { systemClock } from '../../electron/clock.ts'
import type { FromLibrary, ToLibrary } from '../../electron/library/protocol.ts'
import { type LibraryLink, superviseLibrary } from '../../electron/library-link.ts'
import { makeRoom, personaFile, type TestRoom } from './open-room.ts'

/** A test that waits longer than this, ms, waits in vain. */
const PATIENCE_MS = 50_000

let room: TestRoom
let link: LibraryLink | undefined

afterEach(async () => {
  await link?.close()
  await room.close()
})

/** Runs the library as the product does, in a process that is restarted, until `done` holds: how often it was. */
async function supervised(
  limits: readonly [fileMs: number, memoryMb: number],
  done: () => boolean,
): Promise<number> {
  let restarts = 0
  const options = { folder: room.folder, dataDir: room.dataDir, wallPx: 3_840 }
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`in vain: ${room.told().join('\n')}`)), PATIENCE_MS)
    const look = (_: FromLibrary): void => {
      if (!done()) return
      clearTimeout(timer)
      resolve()
    }
    link = superviseLibrary({
      fork: () => forked(limits),
      options,
      clock: systemClock,
      onMessage: look,
      onRestart: () => {
        restarts += 1
      },
      onLine: () => {},
    })
  })
  return restarts
}

function forked(limits: readonly number[]) {
  const child = fork(join(import.meta.dirname, 'guarded-library.ts'), limits.map(String), {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  return {
    stdout: child.stdout,
    stderr: child.stderr,
    on(event: 'message' | 'exit', listener: ((message: FromLibrary) => void) | ((code: number) => void)) {
      return child.on(event, listener as (value: unknown) => void)
    },
    postMessage: (message: ToLibrary) => void child.send(message, () => {}),
    kill: () => child.kill(),
  }
}

/** Valid, small, and more work than any computer can do while somebody waits. */
const ENDLESS =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><filter id="f"><feTurbulence baseFrequency="0.05" numOctaves="200000"/></filter><rect width="400" height="400" filter="url(#f)"/></svg>'

test('a file that hangs is left alone after two tries, and the rest is shown', async () => {
  room = await makeRoom({
    'personas/ruth.md': personaFile('Ruth'),
    'personas/ruth.svg': ENDLESS,
    'personas/omar.md': personaFile('Omar'),
  })
  const restarts = await supervised([1_500, 2_000], () =>
    room.told().some((line) => line.includes('ended the library twice')),
  )
  expect(restarts).toBe(2)
  expect(room.ids()).toContain('personas/omar')
  expect(room.told().join('\n')).toContain('personas/ruth.svg')
}, 60_000)

/** Each level is a layer of the size of the wall, and all of them are needed at once. */
const GREEDY = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400">${'<g opacity="0.9"><rect width="400" height="400"/>'.repeat(120)}${'</g>'.repeat(120)}</svg>`

test('a file that eats memory is left alone too', async () => {
  room = await makeRoom({
    'personas/ruth.md': personaFile('Ruth'),
    'personas/ruth.svg': GREEDY,
    'personas/omar.md': personaFile('Omar'),
  })
  const restarts = await supervised([60_000, 700], () =>
    room.told().some((line) => line.includes('ended the library twice')),
  )
  expect(restarts).toBe(2)
  expect(room.ids()).toContain('personas/omar')
}, 60_000)
