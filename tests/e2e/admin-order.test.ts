import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import {
  type BesideWall,
  dragBy,
  enter,
  findsIn,
  hasFocus,
  openBesideWall,
  partByKeys,
  partByMouse,
  tabTo,
  VIEWS,
} from './admin-window.ts'
import { type Folder, makeFolder, quoteFile, type Room } from './room.ts'

/** What the room shows, how often and when, set in the curator's window and seen on the wall that runs beside it. */

const ROOM = `# The room of a test: this remark stays.
name: Test Room
audience: staff
rotation: { seconds_min: 60, seconds_max: 60 }
timezone: Europe/London
`
const WORKED = 'It just worked.'
const LIFT = 'The lift was out of order again.'
/** Items that may play while nothing is set: three quotes, and the personas of the sample room. */
const ALL = 7
const SHOWN = { timeout: 30_000 }

let folder: Folder
let desk: BesideWall
let room: Room
let page: Page

beforeAll(async () => {
  folder = makeFolder({
    'room.yaml': ROOM,
    'quotes/first.md': quoteFile(WORKED),
    'quotes/second.md': quoteFile(LIFT),
    'quotes/hebrew.md': quoteFile('הרכבת לא הגיעה.'),
  })
  folder.copySample('personas')
  desk = await openBesideWall(folder)
  room = desk.room
  page = desk.page
  await vi.waitFor(async () => expect(await room.eligible()).toBe(ALL), { timeout: 60_000 })
})
afterAll(async () => {
  await room?.close()
  folder.remove()
})

const written = (): string => readFileSync(join(folder.content, 'room.yaml'), 'utf8')
const setting = (...path: readonly string[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], parse(written()))
const text = (): Promise<string> => page.locator('#main').innerText()
const eligible = (): Promise<number> => room.eligible()
const button = (name: string | RegExp): Locator => page.getByRole('button', { name })
const sliderOf = (title: string): Locator => page.getByRole('slider', { name: `Weight of ${title}` })
const shareOf = (title: string): Promise<string> =>
  page
    .locator('.weigh', { has: sliderOf(title) })
    .locator('.share')
    .innerText()

/** The latest change of the journal. */
async function latest(): Promise<{ readonly id: number; readonly state: string }> {
  const { entries } = await page.evaluate(() => window.room.call('changes', { limit: 1 }))
  return { id: entries[0]?.id ?? 0, state: entries[0]?.state ?? '' }
}

const goByKeys = (part: string): Promise<void> => partByKeys(page, 'order', part)
const goByMouse = (part: string): Promise<void> => partByMouse(page, 'order', part)

/** What is foreseen is what comes: skipped on the wall, it is on. */
async function expectFirstComes(): Promise<void> {
  await expect.poll(() => page.locator('.coming .title').count(), SHOWN).toBeGreaterThan(3)
  const first = await page.locator('.coming .title').first().innerText()
  const on = await room.play()
  await page.evaluate((playId) => window.room.call('skip', { playId }), on?.playId ?? '')
  await expect.poll(async () => (await room.play())?.item.title, SHOWN).toBe(first)
}

describe('what comes', () => {
  it('by mouse: laid out with its real slides and reasons, as stories, and so it comes on the wall', async () => {
    await goByMouse('What comes')
    await expect.poll(() => page.locator('.coming .preview .slide').count(), SHOWN).toBeGreaterThan(0)
    expect(await page.locator('.coming .why').first().innerText()).not.toBe('')
    await page.getByText('Story', { exact: true }).click()
    await expect.poll(() => setting('rotation', 'order'), SHOWN).toBe('story')
    await expect.poll(text, SHOWN).toMatch(/the story of|a story/i)
    await expectFirstComes()
  })

  it('by keyboard alone: as a shuffle again', async () => {
    await goByKeys('What comes')
    await tabTo(page.getByRole('radio', { name: 'Story' }))
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => setting('rotation', 'order'), SHOWN).toBe('shuffle')
    await expect.poll(text, SHOWN).not.toMatch(/the story of/i)
    await expectFirstComes()
  })
})

describe('weights', () => {
  it('by mouse: what it comes to is shown while the hand moves, then it is written, and the wall follows', async () => {
    await goByMouse('Weights')
    const slider = sliderOf(WORKED)
    await slider.waitFor(SHOWN)
    const before = await shareOf(WORKED)
    const letGo = await dragBy(slider, 60)
    await expect.poll(() => shareOf(WORKED), SHOWN).toContain('→')
    expect(setting('items', 'quotes/first')).toBeUndefined()
    await letGo()
    await expect.poll(() => setting('items', 'quotes/first', 'weight'), SHOWN).toBeGreaterThan(1.2)
    expect(written()).toContain('# The room of a test: this remark stays.')
    await expect.poll(() => shareOf(WORKED), SHOWN).not.toContain(before)
    await (await dragBy(slider, -400))()
    await expect.poll(() => setting('items', 'quotes/first', 'weight'), SHOWN).toBe(0)
    await expect.poll(eligible, SHOWN).toBe(ALL - 1)
    await button(`Usual weight ${WORKED}`).click()
    await expect.poll(eligible, SHOWN).toBe(ALL)
    expect(setting('items', 'quotes/first')).toBeUndefined()
  })

  it('by keyboard alone: a run of arrows is one change, taken back where the caret is', async () => {
    await goByKeys('Weights')
    await tabTo(sliderOf(LIFT))
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('ArrowRight')
    await expect.poll(() => setting('items', 'quotes/second', 'weight'), SHOWN).toBe(1.75)
    await page.keyboard.press('Control+z')
    await expect.poll(() => setting('items', 'quotes/second'), SHOWN).toBeUndefined()
    // Ctrl+Z that comes before the run is over takes back that run, and no other change.
    const before = await latest()
    await page.keyboard.press('Home')
    await page.keyboard.press('Control+z')
    await expect.poll(latest, SHOWN).toEqual({ id: before.id + 1, state: 'undone' })
    expect(setting('items', 'quotes/second')).toBeUndefined()
    await page.keyboard.press('Home')
    await expect.poll(eligible, SHOWN).toBe(ALL - 1)
    await page.keyboard.press('Control+z')
    await expect.poll(eligible, SHOWN).toBe(ALL)
  })
})

describe('the week', () => {
  it('by mouse: a daypart is drawn into the calendar', async () => {
    await goByMouse('Week')
    await page.getByRole('textbox', { name: 'New daypart' }).fill('mornings')
    await page.locator('form', { hasText: 'New daypart' }).getByRole('button', { name: 'Add' }).click()
    await expect.poll(() => setting('schedule', 'dayparts', 'mornings'), SHOWN).toBe('mon-fri 09:00-12:00')
    await button('mornings: Monday, 09:00–12:00').waitFor(SHOWN)
    const sunday = page.locator('.day[data-weekday="0"]')
    await sunday.scrollIntoViewIfNeeded()
    const column = await sunday.boundingBox()
    if (!column) throw new Error('There is no Sunday.')
    const at = (hour: number): [number, number] => [
      column.x + column.width / 2,
      column.y + (column.height * hour) / 24,
    ]
    const drag = async (from: number, to: number): Promise<void> => {
      await page.mouse.move(...at(from))
      await page.mouse.down()
      await page.mouse.move(...at(to), { steps: 5 })
      await page.mouse.up()
    }
    await drag(14, 16.5)
    await expect.poll(() => setting('schedule', 'dayparts', 'mornings'), SHOWN).toContain('sun 14:00-16:30')
    expect(await page.locator('table').first().innerText()).toContain('14:00–16:30')
    // Taken in its middle it is moved, by its lower edge made longer.
    await drag(15, 16)
    await expect.poll(() => setting('schedule', 'dayparts', 'mornings'), SHOWN).toContain('sun 15:00-17:30')
    await drag(17.35, 18.35)
    await expect.poll(() => setting('schedule', 'dayparts', 'mornings'), SHOWN).toContain('sun 15:00-18:30')
  })

  it('by keyboard alone: hours are moved, made longer, taken back, added and removed', async () => {
    const mornings = (): unknown => setting('schedule', 'dayparts', 'mornings')
    // The latest daypart is the last of the times that there are.
    const goToMornings = async (): Promise<void> => {
      await goByKeys('Week')
      await enter(page.getByRole('button', { name: /Times/ }).first())
      await page.getByRole('option').first().waitFor(SHOWN)
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
    }
    await goToMornings()
    await tabTo(button('mornings: Monday, 09:00–12:00'))
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Shift+ArrowDown')
    await button('mornings: Monday, 08:45–12:00').waitFor(SHOWN)
    await expect.poll(mornings, SHOWN).toContain('mon 08:45-12:00')
    await page.keyboard.press('Control+z')
    await expect.poll(mornings, SHOWN).toContain('mon-fri 09:00-12:00')
    await tabTo(button(/^Add on Sat/), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    // Gone to another place at once: what was moved is kept all the same.
    await page.keyboard.press('Control+1')
    await expect.poll(mornings, SHOWN).toContain('sat 09:15-12:15')
    await goToMornings()
    await tabTo(button('mornings: Saturday, 09:15–12:15'))
    await page.keyboard.press('Delete')
    await expect.poll(mornings, SHOWN).not.toContain('sat 09:15-12:15')
  })

  it('hours typed by keyboard put the wall out, and by mouse it is on again', async () => {
    const inThreeDays = new Date(Date.now() + 3 * 86_400_000)
    const weekday = inThreeDays.toLocaleDateString('en-GB', { weekday: 'short', timeZone: 'Europe/London' })
    const state = async (): Promise<string> => (await room.snapshot()).wall.type
    await goByKeys('Week')
    await tabTo(page.getByRole('textbox', { name: 'The screen is on, as text' }))
    await page.keyboard.press('Control+a')
    await page.keyboard.type(`${weekday.toLowerCase()} 09:00-12:00`)
    await page.keyboard.press('Enter')
    await expect.poll(state, SHOWN).toBe('off')
    await expect.poll(async () => (await room.wall.locator('body').innerText()).trim(), SHOWN).toBe('')
    await button('All day, every day').click()
    await expect.poll(state, SHOWN).toBe('play')
    await expect.poll(async () => (await room.wall.locator('body').innerText()).trim(), SHOWN).not.toBe('')
  })

  it('has the hour that is left out, and the day that is shorter by it', async () => {
    // To the week in which clocks are set forward in London, from wherever today is.
    for (let weeks = 0; weeks < 60 && (await page.locator('.skipped').count()) === 0; weeks += 1)
      await button('Week after').click()
    expect(await page.locator('.skipped').count()).toBe(1)
    expect(await page.locator('.day-head', { hasText: '23 hours' }).count()).toBe(1)
  })
})

describe('promises and pace', () => {
  it('by mouse: promised, and how it fares is told', async () => {
    await goByMouse('Promises')
    await page.getByRole('button', { name: 'Promise', exact: true }).click()
    await expect
      .poll(() => setting('rotation', 'promises'), SHOWN)
      .toEqual([{ every: 'persona', within: '1 h' }])
    await expect.poll(text, SHOWN).toContain('Every persona within 1 h')
    // Kept, as soon as one of them is on again.
    await vi.waitFor(async () => {
      const on = await room.play()
      await page.evaluate((playId) => window.room.call('skip', { playId }), on?.playId ?? '')
      expect(await text()).toMatch(/kept [1-9]\d*, missed 0/)
    }, SHOWN)
  })

  it('by keyboard alone: another one, and away again; how long slides stay', async () => {
    await goByKeys('Promises')
    await enter(button(/Every$/))
    await page.getByRole('option', { name: 'kind' }).waitFor(SHOWN)
    await page.keyboard.type('kind')
    await page.keyboard.press('Enter')
    await tabTo(page.getByRole('textbox', { name: 'Within' }))
    await page.keyboard.press('Control+a')
    await page.keyboard.type('30 minutes')
    await page.keyboard.press('Enter')
    await expect.poll(text, SHOWN).toContain('Every kind within 30 minutes')
    await tabTo(button('Remove Every kind within 30 minutes'), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => (setting('rotation', 'promises') as unknown[]).length, SHOWN).toBe(1)
    await expect.poll(() => hasFocus(page), SHOWN).toBe(true)
    await goByKeys('Pace and balance')
    await tabTo(page.getByRole('textbox', { name: 'At least' }))
    await page.keyboard.press('Control+a')
    await page.keyboard.type('45')
    await page.keyboard.press('Enter')
    await expect.poll(() => setting('rotation', 'seconds_min'), SHOWN).toBe(45)
  })
})

describe('for everybody', () => {
  it.each(VIEWS)('nothing is wrong for axe: $look, $language, at $zoom', async (view) => {
    const routes = ['order', 'order/weights', 'order/week', 'order/promises', 'order/pace']
    expect(await findsIn(desk, view, routes)).toEqual([])
  })
})
