import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFinds, type BesideWall, enter, openBesideWall, setView, tabTo } from './admin-window.ts'
import { type Folder, makeFolder, QUICK_ROOM, quoteFile } from './room.ts'

/** The library and one item of it, on a real folder with the wall beside: each job by mouse, and by keyboard alone. */

const QUOTES = 60
const SHOWN = { timeout: 20_000 }
let folder: Folder
let desk: BesideWall
let page: Page

const titleOf = (at: number): string => `Voice ${String(at).padStart(2, '0')}`

beforeAll(async () => {
  folder = makeFolder({ 'room.yaml': `# ours\n${QUICK_ROOM}` })
  for (let at = 0; at < QUOTES; at += 1)
    folder.write(
      `quotes/v${String(at).padStart(2, '0')}.md`,
      quoteFile('The lift was late again.', `title: ${titleOf(at)}\ntheme: ${at % 2 ? 'lifts' : 'fares'}\n`),
    )
  folder.write(
    'quotes/zz.md',
    '---\ntitle: Without consent\nsource: Card\ncaptured: 2026-03-04\n---\n\nNobody agreed.\n',
  )
  desk = await openBesideWall(folder)
  page = desk.page
  await goTo('#/library')
})
afterAll(async () => {
  await desk?.app.close()
  folder.remove()
})

const read = (path: string): string => readFileSync(join(folder.content, path), 'utf8')
const cell = (title: string) => page.locator('[role=gridcell]', { hasText: title })
const active = (): Promise<string> => page.locator('.card.active').innerText()
const count = (): Promise<string> => page.locator('.found-count').innerText()

async function goTo(hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await page.waitForSelector('#main h1', SHOWN)
}

async function search(text: string): Promise<void> {
  await page.locator('input[type=search]').fill(text)
}

describe('the library', () => {
  it('draws the real slides of those in sight and of no others, and nothing of what is withheld', async () => {
    await expect.poll(count, SHOWN).toContain(`${QUOTES + 1} items`)
    await page.waitForSelector('.card .preview .slide', SHOWN)
    expect(await page.locator('[role=gridcell]').count()).toBeLessThan(QUOTES)
    const grid = page.locator('[role=grid]')
    const columns = Number(await grid.getAttribute('aria-colcount'))
    expect(Number(await grid.getAttribute('aria-rowcount'))).toBe(Math.ceil((QUOTES + 1) / columns))
    await search('Without consent')
    await expect.poll(() => cell('Without consent').innerText(), SHOWN).toContain('withheld')
    await expect.poll(() => cell('Without consent').innerText(), SHOWN).toContain('quotes/zz.md')
    expect(await cell('Without consent').locator('.slide').count()).toBe(0)
    await search('')
  })

  it('by mouse: narrowed, two selected, said before it is done, hidden in room.yaml, and taken back', async () => {
    await page.locator('.filters label', { hasText: 'lifts' }).click()
    await expect.poll(count, SHOWN).toContain(`${QUOTES / 2} of`)
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await search('Voice')
    await cell(titleOf(1)).click()
    await cell(titleOf(3)).click({ modifiers: ['Shift'] })
    await expect.poll(() => page.locator('.selection').innerText(), SHOWN).toContain('3 selected')
    await cell(titleOf(2)).click({ modifiers: ['Control'] })
    await page.getByRole('button', { name: 'Hide' }).click()
    await expect.poll(() => page.locator('[role=dialog]').innerText(), SHOWN).toContain('2 items')
    await page.getByRole('button', { name: 'Do it' }).click()
    await expect.poll(() => read('room.yaml').match(/hidden: true/g)?.length, SHOWN).toBe(2)
    await expect.poll(() => desk.room.eligible(), SHOWN).toBe(QUOTES - 2)
    expect(read('room.yaml')).toContain('# ours')
    await expect.poll(() => cell(titleOf(1)).innerText(), SHOWN).toContain('hidden')
    await page.getByRole('button', { name: 'Undo' }).first().click()
    await expect.poll(() => read('room.yaml'), SHOWN).not.toContain('hidden: true')
    await page.keyboard.press('Escape')
  })

  it('by keyboard alone: searched, walked through, all of it given a weight', async () => {
    await page.keyboard.press('Control+f')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Voice 1')
    await expect.poll(count, SHOWN).toContain('10 of')
    await page.locator('[role=grid]').focus()
    await page.keyboard.press('Control+Home')
    await expect.poll(active, SHOWN).toContain(titleOf(10))
    await page.keyboard.press('ArrowRight')
    await expect.poll(active, SHOWN).toContain(titleOf(11))
    await page.keyboard.type('Voice 15')
    await expect.poll(active, SHOWN).toContain(titleOf(15))
    await page.keyboard.press('Control+a')
    await expect.poll(() => page.locator('.selection').innerText(), SHOWN).toContain('10 selected')
    await page.getByRole('button', { name: 'Weight' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('[role=dialog] input', SHOWN)
    await page.keyboard.press('Control+a')
    await page.keyboard.type('3')
    await expect.poll(() => page.locator('[role=dialog]').innerText(), SHOWN).toContain('weight 3')
    await page.keyboard.press('Enter')
    await expect.poll(() => read('room.yaml').match(/weight: 3/g)?.length, SHOWN).toBe(10)
    // The wall counts the turns of a pass: these have three each.
    await expect.poll(() => desk.room.eligible(), SHOWN).toBe(QUOTES + 20)
    await page.locator('[role=grid]').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#main h1').innerText(), SHOWN).toContain('Voice')
  })
})

describe('many at once, and the wall follows', () => {
  const sheet = () => page.getByRole('dialog')
  const wall = (): Promise<number> => desk.room.eligible()

  it('by mouse: dates that are over, and who may see it', async () => {
    await goTo('#/library')
    await search('Voice 2')
    await cell(titleOf(20)).click()
    await cell(titleOf(21)).click({ modifiers: ['Control'] })
    const all = await wall()
    await page.getByRole('button', { name: 'Dates …' }).click()
    await sheet().getByRole('group', { name: 'Until' }).getByRole('spinbutton').first().click()
    await page.keyboard.type('01152020')
    await sheet().getByRole('button', { name: 'Do it' }).click()
    await expect.poll(wall, SHOWN).toBe(all - 2)
    expect(read('room.yaml').match(/until: .?2020-01-15/g)).toHaveLength(2)
    await page.getByRole('button', { name: 'Undo' }).first().click()
    await expect.poll(wall, SHOWN).toBe(all)
    await page.getByRole('button', { name: 'Audience …' }).click()
    await sheet().locator('label.check').first().click()
    await sheet().getByRole('button', { name: 'Do it' }).click()
    await expect.poll(wall, SHOWN).toBe(all - 2)
    await page.getByRole('button', { name: 'Undo' }).first().click()
    await expect.poll(wall, SHOWN).toBe(all)
  })

  it('by keyboard alone: hidden, dated, tagged, each taken back by Ctrl+Z', async () => {
    const all = await wall()
    await page.keyboard.press('Control+f')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Voice 30')
    await expect.poll(count, SHOWN).toContain('1 of')
    await tabTo(page.locator('[role=grid]'))
    await page.keyboard.press('Control+a')
    await enter(page.getByRole('button', { name: 'Hide' }))
    await expect.poll(wall, SHOWN).toBe(all - 1)
    await page.keyboard.press('Control+z')
    await expect.poll(wall, SHOWN).toBe(all)
    await enter(page.getByRole('button', { name: 'Dates …' }))
    await tabTo(sheet().getByRole('group', { name: 'Until' }).getByRole('spinbutton').first())
    await page.keyboard.type('01152020')
    await enter(sheet().getByRole('button', { name: 'Do it' }))
    await expect.poll(wall, SHOWN).toBe(all - 1)
    await page.keyboard.press('Control+z')
    await expect.poll(wall, SHOWN).toBe(all)
    await enter(page.getByRole('button', { name: 'Tags …' }))
    await tabTo(sheet().getByRole('textbox'))
    await page.keyboard.type('buses')
    await page.keyboard.press('Enter')
    await expect.poll(() => read('quotes/v30.md'), SHOWN).toContain('buses')
    await page.locator('.filters label', { hasText: 'buses' }).waitFor(SHOWN)
    await search('')
  })
})

describe('one item', () => {
  it('by keyboard alone: pinned it is on the wall, what is written is read there, its file is shown', async () => {
    const wallText = (): Promise<string> => desk.room.wall.locator('body').innerText()
    await desk.app.evaluate(({ shell }) => {
      shell.showItemInFolder = (file) => Object.assign(globalThis, { shownFile: file })
    })
    await goTo(`#/library/${encodeURIComponent('quotes/v07')}`)
    await tabTo(page.getByRole('switch', { name: 'Pinned' }))
    await page.keyboard.press('Space')
    await expect.poll(async () => (await desk.room.play())?.item.id, SHOWN).toBe('quotes/v07')
    await enter(page.getByRole('button', { name: 'Edit the text' }))
    const editor = page.locator('.editor textarea')
    await expect.poll(() => editor.inputValue(), SHOWN).toContain('late again')
    await page.keyboard.press('Control+End')
    await page.keyboard.type('So we walked.')
    await enter(page.locator('.editor').getByRole('button', { name: 'Save' }))
    await expect.poll(wallText, SHOWN).toContain('So we walked.')
    await enter(page.getByRole('button', { name: 'Show in its folder' }))
    await expect
      .poll(() => desk.app.evaluate(() => (globalThis as { shownFile?: string }).shownFile), SHOWN)
      .toMatch(/quotes\/v07\.md$/)
    await tabTo(page.getByRole('switch', { name: 'Pinned' }), 'Shift+Tab')
    await page.keyboard.press('Space')
    await expect.poll(() => read('room.yaml'), SHOWN).not.toContain('pinned: true')
  })

  it('is drawn in other shapes, and a field is written where the file says it', async () => {
    const before = read('quotes/v05.md')
    await goTo(`#/library/${encodeURIComponent('quotes/v05')}`)
    await page.waitForSelector('.item-preview .slide', SHOWN)
    await page.getByRole('button', { name: /As on/ }).click()
    await page.getByRole('option', { name: 'Any screen in portrait' }).click()
    await page.waitForSelector('.item-preview .stage[data-shape]', SHOWN)
    const source = page.getByLabel('Source', { exact: true })
    await source.fill('Letter')
    await page.locator('.fields').getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => read('quotes/v05.md'), SHOWN).toBe(before.replace('Comment card', 'Letter'))
  })

  it('its text is edited with everything else kept; what somebody else wrote meanwhile stands beside it', async () => {
    await page.getByRole('button', { name: 'Edit the text' }).click()
    const editor = page.locator('.editor textarea')
    const before = read('quotes/v05.md')
    await expect.poll(() => editor.inputValue(), SHOWN).toBe(before)
    await editor.fill(before.replace('late again', 'late, as ever'))
    folder.write('quotes/v05.md', before.replace('late again', 'on time'))
    await page.locator('.editor').getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => page.locator('.conflict').innerText(), SHOWN).toContain('on time')
    expect(read('quotes/v05.md')).toContain('on time')
    await page.getByRole('button', { name: 'Write mine over it' }).click()
    await expect.poll(() => read('quotes/v05.md'), SHOWN).toBe(before.replace('late again', 'late, as ever'))
  })

  it('without standing tells why, and draws nothing', async () => {
    await goTo(`#/library/${encodeURIComponent('quotes/zz')}`)
    await expect.poll(() => page.locator('#main').innerText(), SHOWN).toContain('withheld')
    expect(await page.locator('.item-preview .slide').count()).toBe(0)
  })
})

describe('for everybody’s eyes', () => {
  it.each([
    ['light', { look: 'light', language: 'en' }, 1],
    ['dark, in German, at 200 %', { look: 'dark', language: 'de' }, 2],
  ])('axe finds nothing: %s', { timeout: 120_000 }, async (_name, preferences, zoom) => {
    await page.evaluate((each) => localStorage.setItem('preferences', JSON.stringify(each)), preferences)
    await page.reload()
    await setView(desk.app, page, { width: 1024, height: 700, zoom })
    for (const hash of ['#/library', `#/library/${encodeURIComponent('quotes/v05')}`]) {
      await goTo(hash)
      await page.waitForSelector('.preview .slide', SHOWN)
      expect(await axeFinds(page), hash).toEqual([])
    }
    await setView(desk.app, page, { width: 1280, height: 800, zoom: 1 })
  })
})
