import { statSync } from 'node:fs'
import { startGuard } from './guard.ts'
import { type Library, openLibrary } from './library.ts'
import { peekPicture } from './peek.ts'
import type { FromLibrary, ToLibrary } from './protocol.ts'

/** Entry of the library process. It talks to whoever started it: Electron's utility process has a parent port, a Node child `send`. */

interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(message: FromLibrary): void
}

const port = (process as { parentPort?: ParentPort }).parentPort
const guard = startGuard()
let library: Library | undefined

function report(message: FromLibrary): void {
  if (port) port.postMessage(message)
  else process.send?.(message)
}

/** Only our own host speaks here; anything that is no message of the protocol is not for us. */
function isMessage(data: unknown): data is ToLibrary {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    ['open', 'close', 'peek', 'stop', 'go-on'].includes(String(data.type))
  )
}

async function obey(data: Extract<ToLibrary, { type: 'open' | 'close' }>): Promise<void> {
  await library?.close()
  library = undefined
  switch (data.type) {
    case 'open':
      folder = data.options.folder
      library = openLibrary({ build: ownBuild(), ...data.options }, report, guard)
      return
    case 'close':
      process.exit(0)
  }
}

let folder: string | undefined

async function peek({ ask, path }: Extract<ToLibrary, { type: 'peek' }>): Promise<void> {
  if (folder !== undefined) report({ type: 'peeked', ask, answer: await peekPicture(folder, path) })
}

let last = Promise.resolve()

/** One after the other: a folder is closed before the next is opened. */
function receive(data: unknown): void {
  if (!isMessage(data)) return
  // At once: the folder may be in the midst of being read for minutes.
  if (data.type === 'peek') return void peek(data)
  if (data.type === 'stop') return library?.stop()
  if (data.type === 'go-on') return void library?.rescan()
  // Now, not after what went before: the host may not wait that long.
  if (data.type === 'close') library?.forgive()
  last = last.then(() => obey(data))
}

/** The system ends us, as it does when the computer is switched off: not the file's fault. */
function endNow(): never {
  library?.forgive()
  process.exit(0)
}

/** A new build of this file may read more out of the same folder. */
function ownBuild(): string {
  const stats = statSync(process.argv[1] ?? process.execPath, { throwIfNoEntry: false })
  return stats ? `${stats.size} ${stats.mtimeMs}` : ''
}

function fatal(thrown: unknown): never {
  report({
    type: 'trouble',
    message: `The library stopped: ${thrown instanceof Error ? thrown.message : String(thrown)}.`,
  })
  process.exit(1)
}

process.on('uncaughtException', fatal)
process.on('unhandledRejection', fatal)
if (port) port.on('message', (event) => receive(event.data))
else process.on('message', (data) => receive(data))
// The host is gone: nothing is left to do, and nobody to be told.
process.on('disconnect', endNow)
process.on('SIGTERM', endNow)
process.on('SIGINT', endNow)
