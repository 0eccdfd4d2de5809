import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import type { Bridge, PlayView, Snapshot } from '../../renderer/core/contract.ts'

/** One harness for the real thing: real files in a temporary folder, real Electron, real SQLite. */

declare global {
  interface Window {
    readonly room: Bridge
  }
}

export const ROOT = resolve(import.meta.dirname, '../..')
export const SAMPLE_ROOM = join(ROOT, 'content')

export interface PlayRow {
  readonly play_id: string
  readonly item_id: string
  readonly kind: string
  readonly title: string
  readonly painted_at: number
  readonly ended_at: number | null
  readonly end_reason: string | null
}

export interface HealthRow {
  readonly at: number
  readonly what: string
  readonly detail: string
}

export interface Folder {
  readonly content: string
  readonly data: string
  readonly shots: string
  write(path: string, text: string | Buffer): void
  /** Copies a file or folder of the sample room. */
  copySample(path: string): void
  remove(): void
}

/** A content folder, and the data folder of whoever looks at it. */
export type Place = Pick<Folder, 'content' | 'data'>

/** A temporary content folder with these files, and a data folder beside it. */
export function makeFolder(files: Readonly<Record<string, string>> = {}): Folder {
  const base = mkdtempSync(join(tmpdir(), 'customer-room-test-'))
  const content = join(base, 'content')
  mkdirSync(content)
  const folder: Folder = {
    content,
    data: join(base, 'data'),
    shots: join(base, 'shots'),
    write(path, text) {
      const file = join(content, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    },
    copySample: (path) => cpSync(join(SAMPLE_ROOM, path), join(content, path), { recursive: true }),
    remove: () => rmSync(base, { recursive: true, force: true, maxRetries: 5 }),
  }
  for (const [path, text] of Object.entries(files)) folder.write(path, text)
  return folder
}

/** Electron with a cold disk cache takes up to 15 s to paint. */
const START_LIMIT_MS = 60_000

/** Starts the wall on a folder. The caller closes it. */
export async function openRoom(folder: Folder, args: readonly string[] = []): Promise<Room> {
  const app = await launchElectron(electronCommand(folder, args).slice(1))
  return new Room(app, folder, await app.firstWindow({ timeout: START_LIMIT_MS }))
}

/** Electron with Playwright attached once its window has loaded its page; attached before, it now and then hangs. */
export function launchElectron(args: string[]): Promise<ElectronApplication> {
  return _electron.launch({
    // Without a shell for scripts there is only the bare one.
    executablePath:
      process.platform === 'win32'
        ? electronBinary()
        : join(import.meta.dirname, 'browser/electron-when-loaded.sh'),
    args,
    env: { ...(process.env as Record<string, string>) },
    timeout: START_LIMIT_MS,
  })
}

export class Room {
  readonly app: ElectronApplication
  readonly folder: Folder
  readonly wall: Page

  constructor(app: ElectronApplication, folder: Folder, wall: Page) {
    this.app = app
    this.folder = folder
    this.wall = wall
  }

  get pid(): number {
    return this.app.process().pid ?? 0
  }

  snapshot(): Promise<Snapshot> {
    return this.wall.evaluate(() => window.room.call('snapshot'))
  }

  /** The play that the host has on, or undefined. */
  async play(): Promise<PlayView | undefined> {
    const { wall } = await this.snapshot()
    return wall.type === 'play' ? wall.play : undefined
  }

  /** Items that may play, as the pass counts them. */
  async eligible(): Promise<number> {
    return (await this.play())?.pass.count ?? 0
  }

  /** Rows of the record, or of the index, read from the file itself, as an auditor would. */
  rows<Row>(sql: string, file: 'room.db' | 'index.db' = 'room.db'): Row[] {
    const db = new Database(join(this.folder.data, file), { readonly: true })
    try {
      return db.prepare<[], Row>(sql).all()
    } finally {
      db.close()
    }
  }

  plays(): PlayRow[] {
    return this.rows<PlayRow>('SELECT * FROM plays ORDER BY painted_at')
  }

  health(): HealthRow[] {
    return this.rows<HealthRow>('SELECT at, what, detail FROM health ORDER BY rowid')
  }

  async close(): Promise<void> {
    await this.app.close()
  }
}

export interface Shot {
  readonly seq: number
  readonly playId: string
  readonly itemId: string
  readonly kind: string
  readonly title: string
  readonly paintedAt: number
  readonly file: string
}

export function readShots(dir: string): Shot[] {
  return readFileSync(join(dir, 'shots.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Shot)
}

/** A room.yaml that turns as fast as a room may, so that a test sees many slides. */
export const QUICK_ROOM = 'name: Test Room\naudience: staff\nrotation: { seconds_min: 3, seconds_max: 3 }\n'

/** A quote that may be shown, by its text. */
export function quoteFile(text: string, extra = ''): string {
  return `---
who: A traveller, 40
source: Comment card
captured: 2026-03-04
evidence: research
${extra}consent:
  who: card 12
  given: 2026-03-04
  expires: 2090-01-01
  purposes: [display]
  audience: [staff, guests, public]
---

${text}
`
}

/** The same start as a command line, for tests that watch the app from outside. */
export function electronCommand(folder: Place, args: readonly string[]): string[] {
  return [
    electronBinary(),
    ...chromiumFlags(),
    ROOT,
    '--',
    '--content',
    folder.content,
    '--data',
    folder.data,
    ...args,
  ]
}

/** The Electron that the tests run in. Throws outside of `npm test`, which knows where it is. */
export function electronBinary(): string {
  const path = process.env['CUSTOMER_ROOM_ELECTRON']
  if (!path) throw new Error('Start the tests with `npm test`: it knows where Electron is.')
  return path
}

/** What Chromium needs in a test: no GPU, and no sandbox where it would refuse to run. */
export function chromiumFlags(): string[] {
  const root = process.getuid?.() === 0
  return [...(root ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-gpu-process-crash-limit']
}
