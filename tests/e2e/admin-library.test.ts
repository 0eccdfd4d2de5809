import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFinds, setView } from './admin-window.ts'
import { itemJobs } from './item-jobs.ts'
import {
  enter,
  type LibraryDesk,
  openLibrary,
  QUOTES,
  SHOWABLE,
  SHOWN,
  sortBy,
  spaceOn,
  TOTAL,
  tabTo,
  titleOf,
  tryFilters,
} from './library-desk.ts'
import { wholeLineJobs } from './whole-line-jobs.ts'

/** The library and one item of it, on a real folder with the wall beside: each job by mouse, and by keyboard alone. */

let desk: LibraryDesk

beforeAll(async () => {
  desk = await openLibrary()
})
afterAll(async () => {
  await desk?.app.close()
  desk?.folder.remove()
})

const press = (key: string): Promise<void> => desk.page.keyboard.press(key)
const write = (text: string): Promise<void> => desk.page.keyboard.type(text)
const themes = async (): Promise<readonly string[] | undefined> =>
  (await desk.room.play())?.item.envelope.theme

describe('the library', () => {
  it('by keyboard alone, from the window’s start: searched, walked through, all of it given a weight', async () => {
    const { page, count, active, read, wall, button, sheet, type } = desk
    await expect.poll(wall, SHOWN).toBe(SHOWABLE)
    await type('階段')
    await expect.poll(count, SHOWN).toContain('1 of')
    await expect.poll(active, SHOWN).toContain('駅の階段')
    await type('Voice 1')
    await expect.poll(count, SHOWN).toContain('10 of')
    await press('ArrowDown')
    await press('Control+Home')
    await expect.poll(active, SHOWN).toContain(titleOf(10))
    await press('ArrowRight')
    await expect.poll(active, SHOWN).toContain(titleOf(11))
    await write('Voice 15')
    await expect.poll(active, SHOWN).toContain(titleOf(15))
    await press('Shift+ArrowRight')
    await expect.poll(() => page.locator('.selection').innerText(), SHOWN).toContain('2 selected')
    await press('Control+a')
    await expect.poll(() => page.locator('.selection').innerText(), SHOWN).toContain('10 selected')
    await enter(button('Weight'))
    await sheet.locator('input').waitFor(SHOWN)
    await press('Control+a')
    await write('3')
    await expect.poll(() => sheet.innerText(), SHOWN).toContain('weight 3')
    await press('Enter')
    await expect.poll(() => read('room.yaml').match(/weight: 3/g)?.length, SHOWN).toBe(10)
    // The wall counts the turns of a pass: these have three each.
    await expect.poll(wall, SHOWN).toBe(SHOWABLE + 20)
    await press('Control+z')
    await expect.poll(wall, SHOWN).toBe(SHOWABLE)
  })

  it('by keyboard alone: narrowed by each of its filters, sorted, an item opened and left for the list', async () => {
    const { page, active, count, main, grid } = desk
    await press('Control+f')
    await press('Control+a')
    await press('Delete')
    await expect.poll(count, SHOWN).toContain('items')
    await tryFilters(desk, spaceOn)
    await tabTo(page.getByRole('button', { name: 'Sort by' }), 'Shift+Tab')
    await press('Enter')
    await page.getByRole('listbox').waitFor(SHOWN)
    await write('Title')
    await press('Enter')
    await page.getByRole('listbox').waitFor({ ...SHOWN, state: 'detached' })
    await press('Control+f')
    await press('ArrowDown')
    await press('End')
    await press('Control+End')
    await expect.poll(active, SHOWN).toContain('駅の階段')
    await press('Enter')
    await expect.poll(() => main.locator('h1').innerText(), SHOWN).toBe('駅の階段')
    await press('Control+2')
    await grid.waitFor(SHOWN)
    await press('Control+Home')
    await expect.poll(active, SHOWN).toContain('Escalator one')
  })

  it('draws the real slides of those in sight and of no others, and nothing of what is withheld', async () => {
    const { page, grid, cell, search, visit } = desk
    await visit()
    await page.waitForSelector('.card .preview .slide', SHOWN)
    expect(await page.locator('[role=gridcell]').count()).toBeLessThan(QUOTES)
    const columns = Number(await grid.getAttribute('aria-colcount'))
    expect(Number(await grid.getAttribute('aria-rowcount'))).toBe(Math.ceil(TOTAL / columns))
    await search('Without consent')
    await expect.poll(() => cell('Without consent').innerText(), SHOWN).toContain('withheld')
    await expect.poll(() => cell('Without consent').innerText(), SHOWN).toContain('quotes/zz.md')
    expect(await cell('Without consent').locator('.slide').count()).toBe(0)
    await search('')
  })

  it('by mouse: narrowed by each of its filters, sorted, scrolled, searched, two selected, hidden, and taken back', async () => {
    const { page, cell, count, read, wall, button, sheet, search, grid } = desk
    await expect.poll(count, SHOWN).toBe(`${TOTAL} items`)
    await tryFilters(desk, (box) => box.click())
    await page.locator('.filters label', { hasText: 'lifts' }).first().click()
    await expect.poll(count, SHOWN).toContain(`${QUOTES / 2} of`)
    await button('Clear filters').click()
    await sortBy(desk, 'Oldest first')
    await expect.poll(() => page.locator('.card').first().innerText(), SHOWN).toContain('Escalator')
    await sortBy(desk, 'Newest first')
    await expect.poll(() => page.locator('.card').first().innerText(), SHOWN).not.toContain('Escalator')
    await sortBy(desk, 'Title')
    await grid.hover()
    await page.mouse.wheel(0, 100_000)
    await cell('駅の階段').waitFor(SHOWN)
    await search('Voice')
    await expect.poll(count, SHOWN).toBe(`${QUOTES} of ${TOTAL} items`)
    await cell(titleOf(1)).click()
    await cell(titleOf(3)).click({ modifiers: ['Shift'] })
    await expect.poll(() => page.locator('.selection').innerText(), SHOWN).toContain('3 selected')
    await cell(titleOf(2)).click({ modifiers: ['Control'] })
    await button('Hide').click()
    await expect.poll(() => sheet.innerText(), SHOWN).toContain('2 items')
    await button('Do it').click()
    await expect.poll(() => read('room.yaml').match(/hidden: true/g)?.length, SHOWN).toBe(2)
    await expect.poll(wall, SHOWN).toBe(SHOWABLE - 2)
    expect(read('room.yaml')).toContain('# ours')
    await expect.poll(() => cell(titleOf(1)).innerText(), SHOWN).toContain('hidden')
    await button('Undo').first().click()
    await expect.poll(wall, SHOWN).toBe(SHOWABLE)
    expect(read('room.yaml')).not.toContain('hidden: true')
  })
})

describe('many at once, and the wall follows', () => {
  it('by mouse: weight, dates that are over, who may see it, and tags, all of it taken back', async () => {
    const { page, cell, read, wall, button, sheet, search } = desk
    await search('Voice 2')
    await cell(titleOf(20)).click()
    await cell(titleOf(21)).click({ modifiers: ['Control'] })
    await button('Weight').click()
    await sheet.locator('input').fill('2')
    await button('Do it').click()
    await expect.poll(wall, SHOWN).toBe(SHOWABLE + 2)
    await button('Dates …').click()
    await sheet.getByRole('group', { name: 'Until' }).getByRole('spinbutton').first().click()
    await write('01152020')
    await button('Do it').click()
    await expect.poll(wall, SHOWN).toBe(SHOWABLE - 2)
    expect(read('room.yaml').match(/until: .?2020-01-15/g)).toHaveLength(2)
    await cell(titleOf(23)).click()
    await button('Audience …').click()
    await sheet.locator('label.check').first().click()
    await button('Do it').click()
    await expect.poll(wall, SHOWN).toBe(SHOWABLE - 3)
    for (let undo = 0; undo < 3; undo += 1) await press('Control+z')
    await expect.poll(wall, SHOWN).toBe(SHOWABLE)
    await cell(titleOf(22)).click()
    await button('Pin').click()
    await expect.poll(async () => (await desk.room.play())?.item.id, SHOWN).toBe('quotes/v22')
    await button('Tags …').click()
    await sheet.getByRole('textbox').fill('ramps, doors')
    await button('Do it').click()
    await expect.poll(themes, SHOWN).toEqual(['ramps', 'doors'])
    await button('Undo').first().click()
    await expect.poll(themes, SHOWN).toEqual(['fares'])
    await button('Unpin').click()
    await expect.poll(() => read('room.yaml'), SHOWN).not.toContain('pinned: true')
    await page.locator('.filters label', { hasText: 'ramps' }).waitFor({ ...SHOWN, state: 'detached' })
  })

  it('by keyboard alone: hidden, dated, for others, tagged while it is on, all of it taken back by Ctrl+Z', async () => {
    const { page, read, wall, button, sheet, type } = desk
    const choose = async (at: number): Promise<void> => {
      await type(titleOf(at))
      await expect.poll(desk.active, SHOWN).toContain(titleOf(at))
      await press('ArrowDown')
      await press('Space')
    }
    await choose(30)
    await enter(button('Hide'))
    await expect.poll(wall, SHOWN).toBe(SHOWABLE - 1)
    // The way back is where the keys are already.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), SHOWN).toBe('Show')
    await choose(31)
    await enter(button('Dates …'))
    await tabTo(sheet.getByRole('group', { name: 'Until' }).getByRole('spinbutton').first())
    await write('01152020')
    await enter(button('Do it'))
    await expect.poll(wall, SHOWN).toBe(SHOWABLE - 2)
    await choose(32)
    await enter(button('Audience …'))
    await tabTo(sheet.getByRole('checkbox').first())
    await press('Space')
    await enter(button('Do it'))
    await expect.poll(wall, SHOWN).toBe(SHOWABLE - 3)
    expect(read('quotes/v32.md')).toMatch(/^audience: \[guests, public\]/m)
    for (let undo = 0; undo < 3; undo += 1) await press('Control+z')
    await expect.poll(wall, SHOWN).toBe(SHOWABLE)
    await enter(page.getByRole('button', { name: 'Pin', exact: true }))
    await expect.poll(async () => (await desk.room.play())?.item.id, SHOWN).toBe('quotes/v32')
    await tabTo(button('Tags …'), 'Shift+Tab')
    await press('Enter')
    await tabTo(sheet.getByRole('textbox'))
    await write('buses')
    await press('Enter')
    await expect.poll(themes, SHOWN).toEqual(['buses'])
    await page.locator('.filters label', { hasText: 'buses' }).waitFor(SHOWN)
    await press('Control+z')
    await expect.poll(themes, SHOWN).toEqual(['fares'])
    await press('Control+z')
    await expect.poll(() => read('room.yaml'), SHOWN).not.toContain('pinned: true')
  })

  it('rows of a table, by keyboard alone: tagged and kept from this wall, beside the table and byte for byte back', async () => {
    const { page, read, wall, button, sheet, type } = desk
    const [table, beside] = [read('quotes/cards.csv'), read('quotes/cards.yaml')]
    await type('stood still')
    await press('ArrowDown')
    await press('Control+a')
    await enter(button('Tags …'))
    await tabTo(sheet.getByRole('textbox'))
    await write('stairs')
    await press('Enter')
    await page.locator('.filters label', { hasText: 'stairs2' }).waitFor(SHOWN)
    await enter(button('Audience …'))
    await tabTo(sheet.getByRole('checkbox').first())
    await press('Space')
    await enter(button('Do it'))
    await expect.poll(wall, SHOWN).toBe(SHOWABLE - 2)
    expect(read('quotes/cards.csv')).toBe(table)
    expect(read('quotes/cards.yaml')).toContain(beside)
    await press('Control+z')
    await expect.poll(wall, SHOWN).toBe(SHOWABLE)
    await press('Control+z')
    await expect.poll(() => read('quotes/cards.yaml'), SHOWN).toBe(beside)
  })
})

describe('one item', () => itemJobs(() => desk))

describe('a whole table', () => wholeLineJobs(() => desk))

describe('for everybody’s eyes', () => {
  it.each([
    ['light', { look: 'light', language: 'en' }, 1],
    ['dark, in German, at 200 %', { look: 'dark', language: 'de' }, 2],
  ])('axe finds nothing: %s', { timeout: 120_000 }, async (_name, preferences, zoom) => {
    const { page, app } = desk
    await page.evaluate((each) => localStorage.setItem('preferences', JSON.stringify(each)), preferences)
    await page.reload()
    await setView(app, page, { width: 1024, height: 700, zoom })
    for (const hash of ['#/library', `#/library/${encodeURIComponent('quotes/v05')}`]) {
      await page.evaluate((to) => {
        location.hash = to
      }, hash)
      await page.waitForSelector('.preview .slide', SHOWN)
      if (hash.includes('v05')) await page.locator('.fields input[value="2026-03-04"]').fill('03/04/2026')
      expect(await axeFinds(page), hash).toEqual([])
    }
    const said = preferences.language === 'de' ? 'könnte zweierlei Tage meinen' : 'could be two days'
    expect(await page.locator('.fields').innerText()).toContain(said)
  })
})
