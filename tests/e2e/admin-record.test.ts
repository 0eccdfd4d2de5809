import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import {
  answerDialogs,
  type BesideWall,
  chooseByKeys,
  chooseByMouse,
  enter,
  findsIn,
  openBesideWall,
  partByKeys,
  partByMouse,
  tabTo,
  VIEWS,
} from './admin-window.ts'
import { type Folder, makeFolder, quoteFile, type Room } from './room.ts'
import { expectPrinted, recordYesterday, rowsBy } from './yesterday.ts'

/** What was changed, what was shown and how it all fares, on a wall's machine: read, taken back, written out. */

const ROOM = `# The room of a test: this remark stays.
name: Test Room
audience: staff
rotation: { seconds_min: 60, seconds_max: 60, promises: [{ every: persona, within: 1 h }] }
timezone: UTC
`
const WORKED = 'It just worked.'
const SHOWN = { timeout: 12_000 }
/** Two quotes, and the personas of the sample room. */
const ALL = 6
const DAY_MS = 86_400_000

let folder: Folder
let desk: BesideWall
let room: Room
let page: Page

beforeAll(async () => {
  folder = makeFolder({
    'room.yaml': ROOM,
    'quotes/first.md': quoteFile(WORKED),
    'quotes/second.md': quoteFile('The lift was out of order again.'),
  })
  folder.copySample('personas')
  recordYesterday(folder.data, WORKED)
  await open(ALL)
})
afterAll(async () => {
  await room?.close()
  folder.remove()
})

async function open(items: number): Promise<void> {
  desk = await openBesideWall(folder)
  room = desk.room
  page = desk.page
  await vi.waitFor(async () => expect(await room.eligible()).toBe(items), { timeout: 60_000 })
}

const written = (): string => readFileSync(join(folder.content, 'room.yaml'), 'utf8')
const setting = (...path: readonly string[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], parse(written()))
const weight = (): unknown => setting('items', 'quotes/first', 'weight')
/** Turns of a pass of the wall while this item has this weight. */
const turns = (weighs: number): number => ALL - 1 + weighs
/** As the wall's library has read it. */
const weightRead = (): Promise<number | undefined> =>
  page.evaluate(async () => {
    const { rows } = await window.room.call('find', { from: 0, count: 100 })
    return rows.find(({ id }) => id === 'quotes/first')?.weight
  })
const text = (): Promise<string> => page.locator('#main').innerText()
const button = (name: string | RegExp): Locator => page.getByRole('button', { name })
const outside = (name: string): string => join(folder.content, '..', name)
const saved = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '')

async function weigh(...keys: readonly string[]): Promise<void> {
  await partByKeys(page, 'order', 'Weights')
  const slider = page.getByRole('slider', { name: `Weight of ${WORKED}` })
  await slider.waitFor(SHOWN)
  await tabTo(slider)
  for (const key of keys) await page.keyboard.press(key)
}

describe('where somebody else writes too', () => {
  it('a change is put onto what is there by then, and nothing of either is lost', async () => {
    folder.write('room.yaml', written().replace('name: Test Room', 'name: Test Room # theirs\nlanguage: en'))
    await weigh('End')
    await expect.poll(weight, SHOWN).toBe(10)
    expect(written()).toContain('# theirs')
    expect(setting('language')).toBe('en')
    await expect.poll(weightRead, SHOWN).toBe(10)
  })

  it('what cannot be written goes back with its reason, and the wall keeps the last good room', async () => {
    const good = written()
    folder.write('room.yaml', 'name: [broken\n')
    await weigh('Home')
    await expect
      .poll(async () => (await page.locator('.toast').allInnerTexts()).join(), SHOWN)
      .toContain('room.yaml, line 2')
    const slider = page.getByRole('slider', { name: `Weight of ${WORKED}` })
    await expect.poll(() => slider.inputValue(), SHOWN).toBe('10')
    expect(written()).toBe('name: [broken\n')
    expect(await room.eligible()).toBe(turns(10))
    folder.write('room.yaml', good.replace('weight: 10', 'weight: 5'))
    await expect.poll(weightRead, SHOWN).toBe(5)
    await page.locator('.toast').getByRole('button', { name: 'Close' }).first().click()
  })

  it('what both have changed is not taken back over the other: both are shown beside each other', async () => {
    await partByMouse(page, 'changes', 'By day')
    await page.locator('.change').first().getByRole('button', { name: /^Undo/ }).click()
    await page.locator('.change .sides').waitFor(SHOWN)
    expect(await page.locator('.change .sides').innerText()).toContain('5')
    expect(weight()).toBe(5)
  })
})

describe('changes', () => {
  it('by mouse: as sentences, each with its way back and forth again; the wall follows', async () => {
    await weigh('Home')
    await expect.poll(() => room.eligible(), SHOWN).toBe(turns(0))
    await partByMouse(page, 'changes', 'By day')
    await expect.poll(text, SHOWN).toContain('weight')
    await page.locator('.change').first().getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(() => room.eligible(), SHOWN).toBe(turns(5))
    await page.locator('.change.undone').first().getByRole('button').click()
    await expect.poll(() => room.eligible(), SHOWN).toBe(turns(0))
  })

  it('by keyboard alone: back and forth by Ctrl+Z and Ctrl+Shift+Z, and by the list', async () => {
    await page.keyboard.press('Control+8')
    await page.waitForSelector('main.changes h1', SHOWN)
    await page.keyboard.press('Control+z')
    await expect.poll(() => room.eligible(), SHOWN).toBe(turns(5))
    await page.keyboard.press('Control+Shift+Z')
    await expect.poll(() => room.eligible(), SHOWN).toBe(turns(0))
    await enter(page.locator('.change').first().getByRole('button', { name: /^Undo/ }))
    await expect.poll(() => room.eligible(), SHOWN).toBe(turns(5))
  })

  it.each(['by mouse', 'by keyboard alone'])(
    '%s: back to what room.yaml was, with what is different',
    async (how) => {
      if (how === 'by mouse') await partByMouse(page, 'changes', 'Earlier room.yaml')
      else await partByKeys(page, 'changes', 'Earlier room.yaml')
      const first = page.locator('.versions nav a').last()
      const back = button('Go back to this')
      if (how === 'by mouse') await first.click()
      else await enter(first)
      await expect.poll(() => page.locator('.difference').innerText(), SHOWN).toContain('weight: 5')
      if (how === 'by mouse') await back.click()
      else await enter(back)
      await expect
        .poll(written, SHOWN)
        .toBe(ROOM.replace('name: Test Room', 'name: Test Room # theirs\nlanguage: en'))
      await expect.poll(text, SHOWN).toContain('It says the same')
      await expect.poll(() => room.eligible(), SHOWN).toBe(turns(1))
      if (how === 'by mouse')
        await page.locator('.toast').getByRole('button', { name: 'Undo' }).first().click()
      else await page.keyboard.press('Control+z')
      await expect.poll(weight, SHOWN).toBe(5)
      await expect.poll(() => room.eligible(), SHOWN).toBe(turns(5))
    },
  )
})

describe('history', () => {
  beforeAll(() =>
    page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '')
    }),
  )

  it('by mouse: by item, kind, persona and hour, drawn and in numbers; printed, and written out as CSV', async () => {
    await page.locator('nav a[href="#/history"]').click()
    await expect.poll(() => page.locator('.cell').count(), SHOWN).toBe(168)
    for (const [by, row] of rowsBy(WORKED)) {
      await chooseByMouse(page, 'By', by)
      await page.locator('.history-rows tbody tr', { hasText: row }).first().waitFor(SHOWN)
      expect(await page.locator('.bars .bar-rect').count()).toBeGreaterThan(0)
    }
    await expect
      .poll(() => page.locator('.coverage').innerText(), SHOWN)
      .toMatch(/kept [1-9]\d*, missed [1-9]/)
    await button('Print').click()
    await expectPrinted(page)
    const file = outside('plays.csv')
    await answerDialogs(desk.app, { save: file })
    await button('Every play as CSV').click()
    await expect.poll(() => saved(file), SHOWN).toContain(WORKED)
    await expect.poll(() => page.locator('.toasts').innerText(), SHOWN).toContain('Every play is saved.')
  })

  it('by keyboard alone: another time, by persona, and written out as CSV', async () => {
    const file = outside('again.csv')
    await answerDialogs(desk.app, { save: file })
    await page.keyboard.press('Control+7')
    await page.waitForSelector('main.history h1', SHOWN)
    await chooseByKeys(page, 'When', 'Yesterday')
    await expect.poll(text, SHOWN).toContain('60 slides were on, 5 h')
    for (const [by, row] of rowsBy(WORKED)) {
      await chooseByKeys(page, 'By', by)
      await page.locator('.history-rows tbody tr', { hasText: row }).first().waitFor(SHOWN)
    }
    await enter(page.locator('.heat summary'))
    expect(await page.locator('.heat table').innerText()).toContain('60')
    await enter(button('Print'))
    await expectPrinted(page)
    await chooseByKeys(page, 'When', 'From … to …')
    // A year in which nothing was on yet.
    for (const year of await page.getByRole('spinbutton', { name: /year/ }).all()) {
      await tabTo(year)
      await page.keyboard.type('2020')
    }
    await expect.poll(text, SHOWN).toContain('Nothing was on the wall in this time.')
    await chooseByKeys(page, 'When', 'Yesterday')
    await enter(button('Every play as CSV'))
    await expect.poll(() => saved(file).trim().split('\n').length, SHOWN).toBe(61)
    await page.keyboard.press('F6')
  })
})

describe('health', () => {
  it('by mouse and by keyboard alone: a file for support with no content in it', async () => {
    const [one, other] = [outside('support.json'), outside('support-again.json')]
    await page.locator('nav a[href="#/health"]').click()
    await expect.poll(text, SHOWN).toMatch(/with the wall/)
    await answerDialogs(desk.app, { save: one })
    await button('File for support …').click()
    await expect.poll(() => saved(one), SHOWN).toContain('versions')
    await answerDialogs(desk.app, { save: other })
    await enter(button('File for support …'))
    await expect.poll(() => saved(other), SHOWN).toContain('versions')
    for (const told of [saved(one), saved(other)])
      expect(told).not.toMatch(/It just worked|Test Room|quotes\//)
  })
})

describe('after a restart', () => {
  it('a clock that cannot be right is vouched for by keyboard, and the wall shows again what hangs on a date', async () => {
    const before = written()
    await weigh('End')
    // In the very moment in which room.yaml is another one, before anybody can have said so.
    const until = Date.now() + SHOWN.timeout
    while (written() === before && Date.now() < until);
    const gone = new Promise((resolve) => room.app.process().once('exit', resolve))
    process.kill(room.pid, 'SIGKILL')
    await gone
    expect(weight()).toBe(10)
    const record = new Database(join(folder.data, 'room.db'))
    record.prepare('UPDATE clock SET highest = highest + ?').run(40 * DAY_MS)
    record.close()
    // The quotes hang on their consent, and that on a date.
    await open(ALL - 2)
    await page.keyboard.press('Control+9')
    await tabTo(page.getByRole('textbox', { name: 'Your name' }))
    await page.keyboard.type('Jo from facilities')
    await page.keyboard.press('Enter')
    await expect.poll(() => room.eligible(), SHOWN).toBe(turns(10))
    await expect.poll(text, SHOWN).toContain('It is believed.')
  })

  it('what was done before is taken back, and made again', async () => {
    await page.keyboard.press('Control+z')
    await expect.poll(weight, SHOWN).toBe(5)
    await expect.poll(() => room.eligible(), SHOWN).toBe(turns(5))
    await page.keyboard.press('Control+y')
    await expect.poll(weight, SHOWN).toBe(10)
    await expect.poll(() => room.eligible(), SHOWN).toBe(turns(10))
    // And by mouse what was done before that.
    await partByMouse(page, 'changes', 'By day')
    await page.locator('.change').first().getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(() => room.eligible(), SHOWN).toBe(turns(5))
  })
})

describe('for everybody', () => {
  it.each(VIEWS)('nothing is wrong for axe: $look, $language, at $zoom', async (view) => {
    const routes = ['history', 'changes', 'changes/room', 'health']
    expect(await findsIn(desk, view, routes)).toEqual([])
  })
})
