import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openIndexReader } from '../../electron/library/index-reader.ts'
import { indexOnce, openLibrary } from '../../electron/library/library.ts'
import type { FromLibrary, LibraryOptions } from '../../electron/library/protocol.ts'
import { formatProblem } from '../../renderer/core/problem.ts'

export type Files = Readonly<Record<string, string | Uint8Array>>

/** A test that waits longer than this, ms, waits in vain. */
const PATIENCE_MS = 50_000
/** Longer than any file is taken for one that is being written, ms. */
const STOOD_MS = 600_000

export async function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'customer-room-'))
}

export async function putFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

/** Files that have stood there for a while: what is wrong with them is told at once, for nobody is writing them. */
async function letStand(folder: string, files: Files): Promise<void> {
  const then = new Date(Date.now() - STOOD_MS)
  for (const path of Object.keys(files)) await utimes(join(folder, path), then, then)
}

export type TestRoom = Awaited<ReturnType<typeof makeRoom>>

/** A room in a temporary folder, with files that have stood there for a while. Nothing watches it until `open`. */
export async function makeRoom(files: Files, options: Partial<LibraryOptions> = {}) {
  const base = await temporaryFolder()
  const folder = join(base, 'content')
  const dataDir = join(base, 'data')
  await mkdir(folder)
  await putFiles(folder, files)
  await letStand(folder, files)
  const all: LibraryOptions = { folder, dataDir, wallPx: 640, search: true, ...options }
  const reader = openIndexReader(dataDir)
  const reports: FromLibrary[] = []
  const listeners = new Set<() => void>()
  const report = (message: FromLibrary): void => {
    reports.push(message)
    for (const listener of listeners) listener()
  }
  let library: ReturnType<typeof openLibrary> | undefined
  const room = {
    folder,
    dataDir,
    reader,
    reports,
    at: (path: string): string => join(folder, path),
    put: (changed: Files) => putFiles(folder, changed),
    /** The same where it is no matter how a file is written: the next reading waits for none of them. */
    putWhole: async (changed: Files) => {
      await putFiles(folder, changed)
      await letStand(folder, changed)
    },
    remove: (path: string) => rm(join(folder, path), { recursive: true }),
    move: async (from: string, to: string) => {
      await mkdir(dirname(join(folder, to)), { recursive: true })
      await rename(join(folder, from), join(folder, to))
    },
    /** Indexes once, without watching. */
    index: () => indexOnce(all, report),
    open: () => {
      library = openLibrary(all, report)
    },
    rescan: () => library?.rescan(),
    stop: () => library?.stop(),
    shut: async () => {
      await library?.close()
      library = undefined
    },
    ids: (): string[] => reader.cards().map(({ id }) => id),
    title: (id: string): string | undefined => reader.item(id)?.title,
    /** All problems as a terminal would print them. */
    told: (): string[] => reader.problems().map((problem) => `${problem.severity} ${formatProblem(problem)}`),
    /** Waits until `check` holds, looking whenever the library reports; returns how long it took, ms. */
    until: (check: () => boolean, what: string): Promise<number> => {
      const start = performance.now()
      return new Promise((resolve, reject) => {
        const look = (): void => {
          if (!check()) return
          end()
          resolve(performance.now() - start)
        }
        const timer = setTimeout(() => {
          end()
          reject(
            new Error(
              `not within ${PATIENCE_MS} ms: ${what}\n${room.ids().join('\n')}\n${room.told().join('\n')}`,
            ),
          )
        }, PATIENCE_MS)
        const end = (): void => {
          clearTimeout(timer)
          listeners.delete(look)
        }
        listeners.add(look)
        look()
      })
    },
    close: async () => {
      await room.shut()
      reader.close()
      await rm(base, { recursive: true, force: true })
    },
  }
  return room
}

/** A quote that may be shown, as Markdown. */
export function quoteFile(text: string, fields = ''): string {
  return `---\nsource: Comment card\ncaptured: 2026-03-04\nevidence: research\nconsent: {public_source: The annual report}\n${fields}---\n\n> ${text}\n`
}

export function personaFile(name: string, fields = ''): string {
  return `---\nname: ${name}\nquote: I need the lift to work.\nevidence: research\n${fields}---\n\n${name} takes the train.\n`
}

/** One second of a tone at 8 kHz, 16 bit. */
export function toneWav(seconds = 1, rate = 8_000): Buffer {
  const samples = Math.round(seconds * rate)
  const bytes = Buffer.alloc(44 + samples * 2)
  bytes.write('RIFF', 0, 'ascii')
  bytes.writeUInt32LE(36 + samples * 2, 4)
  bytes.write('WAVEfmt ', 8, 'ascii')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'ascii')
  bytes.writeUInt32LE(samples * 2, 40)
  // A second of it is whole waves: all the others are the same.
  const second = Math.min(samples, rate)
  for (let index = 0; index < second; index += 1) {
    bytes.writeInt16LE(Math.round(9_000 * Math.sin((2 * Math.PI * 440 * index) / rate)) || 1, 44 + index * 2)
  }
  for (let at = second; at < samples; at += second) bytes.copy(bytes, 44 + at * 2, 44, 44 + second * 2)
  return bytes
}

export const CALL = {
  'calls/lift.md':
    '---\ntitle: The lift\nsource: Call to the help line\ncaptured: 2026-02-03\nevidence: research\nconsent: {who: list 7, given: 2026-06-01, purposes: [display], audience: [staff]}\nchecked: {by: Research, date: 2026-06-02}\n---\n',
  'calls/lift.vtt':
    'WEBVTT\n\n00:00.000 --> 00:00.400\n<v Caller>The lift is broken.\n\n00:00.500 --> 00:00.900\n<v Service desk>Again?\n',
} satisfies Files
