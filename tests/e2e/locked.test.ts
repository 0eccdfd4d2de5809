import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  electronCommand,
  type Folder,
  makeFolder,
  openRoom,
  QUICK_ROOM,
  type Room,
  readShots,
} from './room.ts'

let folder: Folder
let room: Room

beforeAll(async () => {
  folder = makeFolder({ 'room.yaml': QUICK_ROOM })
  folder.copySample('personas')
  folder.copySample('calls')
  room = await openRoom(folder)
  await vi.waitFor(() => expect(room.plays().length).toBeGreaterThan(0), { timeout: 120_000, interval: 50 })
})

afterAll(async () => {
  await room.close()
  folder.remove()
})

describe('the wall is closed to the outside', () => {
  it('runs its page in a sandbox, without Node, behind a strict policy', async () => {
    const preferences = await room.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>
      }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
    expect(await room.wall.evaluate(() => 'require' in globalThis || 'process' in globalThis)).toBe(false)
    const policy = await room.wall.evaluate(async () => {
      const response = await fetch(location.href)
      return response.headers.get('content-security-policy') ?? ''
    })
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src 'self'(;|$)/)
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  })

  it('opens no window and goes nowhere', async () => {
    const before = room.wall.url()
    await room.wall.evaluate(() => {
      window.open('https://example.org/')
      location.href = 'https://example.org/'
    })
    await room.wall.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'file:///etc/passwd'
      document.body.append(link)
      link.click()
      link.remove()
    })
    // The wall goes on painting: had it gone anywhere, it could not.
    const plays = room.plays().length
    await expect.poll(() => room.plays().length, { timeout: 40_000 }).toBeGreaterThan(plays)
    expect(room.app.windows()).toHaveLength(1)
    expect(room.wall.url()).toBe(before)
  })

  it('grants no permission', async () => {
    const answers = await room.wall.evaluate(async () => {
      const state = async (name: string): Promise<string> =>
        (await navigator.permissions.query({ name: name as PermissionName })).state
      return Promise.all(['geolocation', 'notifications', 'camera', 'microphone', 'midi'].map(state))
    })
    expect(new Set(answers)).toEqual(new Set(['denied']))
  })

  it('serves no file but the derived ones that may be shown', async () => {
    const status = (url: string): Promise<number | string> =>
      room.wall.evaluate(
        (address) =>
          fetch(address).then(
            (answer) => answer.status,
            () => 'refused',
          ),
        url,
      )
    expect(await status(`media://item/${'0'.repeat(64)}`)).not.toBe(200)
    expect(await status('media://item/../../room.db')).not.toBe(200)
    expect(await status('app://room/../package.json')).not.toBe(200)
    expect(await status('app://room/%2e%2e/%2e%2e/package.json')).not.toBe(200)
    expect(await status('file:///etc/passwd')).toBe('refused')
    expect(await status('https://example.org/')).toBe('refused')
  })

  it('refuses calls that the contract does not know, and arguments that do not fit', async () => {
    const outcome = (name: string, argument: unknown): Promise<string> =>
      room.wall.evaluate(
        async ([call, value]) => {
          const loose = window.room.call as (name: string, value: unknown) => Promise<unknown>
          return loose(call as string, value).then(
            () => 'answered',
            () => 'refused',
          )
        },
        [name, argument] as const,
      )
    expect(await outcome('shutdown', undefined)).toBe('refused')
    expect(await outcome('painted', { playId: 7 })).toBe('refused')
    expect(await outcome('painted', { playId: 'x'.repeat(5_000) })).toBe('refused')
    expect(await outcome('toString', undefined)).toBe('refused')
    expect(await outcome('__proto__', undefined)).toBe('refused')
  })

  it('cannot be left by keys', async () => {
    const before = room.wall.url()
    for (const key of [
      'F5',
      'Control+R',
      'Control+W',
      'Control+Q',
      'Control+Shift+I',
      'F11',
      'F12',
      'Alt+ArrowLeft',
      'Alt+F4',
    ]) {
      await room.wall.keyboard.press(key)
    }
    expect(room.app.windows()).toHaveLength(1)
    expect(room.wall.url()).toBe(before)
    expect(await room.wall.evaluate(() => document.body.innerText.length)).toBeGreaterThan(0)
  })
})

describe('no process of the app speaks to a network', () => {
  it('connects to nothing, from start to a painted slide and to the end', { timeout: 180_000 }, async () => {
    expect(existsSync('/proc'), 'this test reads system calls, which needs Linux').toBe(true)
    const traced = makeFolder({ 'room.yaml': QUICK_ROOM })
    for (const path of ['personas', 'quotes', 'calls']) traced.copySample(path)
    const log = join(traced.data, '..', 'trace.log')
    const strace = [
      '-f',
      '--seccomp-bpf',
      '-qq',
      '-e',
      'trace=connect,sendto,sendmsg',
      '-e',
      'signal=none',
      '-o',
      log,
    ]
    const child = spawn('strace', [...strace, ...electronCommand(traced, ['--shots', traced.shots])], {
      stdio: 'ignore',
      detached: true,
    })
    const gone = new Promise((resolve) => child.once('exit', resolve))
    await expect.poll(() => existsSync(join(traced.shots, 'shots.jsonl')), { timeout: 150_000 }).toBe(true)
    // strace passes nothing on: the signal goes to the whole group, and the app ends as it would on any evening.
    process.kill(-(child.pid ?? 0), 'SIGTERM')
    await gone
    expect(readShots(traced.shots).length).toBeGreaterThan(0)
    const calls = readFileSync(log, 'utf8').split('\n')
    expect(calls.length, 'the trace saw something').toBeGreaterThan(10)
    expect(calls.filter((line) => /sa_family=AF_INET6?\b/.test(line))).toEqual([])
    traced.remove()
  })

  it('would notice one', () => {
    const log = join(folder.data, 'trace-of-a-connection.log')
    const connect = "require('net').connect(9,'127.0.0.1').on('error',()=>{})"
    execFileSync('strace', ['-f', '-qq', '-e', 'trace=connect', '-o', log, process.execPath, '-e', connect])
    expect(readFileSync(log, 'utf8')).toMatch(/sa_family=AF_INET\b/)
  })
})
