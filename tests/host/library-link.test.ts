import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { systemClock } from '../../electron/clock.ts'
import type { FromLibrary } from '../../electron/library/protocol.ts'
import { type Child, restartWait, superviseLibrary } from '../../electron/library-link.ts'
import { tempDir } from './temp.ts'

/** A real process that talks as the library does, and dies when it is killed. */
const SCRIPT = `
process.on('message', (message) => {
  if (message.type === 'open') {
    console.log('opened ' + message.options.folder)
    console.error('GLib-GObject-CRITICAL **: noise')
    process.send({ type: 'revision', revision: process.pid })
  }
  if (message.type === 'close' && message.stubborn !== true) process.exit(0)
})
`

function startLink() {
  const script = join(tempDir(), 'library.cjs')
  writeFileSync(script, SCRIPT)
  const messages: FromLibrary[] = []
  const lines: string[] = []
  const restarts: string[] = []
  const link = superviseLibrary({
    fork: () => adapt(script),
    options: { folder: '/content', dataDir: '/data', wallPx: 1920 },
    clock: systemClock,
    onMessage: (message) => messages.push(message),
    onRestart: (detail) => restarts.push(detail),
    onLine: (line) => lines.push(line),
  })
  onTestFinished(() => link.close())
  const pids = (): number[] => messages.map((message) => (message.type === 'revision' ? message.revision : 0))
  return { link, lines, restarts, pids }
}

/** Node's own child processes speak almost like Electron's utility processes. */
function adapt(script: string): Child {
  const child = fork(script, { silent: true })
  return {
    stdout: child.stdout,
    stderr: child.stderr,
    on: (event: string, listener: (value: never) => void) => child.on(event, listener as never),
    postMessage: (message) => void child.send(message),
    kill: () => child.kill('SIGKILL'),
  }
}

describe('the library process is kept running', () => {
  it('opens it with the options and passes on what it says, without noise', async () => {
    const { lines, pids } = startLink()
    await expect.poll(pids).toHaveLength(1)
    await expect.poll(() => lines).toEqual(['opened /content'])
  })

  it('starts it again at once when it is killed, and tells it the same', async () => {
    const { restarts, pids, lines } = startLink()
    await expect.poll(pids).toHaveLength(1)
    process.kill(pids()[0] ?? 0, 'SIGKILL')
    await expect.poll(pids, { timeout: 20_000 }).toHaveLength(2)
    expect(restarts).toHaveLength(1)
    await expect.poll(() => lines).toEqual(['opened /content', 'opened /content'])
  })

  it('ends it when it is closed, and does not start it again', async () => {
    const { link, restarts, pids } = startLink()
    await expect.poll(pids).toHaveLength(1)
    await link.close()
    expect(() => process.kill(pids()[0] ?? 0, 0)).toThrow()
    expect(restarts).toEqual([])
  })

  it('waits longer the more often it dies', () => {
    expect([1, 2, 3, 4, 20, 1e9].map(restartWait)).toEqual([0, 250, 500, 1_000, 30_000, 30_000])
  })
})
