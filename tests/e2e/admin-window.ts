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

const DIGITS = { order: 3, changes: 8 } as const

/** To a part of a place by keys alone: the digit of the place, Tab to its parts, arrows along them. */
export async function partByKeys(page: Page, place: keyof typeof DIGITS, part: string): Promise<void> {
  await page.keyboard.press(`Control+${DIGITS[place]}`)
  const chosen = page.locator(`main.${place} [role=tab][aria-selected=true]`)
  await page.locator(`main.${place} [role=tab][aria-selected=true]:first-child`).waitFor()
  await tabTo(chosen)
  for (let at = 0; at < 5; at += 1) {
    if ((await chosen.innerText()) === part) return
    await page.keyboard.press('ArrowRight')
  }
  throw new Error(`There is no part “${part}”.`)
}

/** To a part of a place by mouse. */
export async function partByMouse(page: Page, place: keyof typeof DIGITS, part: string): Promise<void> {
  await page.locator(`nav a[href="#/${place}"]`).click()
  await page.locator(`main.${place}`).getByRole('tab', { name: part }).click()
}

const choiceOf = (page: Page, label: string): Locator =>
  page.locator('.choice', { has: page.getByText(label, { exact: true }) }).getByRole('button')

/** Chooses one of a few words by mouse. */
export async function chooseByMouse(page: Page, label: string, option: string): Promise<void> {
  await choiceOf(page, label).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** Chooses one of a few words by keys alone: opens the list, types how it begins, takes it. */
export async function chooseByKeys(page: Page, label: string, option: string): Promise<void> {
  await enter(choiceOf(page, label))
  const wanted = page.getByRole('option', { name: option, exact: true })
  await wanted.waitFor()
  await page.keyboard.type(option.slice(0, 4))
  await page.keyboard.press('Enter')
  await wanted.waitFor({ state: 'hidden' })
}

/** Whether something has the focus, and not the page as a whole: else the next Tab would begin anew at its top. */
export function hasFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement !== document.body && document.activeElement !== null)
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
  // The caret stands there, also after a wrong one.
  await page.locator('input:focus').waitFor()
  await page.keyboard.type(pin)
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
  // What passes is not told one by one: telling it takes longer than finding it.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze()
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

/** Each look, a language and a size of letters with it. */
export const VIEWS = [
  { look: 'light', language: 'en', zoom: 1 },
  { look: 'dark', language: 'de', zoom: 2 },
] as const

/** What axe finds in these places, and which of them scroll sideways, in words. */
export async function findsIn(
  { app, page }: Desk,
  { zoom, ...preferences }: (typeof VIEWS)[number],
  routes: readonly string[],
): Promise<string[]> {
  await page.evaluate((each) => localStorage.setItem('preferences', JSON.stringify(each)), preferences)
  await page.reload()
  await page.waitForSelector('main h1')
  await setView(app, page, { width: 1280, height: 860, zoom })
  const found: string[] = []
  for (const route of routes) {
    await page.evaluate((hash) => {
      location.hash = `#/${hash}`
    }, route)
    await page.waitForSelector(`main.${route.split('/')[0]} h1`)
    await page.waitForFunction(() => document.querySelectorAll('#main .waiting').length === 0)
    for (const each of await axeFinds(page)) found.push(`${route}: ${each}`)
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (tooWide > 0) found.push(`${route}: ${tooWide} px too wide`)
  }
  return found
}
