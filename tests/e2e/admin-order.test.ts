import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { axeFinds, type Desk, openDesk, setView } from './admin-window.ts'
import { type Folder, makeFolder, openRoom, QUICK_ROOM, quoteFile } from './room.ts'

/** Order, history and changes in the curator's window, on a real folder. */

const ROOM = `# The room of a test: this remark stays.
${QUICK_ROOM}timezone: Europe/London
`

let folder: Folder
let desk: Desk
let page: Page

beforeAll(async () => {
  folder = makeFolder({
    'room.yaml': ROOM,
    'quotes/first.md': quoteFile('It just worked.'),
    'quotes/second.md': quoteFile('The lift was out of order again.'),
    'quotes/hebrew.md': quoteFile('הרכבת לא הגיעה.'),
  })
  folder.copySample('personas')
  desk = await openDesk(folder)
  page = desk.page
  await page.locator('header', { hasText: 'Test Room' }).waitFor({ timeout: 60_000 })
})
afterAll(async () => {
  await desk?.app.close()
  folder.remove()
})

const SHOWN = { timeout: 30_000 }
const written = (): string => readFileSync(join(folder.content, 'room.yaml'), 'utf8')
const setting = (...path: readonly string[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], parse(written()))
const text = (): Promise<string> => page.locator('main').innerText()

async function goTo(route: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = `#/${hash}`
  }, route)
  await page.waitForSelector(`main.${route.split('/')[0]} h1`)
}

describe('order', () => {
  it('lays out what comes with its real slides and reasons, by shuffle and as stories', async () => {
    await goTo('order')
    await expect.poll(() => page.locator('.coming').count(), SHOWN).toBeGreaterThan(3)
    await expect.poll(() => page.locator('.coming .preview .slide').count(), SHOWN).toBeGreaterThan(0)
    expect(await page.locator('.coming .why').first().innerText()).not.toBe('')
    await page.getByText('Story', { exact: true }).click()
    await expect.poll(() => setting('rotation', 'order'), SHOWN).toBe('story')
    await expect.poll(text, SHOWN).toMatch(/story/i)
  })

  it('shows at once what a weight comes to, and writes it where everybody reads it', async () => {
    await goTo('order/weights')
    const slider = page.getByRole('slider', { name: 'Weight of It just worked.' })
    await slider.waitFor(SHOWN)
    const before = await page.locator('.weigh', { has: slider }).locator('.share').innerText()
    const box = await slider.evaluate((input) => {
      const { x, y, width, height } = (input.closest('.thumb') ?? input).getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    })
    await page.mouse.move(box.x, box.y)
    await page.mouse.down()
    await page.mouse.move(box.x + 60, box.y, { steps: 4 })
    await expect
      .poll(() => page.locator('.weigh', { has: slider }).locator('.share').innerText(), SHOWN)
      .toContain('→')
    expect(setting('items', 'quotes/first')).toBeUndefined()
    await page.mouse.up()
    await expect.poll(() => setting('items', 'quotes/first', 'weight'), SHOWN).toBeGreaterThan(1.2)
    expect(written()).toContain('# The room of a test: this remark stays.')
    await expect
      .poll(() => page.locator('.weigh', { has: slider }).locator('.share').innerText(), SHOWN)
      .not.toContain(before)
  })

  it('takes a weight by keys alone, and Ctrl+Z takes it back', async () => {
    await goTo('order/weights')
    const slider = page.getByRole('slider', { name: 'Weight of The lift was out of order again.' })
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => setting('items', 'quotes/second', 'weight'), SHOWN).toBe(1.25)
    await page.getByRole('tab', { name: 'Weights' }).focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => setting('items', 'quotes/second', 'weight'), SHOWN).toBeUndefined()
  })

  it('draws hours into a calendar by hand, and moves them by keys', async () => {
    await goTo('order/week')
    await page.getByRole('textbox', { name: 'New daypart' }).fill('mornings')
    await page.keyboard.press('Enter')
    await expect.poll(() => setting('schedule', 'dayparts', 'mornings'), SHOWN).toBe('mon-fri 09:00-12:00')
    const monday = page.getByRole('button', { name: 'mornings: Monday, 09:00–12:00' })
    await monday.waitFor(SHOWN)
    await monday.focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByRole('button', { name: 'mornings: Monday, 08:45–12:00' }).waitFor(SHOWN)
    await expect
      .poll(() => setting('schedule', 'dayparts', 'mornings'), SHOWN)
      .toEqual(['mon 08:45-12:00', 'tue-fri 09:00-12:00'])

    const sunday = page.locator('.day[data-weekday="0"]')
    await sunday.scrollIntoViewIfNeeded()
    const column = await sunday.boundingBox()
    if (!column) throw new Error('There is no Sunday.')
    const at = (hour: number): [number, number] => [
      column.x + column.width / 2,
      column.y + (column.height * hour) / 24,
    ]
    await page.mouse.move(...at(14))
    await page.mouse.down()
    await page.mouse.move(...at(16.5), { steps: 5 })
    await page.mouse.up()
    await expect.poll(() => setting('schedule', 'dayparts', 'mornings'), SHOWN).toContain('sun 14:00-16:30')
    expect(await page.locator('table').first().innerText()).toContain('14:00–16:30')
  })

  it('has the hour that is left out, and the day that is shorter by it', async () => {
    await goTo('order/week')
    // To the week in which clocks are set forward in London, from wherever today is.
    for (let weeks = 0; weeks < 60 && (await page.locator('.skipped').count()) === 0; weeks += 1)
      await page.getByRole('button', { name: 'Week after' }).click()
    expect(await page.locator('.skipped').count()).toBe(1)
    expect(await page.locator('.day-head', { hasText: '23 hours' }).count()).toBe(1)
  })

  it('promises, and says how it fares', async () => {
    await goTo('order/promises')
    await page.getByRole('button', { name: 'Promise', exact: true }).click()
    await expect
      .poll(() => setting('rotation', 'promises'), SHOWN)
      .toEqual([{ every: 'persona', within: '1 h' }])
    await expect.poll(text, SHOWN).toContain('Every persona within 1 h')
    await goTo('order/pace')
    await page.getByRole('textbox', { name: 'At most' }).fill('45')
    await page.keyboard.press('Enter')
    await expect.poll(() => setting('rotation', 'seconds_max'), SHOWN).toBe(45)
  })
})

describe('changes', () => {
  it('read as sentences, each with its way back and forth again', async () => {
    await goTo('changes')
    await expect.poll(text, SHOWN).toContain('weight')
    const row = page.locator('.change', { hasText: 'seconds_max' }).first()
    await row.getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(() => setting('rotation', 'seconds_max'), SHOWN).toBe(3)
    await page.locator('.change.undone', { hasText: 'seconds_max' }).getByRole('button').click()
    await expect.poll(() => setting('rotation', 'seconds_max'), SHOWN).toBe(45)
  })

  it('hold what room.yaml was, with what is different, and go back to it', async () => {
    await goTo('changes/room')
    const first = page.locator('.versions nav a').last()
    await first.click()
    await expect.poll(() => page.locator('.difference').innerText(), SHOWN).toContain('mornings')
    await page.getByRole('button', { name: 'Go back to this' }).click()
    await expect.poll(written, SHOWN).toBe(ROOM)
    await expect.poll(text, SHOWN).toContain('It says the same')
  })
})

describe('history', () => {
  it('is shown for what a wall has painted, and what another admin changes shows here', async () => {
    const beside: Folder = { ...folder, data: `${folder.data}-other` }
    const other = await openDesk(beside)
    await expect.poll(() => other.page.locator('header').innerText(), SHOWN).toContain('Test Room')
    const answer = await other.page.evaluate(() =>
      window.room.call('change', {
        change: { type: 'set', settings: [{ path: ['name'], value: 'Renamed by another' }] },
      }),
    )
    expect(answer.ok).toBe(true)
    await expect.poll(() => page.locator('header').innerText(), SHOWN).toContain('Renamed by another')
    await goTo('changes/room')
    await expect.poll(() => page.locator('.difference').innerText(), SHOWN).toContain('Renamed by another')
    await other.app.close()
  })

  it('draws when the wall was seen, tells it in tables, and prints on a page', async () => {
    await desk.app.close()
    const room = await openRoom(folder)
    await expect.poll(() => room.plays().length, { timeout: 60_000 }).toBeGreaterThan(2)
    await room.close()
    desk = await openDesk(folder)
    page = desk.page
    await goTo('history')
    await expect.poll(() => page.locator('.cell').count(), SHOWN).toBe(168)
    await expect.poll(() => page.locator('.history-rows tbody tr').count(), SHOWN).toBeGreaterThan(1)
    await page.locator('.heat summary').click()
    expect(await page.locator('.heat table tbody tr').count()).toBe(7)
    const pdf = await desk.app.evaluate(async ({ BrowserWindow }) =>
      (await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ preferCSSPageSize: true }))?.toString(
        'latin1',
      ),
    )
    expect(pdf?.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    const plays = join(folder.content, '../plays.csv')
    await desk.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, plays)
    await page.getByRole('button', { name: 'Every play as CSV' }).click()
    await expect
      .poll(() => (existsSync(plays) ? readFileSync(plays, 'utf8').trim().split('\r\n').length : 0), SHOWN)
      .toBe(1 + room.plays().length)
  })

  it('a change stands under the name that was given once', async () => {
    await goTo('changes')
    await page.getByLabel('Your name or initials').fill('A. K.')
    await page.keyboard.press('Enter')
    await goTo('library')
    await page.evaluate(() =>
      window.room.call('change', {
        change: { type: 'decide', items: ['quotes/first'], decision: { weight: 2 } },
      }),
    )
    await goTo('changes')
    await expect.poll(() => page.locator('.change').first().innerText(), SHOWN).toContain('A. K.')
    await page.keyboard.press('Control+z')
  })
})

describe('for everybody', () => {
  const ROUTES = [
    'order',
    'order/weights',
    'order/week',
    'order/promises',
    'order/pace',
    'history',
    'changes',
    'changes/room',
  ]

  it.each([
    { look: 'light', language: 'en', zoom: 1 },
    { look: 'dark', language: 'de', zoom: 2 },
  ])('nothing is wrong for axe: $look, $language, at $zoom', async ({ zoom, ...preferences }) => {
    await page.evaluate((each) => localStorage.setItem('preferences', JSON.stringify(each)), preferences)
    await page.reload()
    await page.waitForSelector('main h1', SHOWN)
    await setView(desk.app, page, { width: 1280, height: 860, zoom })
    for (const route of ROUTES) {
      await goTo(route)
      await expect.poll(() => page.locator('main .waiting').count(), SHOWN).toBe(0)
      expect(await axeFinds(page), route).toEqual([])
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(tooWide, route).toBeLessThanOrEqual(0)
    }
  })
})
