import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CallName, callRights } from '../../renderer/core/contract.ts'
import {
  adminWindows,
  askForAdmin,
  callRaw,
  enter,
  givePin,
  openByKeys,
  PIN,
  pressKey,
  setMachinePin,
} from './admin-window.ts'
import { type Folder, makeFolder, openRoom, QUICK_ROOM, quoteFile, type Room } from './room.ts'

/** A wall in a corridor: who gets into the curator's window from its keyboard, and what the wall does meanwhile. */

let folder: Folder
let room: Room
let admin: Page

beforeAll(async () => {
  folder = makeFolder({
    'room.yaml': QUICK_ROOM,
    'quotes/first.md': quoteFile('It just worked.'),
    'quotes/second.md': quoteFile('It just did not.'),
  })
  room = await openRoom(folder)
  await vi.waitFor(() => expect(room.plays().length).toBeGreaterThan(0), { timeout: 120_000, interval: 50 })
})
afterAll(async () => {
  await room?.close()
  folder.remove()
})

const NAMES = Object.keys(callRights) as CallName[]
const SHOWN = { timeout: 20_000 }

async function answeredCalls(page: Page): Promise<CallName[]> {
  const answered: CallName[] = []
  for (const name of NAMES) {
    const args = name === 'unlock' ? [{}] : []
    if ((await callRaw(page, name, args)) === 'answered') answered.push(name)
  }
  return answered
}

describe('while no PIN is set', () => {
  it('the keys say how to set one on the machine’s terminal, and let nobody in', async () => {
    const page = await openByKeys(room)
    await expect.poll(() => page.locator('body').innerText(), SHOWN).toContain('npm run admin -- --set-pin')
    expect(await page.locator('input').count()).toBe(0)
    expect(await answeredCalls(page)).toEqual(['unlock'])
    await pressKey(room.app, 'admin', 'W', ['control'])
    await expect.poll(() => adminWindows(room.app), SHOWN).toBe(0)
  })
})

describe('with a PIN', () => {
  beforeAll(async () => {
    await setMachinePin(folder)
    admin = await openByKeys(room)
    await admin.waitForSelector('input')
  })

  it('a locked window can call nothing but the unlocking, and is told nothing of the room', async () => {
    expect(await answeredCalls(admin)).toEqual(['unlock'])
    await admin.evaluate(() => {
      const told: unknown[] = []
      Object.assign(window, { told })
      ;(window as unknown as { room: { subscribe(listener: (each: unknown) => void): void } }).room.subscribe(
        (each) => told.push(each),
      )
    })
    const plays = room.plays().length
    await expect.poll(() => room.plays().length, { timeout: 30_000 }).toBeGreaterThan(plays)
    expect(await admin.evaluate(() => (window as unknown as { told: unknown[] }).told)).toEqual([])
    expect(await admin.locator('body').innerText()).not.toContain('Test Room')
  })

  it('wrong ones are refused, and then have to wait; the record says so without the PIN', async () => {
    for (let at = 0; at < 4; at += 1) {
      await givePin(admin, '999999')
      await expect.poll(() => admin.locator('[role=status]').innerText(), SHOWN).toContain('not the PIN')
      await expect.poll(() => admin.locator('input').inputValue(), SHOWN).toBe('')
    }
    await expect.poll(() => admin.locator('[role=status]').innerText(), SHOWN).toContain('next try')
    expect(await admin.locator('button[type=submit]').isDisabled()).toBe(true)
    const refused = room.health().filter(({ what }) => what === 'admin-refused')
    expect(refused).toHaveLength(4)
    expect(JSON.stringify(room.health())).not.toContain('999999')
    await expect.poll(() => admin.locator('button[type=submit]').isDisabled(), SHOWN).toBe(false)
  })

  it('the right one opens it, in a sandbox of its own with the same policy', async () => {
    await givePin(admin, PIN)
    await admin.waitForSelector('nav', SHOWN)
    await expect.poll(() => admin.locator('header').innerText(), SHOWN).toContain('Test Room')
    expect(await admin.evaluate(() => 'require' in globalThis || 'process' in globalThis)).toBe(false)
    const policy = await admin.evaluate(
      async () => (await fetch(location.href)).headers.get('content-security-policy') ?? '',
    )
    expect(policy).toMatch(/style-src 'self'(;|$)/)
    // What the wall alone may report, the curator's window may not.
    expect(await callRaw(admin, 'painted', [{ playId: '1' }])).toBe('refused')
    expect(await callRaw(admin, 'snapshot', [])).toBe('answered')
    // And nothing of the PIN is anywhere but in its file.
    expect(readFileSync(join(folder.data, 'pin.json'), 'utf8')).not.toContain(PIN)
    expect(existsSync(join(folder.content, 'pin.json'))).toBe(false)
  })

  it('the wall goes on painting, and its picture follows', async () => {
    const picture = (): Promise<string | null> => admin.locator('canvas').getAttribute('data-picture')
    await admin.waitForSelector('canvas', SHOWN)
    const first = await picture()
    const plays = room.plays().length
    await expect.poll(() => room.plays().length, { timeout: 40_000 }).toBeGreaterThan(plays)
    await expect.poll(picture, { timeout: 20_000 }).not.toBe(first)
    const colours = await admin.locator('canvas').evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement
      const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data
      return new Set(new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0))).size
    })
    expect(colours).toBeGreaterThan(50)
  })

  it('what is magnified here is not magnified on the wall', async () => {
    const ratio = (page: Page): Promise<number> => page.evaluate(() => window.devicePixelRatio)
    const before = { wall: await ratio(room.wall), admin: await ratio(admin) }
    await pressKey(room.app, 'admin', '+', ['control'])
    await expect.poll(() => ratio(admin), SHOWN).toBeGreaterThan(before.admin)
    expect(await ratio(room.wall)).toBe(before.wall)
    await pressKey(room.app, 'admin', '0', ['control'])
    await expect.poll(() => ratio(admin), SHOWN).toBe(before.admin)
  })

  it('a window whose process dies comes back where it was, and the wall does not notice', async () => {
    await admin.evaluate(() => {
      location.hash = '#/health'
    })
    const pids = (): Promise<number[]> =>
      room.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getOSProcessId()),
      )
    const wallReloads = room.health().filter(({ what }) => what.startsWith('wall-')).length
    const before = await pids()
    await room.app.evaluate(({ BrowserWindow }) => {
      const found = BrowserWindow.getAllWindows().find((each) =>
        each.webContents.getURL().includes('/admin/'),
      )
      found?.webContents.forcefullyCrashRenderer()
    })
    await expect
      .poll(async () => (await pids()).some((pid) => pid > 0 && !before.includes(pid)), SHOWN)
      .toBe(true)
    const title = (): Promise<string> =>
      room.app.evaluate(({ BrowserWindow }) => {
        const found = BrowserWindow.getAllWindows().find((each) =>
          each.webContents.getURL().includes('/admin/'),
        )
        return found?.webContents.executeJavaScript('document.querySelector("h1")?.textContent ?? ""') ?? ''
      })
    await expect.poll(title, SHOWN).toBe('Health')
    expect(room.health().filter(({ what }) => what.startsWith('wall-')).length).toBe(wallReloads)
    expect(room.health().some(({ what }) => what === 'admin-reloaded')).toBe(true)
  })
})

describe('where there is a second display', () => {
  it('it opens there, and lies over nothing', async () => {
    await pressKey(room.app, 'admin', 'W', ['control'])
    await expect.poll(() => adminWindows(room.app), SHOWN).toBe(0)
    // A virtual display is one: what the system would tell of two is said in its place.
    await room.app.evaluate(({ screen }) => {
      const [first] = screen.getAllDisplays()
      if (!first) return
      const area = { x: first.bounds.width, y: 0, width: 1600, height: 900 }
      const second = { ...first, id: first.id + 1, bounds: area, workArea: area }
      screen.getAllDisplays = () => [first, second]
    })
    const page = await openByKeys(room)
    const placed = await room.app.evaluate(({ BrowserWindow, screen }) => {
      const found = BrowserWindow.getAllWindows().find((each) =>
        each.webContents.getURL().includes('/admin/'),
      )
      const [first] = screen.getAllDisplays()
      return { x: found?.getBounds().x ?? 0, top: found?.isAlwaysOnTop(), edge: first?.bounds.width ?? 0 }
    })
    expect(placed.x).toBeGreaterThanOrEqual(placed.edge)
    expect(placed.top).toBe(false)
    await givePin(page, PIN)
    await page.waitForSelector('nav', SHOWN)
  })
})

describe('leaving it', () => {
  it('closed, it asks for the PIN again; the wall was there all along', async () => {
    const plays = room.plays().length
    await pressKey(room.app, 'admin', 'W', ['control'])
    await expect.poll(() => adminWindows(room.app), SHOWN).toBe(0)
    const page = await openByKeys(room)
    await page.waitForSelector('input', SHOWN)
    expect(await answeredCalls(page)).toEqual(['unlock'])
    // By mouse: opened, and locked by hand it forgets the room at once.
    await page.locator('input').click()
    await page.keyboard.type(PIN)
    await page.getByRole('button', { name: 'Open' }).click()
    await page.waitForSelector('nav', SHOWN)
    await page.getByRole('button', { name: 'Lock' }).click()
    await page.waitForSelector('input', SHOWN)
    expect(await page.locator('body').innerText()).not.toContain('Test Room')
    expect(await answeredCalls(page)).toEqual(['unlock'])
    // And by keyboard alone.
    await givePin(page, PIN)
    await page.waitForSelector('nav', SHOWN)
    await enter(page.getByRole('button', { name: 'Lock' }))
    await page.waitForSelector('input', SHOWN)
    expect(await answeredCalls(page)).toEqual(['unlock'])
    await enter(page.getByRole('button', { name: 'Back to the wall' }))
    await expect.poll(() => adminWindows(room.app), SHOWN).toBe(0)
    await expect.poll(() => room.plays().length, { timeout: 40_000 }).toBeGreaterThan(plays)
  })

  it('a room can do without the keys, and a booth always does', async () => {
    for (const settings of ['admin: { shortcut: false }\n', 'screens: { default: { mode: booth } }\n']) {
      const name = `Without ${settings.slice(0, 5)}`
      folder.write('room.yaml', `${QUICK_ROOM.replace('Test Room', name)}${settings}`)
      await expect.poll(async () => (await room.snapshot()).room.name, SHOWN).toBe(name)
      await askForAdmin(room.app)
      expect(await adminWindows(room.app)).toBe(0)
    }
  })
})
