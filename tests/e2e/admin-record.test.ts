import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { openRecords } from '../../electron/records/open-records.ts'
import {
  answerDialogs,
  axeFinds,
  type BesideWall,
  enter,
  openBesideWall,
  setView,
  tabTo,
} from './admin-window.ts'
import { type Folder, makeFolder, quoteFile, type Room } from './room.ts'

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
const [DAY_MS, MINUTE_MS] = [86_400_000, 60_000]

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
  recordYesterday()
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

/** Five hours of yesterday, slide upon slide: of two personas one keeps coming, and one comes once. */
function recordYesterday(): void {
  const records = openRecords(join(folder.data, 'room.db'), Date.now())
  const ten = Math.floor(Date.now() / DAY_MS) * DAY_MS - 14 * 60 * MINUTE_MS
  for (let at = 0; at < 60; at += 1) {
    const persona = at === 1 ? 'samira' : at % 6 === 0 ? 'ruth' : undefined
    const playId = `yesterday ${at}`
    const paintedAt = ten + at * 5 * MINUTE_MS
    const what = persona
      ? { itemId: `personas/${persona}`, kind: 'persona', title: persona }
      : { itemId: 'quotes/first', kind: 'quote', title: WORKED }
    records.painted({ playId, screen: 'default', part: 0, paintedAt, ...what })
    records.ended(playId, paintedAt + 5 * MINUTE_MS, 'shown')
  }
  records.close()
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

async function goTo(route: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = `#/${hash}`
  }, route)
  await page.waitForSelector(`main.${route.split('/')[0]} h1`)
}

async function weigh(...keys: readonly string[]): Promise<void> {
  await goTo('order/weights')
  const slider = page.getByRole('slider', { name: `Weight of ${WORKED}` })
  await slider.waitFor(SHOWN)
  await slider.focus()
  for (const key of keys) await page.keyboard.press(key)
}

describe('where somebody else writes too', () => {
  it('a change is put onto what is there by then, and nothing of either is lost', async () => {
    await goTo('order/weights')
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
    await goTo('changes')
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
    await goTo('changes')
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
      await goTo('changes/room')
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
      await page.keyboard.press('Control+z')
      await expect.poll(weight, SHOWN).toBe(5)
    },
  )
})

describe('history', () => {
  it('by mouse: by item, kind, persona and hour, drawn and in numbers; printed, and written out as CSV', async () => {
    await goTo('history')
    await expect.poll(() => page.locator('.cell').count(), SHOWN).toBe(168)
    for (const [by, row] of [
      ['Kind', 'Persona'],
      ['Persona', /ruth/i],
      ['Hour', '10:00'],
      ['Item', WORKED],
    ] as const) {
      await page.locator('.choice', { hasText: 'By' }).getByRole('button').click()
      await page.getByRole('option', { name: by, exact: true }).click()
      await page.locator('.history-rows tbody tr', { hasText: row }).first().waitFor(SHOWN)
      expect(await page.locator('.bars .bar-rect').count()).toBeGreaterThan(0)
    }
    await expect
      .poll(() => page.locator('.coverage').innerText(), SHOWN)
      .toMatch(/kept [1-9]\d*, missed [1-9]/)
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '')
    })
    await button('Print').click()
    await page.locator('body[data-printed]').waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.on-paper').innerText()).toContain('Test Room')
    expect(await page.locator('header').isVisible()).toBe(false)
    await page.emulateMedia({ media: null })
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
    await tabTo(page.locator('.choice', { hasText: 'When' }).getByRole('button'))
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: 'Yesterday' }).waitFor(SHOWN)
    await page.keyboard.type('Yest')
    await page.keyboard.press('Enter')
    await expect.poll(text, SHOWN).toContain('60 slides were on, 5 h')
    await tabTo(page.locator('.choice', { hasText: 'By' }).getByRole('button'))
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: 'Persona' }).waitFor(SHOWN)
    await page.keyboard.type('Pers')
    await page.keyboard.press('Enter')
    await page.locator('.history-rows tbody tr', { hasText: /samira/i }).waitFor(SHOWN)
    await enter(button('Every play as CSV'))
    await expect.poll(() => saved(file).trim().split('\n').length, SHOWN).toBe(61)
    await page.keyboard.press('F6')
  })
})

describe('health', () => {
  it('by mouse and by keyboard alone: a file for support with no content in it', async () => {
    const [one, other] = [outside('support.json'), outside('support-again.json')]
    await goTo('health')
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
    await weigh('End')
    await expect.poll(weight, SHOWN).toBe(10)
    await expect
      .poll(async () => (await page.locator('.toast').allInnerTexts()).join(), SHOWN)
      .toContain('weight 10')
    await room.close()
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
    await page.keyboard.press('Control+y')
    await expect.poll(weight, SHOWN).toBe(10)
  })
})

describe('for everybody', () => {
  it.each([
    { look: 'light', language: 'en', zoom: 1 },
    { look: 'dark', language: 'de', zoom: 2 },
  ])('nothing is wrong for axe: $look, $language, at $zoom', async ({ zoom, ...preferences }) => {
    await page.evaluate((each) => localStorage.setItem('preferences', JSON.stringify(each)), preferences)
    await page.reload()
    await page.waitForSelector('main h1', SHOWN)
    await setView(desk.app, page, { width: 1280, height: 860, zoom })
    for (const route of ['history', 'changes', 'changes/room', 'health']) {
      await goTo(route)
      await expect.poll(() => page.locator('#main .waiting').count(), SHOWN).toBe(0)
      expect(await axeFinds(page), route).toEqual([])
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(tooWide, route).toBeLessThanOrEqual(0)
    }
  })
})
