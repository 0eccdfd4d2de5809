import { mkdirSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { ElectronApplication, Locator, Page } from 'playwright-core'
import { setPin } from '../../electron/admin/pin.ts'
import type { CallName } from '../../renderer/core/contract.ts'
import { electronCommand, type Folder, launchElectron, openRoom, type Place, type Room } from './room.ts'

/** The curator's window in a test: on a desk, or beside a wall. */

export const PIN = '271828'

export interface Desk {
  readonly app: ElectronApplication
  readonly page: Page
}

/** `npm run admin` on a folder. The caller closes the app. */
export async function openDesk(folder: Place, args: readonly string[] = []): Promise<Desk> {
  const app = await launchElectron(electronCommand(folder, ['--admin', ...args]).slice(1))
  const page = await app.firstWindow({ timeout: 60_000 })
  await page.waitForSelector('nav', { timeout: 60_000 })
  return { app, page }
}

/** A wall's machine: the curator's window beside the wall that goes on. */
export interface BesideWall extends Desk {
  readonly room: Room
}

/** Starts a wall and opens the curator's window by its keys and the PIN. The caller closes the room. */
export async function openBesideWall(folder: Folder): Promise<BesideWall> {
  await setMachinePin(folder)
  const room = await openRoom(folder)
  const page = await openByKeys(room)
  await givePin(page, PIN)
  await page.waitForSelector('nav', { timeout: 60_000 })
  return { app: room.app, page, room }
}

/** Most stops of a place with its list in sight, and then some. */
const MOST_STOPS = 150

/** Walks there with Tab, or back with Shift+Tab, as somebody without a mouse does. */
export async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let steps = 0; steps < MOST_STOPS; steps += 1) {
    if (await target.evaluateAll((found) => found.some((each) => each === document.activeElement))) return
    await target.page().keyboard.press(key)
  }
  throw new Error(`${key} never came to ${target}.`)
}

/** Walks there and presses Enter. */
export async function enter(target: Locator): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.press('Enter')
}

/** Takes a slider by its thumb and moves it, px; what comes back lets it go. */
export async function dragBy(slider: Locator, by: number): Promise<() => Promise<void>> {
  const { mouse } = slider.page()
  const { x, y } = await slider.evaluate((input) => {
    const box = (input.closest('.thumb') ?? input).getBoundingClientRect()
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  })
  await mouse.move(x, y)
  await mouse.down()
  await mouse.move(x + by, y, { steps: 4 })
  return () => mouse.up()
}

/** Answers the system's dialog for a place to save to, and the one for files to open. */
export async function answerDialogs(
  app: ElectronApplication,
  answers: { readonly save?: string; readonly open?: readonly string[] },
): Promise<void> {
  await app.evaluate(({ dialog }, { save, open }) => {
    if (save !== undefined) dialog.showSaveDialog = async () => ({ canceled: false, filePath: save })
    if (open !== undefined) dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...open] })
  }, answers)
}

export async function setMachinePin(folder: Folder): Promise<void> {
  mkdirSync(folder.data, { recursive: true })
  await setPin(folder.data, PIN)
}

/** A key as a keyboard sends it; what DevTools sends does not pass by the window's own shortcuts. */
export async function pressKey(
  app: ElectronApplication,
  window: 'wall' | 'admin',
  keyCode: string,
  modifiers: readonly ('control' | 'shift')[] = [],
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, { where, key, held }) => {
      const found = BrowserWindow.getAllWindows().find((each) =>
        each.webContents.getURL().includes(`/${where}/`),
      )
      // A key may be what closes its window: then there is nobody left to hear that it was let go.
      for (const type of ['keyDown', 'keyUp'] as const)
        if (found?.isDestroyed() === false)
          found.webContents.sendInputEvent({ type, keyCode: key, modifiers: [...held] })
    },
    { where: window, key: keyCode, held: modifiers },
  )
}

export const askForAdmin = (app: ElectronApplication): Promise<void> =>
  pressKey(app, 'wall', 'A', ['control', 'shift'])

/** Presses the keys on the wall and gives back the window that opens. */
export async function openByKeys(room: Room): Promise<Page> {
  const opened = room.app.waitForEvent('window', { timeout: 30_000 })
  await askForAdmin(room.app)
  const page = await opened
  await page.waitForSelector('h1')
  return page
}

export async function givePin(page: Page, pin: string): Promise<void> {
  await page.locator('input').fill(pin)
  await page.keyboard.press('Enter')
}

/** How many windows of the curator's there are. */
export function adminWindows(app: ElectronApplication): Promise<number> {
  return app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().filter(({ webContents }) => webContents.getURL().includes('/admin/'))
        .length,
  )
}

/** Makes a call past the types, as a page that was taken over would: `answered` or `refused`. */
export function callRaw(page: Page, name: CallName, args: readonly unknown[]): Promise<string> {
  return page.evaluate(
    async ([call, given]) => {
      const { room } = window as unknown as { room: { call: (...all: unknown[]) => Promise<unknown> } }
      return room.call(call, ...given).then(
        () => 'answered',
        () => 'refused',
      )
    },
    [name, [...args]] as const,
  )
}

/** What axe finds wrong, in words. */
export async function axeFinds(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`,
  )
}

/** Sets size and zoom of the curator's window; both are in force when it returns. */
export async function setView(
  app: ElectronApplication,
  page: Page,
  view: { readonly width: number; readonly height: number; readonly zoom: number },
): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
    const found = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().includes('/admin/'))
    found?.setContentSize(width, height)
    found?.webContents.setZoomFactor(zoom)
  }, view)
  await page.waitForFunction((width) => Math.abs(window.innerWidth - width) <= 2, view.width / view.zoom)
}
