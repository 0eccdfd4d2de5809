import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFinds, type Desk, openDesk } from './admin-window.ts'
import { dropFiles } from './drop-files.ts'
import { writeExports } from './exports.ts'
import { type Folder, makeFolder, openRoom, QUICK_ROOM, type Room } from './room.ts'

/** From three downloads to the first verbatim on the wall: what somebody does who has never seen this before. */

const MOST_ACTIONS = 12
const SHOWN = { timeout: 30_000 }

let folder: Folder
let exports: string[]
let desk: Desk
let room: Room
let page: Page
const actions: string[] = []

beforeAll(async () => {
  folder = makeFolder({ 'room.yaml': QUICK_ROOM })
  exports = writeExports(join(folder.content, '../downloads'))
  room = await openRoom({ ...folder, data: `${folder.data}-wall` })
  desk = await openDesk(folder)
  page = desk.page
})
afterAll(async () => {
  await desk?.app.close()
  await room?.close()
  folder.remove()
})

/** One thing that a person does: a drop, a choice out of a list, a line that is written, a box, a button. */
async function act(what: string, does: () => Promise<void>): Promise<void> {
  actions.push(what)
  await does()
}

async function choose(list: Locator, option: string): Promise<void> {
  await list.click()
  await page.getByRole('option', { name: option }).first().click()
}

it('three exports, their columns, consent, and the first verbatim on the wall: at most 12 actions', {
  timeout: 120_000,
}, async () => {
  await page.waitForSelector('main h1', SHOWN)
  await act('drop the three archives', () => dropFiles(page, exports))
  await page.getByRole('heading', { name: /Which column is which in .*responses\.csv/ }).waitFor(SHOWN)
  // What was guessed is seen at once, as the slides that it would be.
  await expect
    .poll(() => page.locator('.row-slides .slide').allInnerTexts(), SHOWN)
    .toEqual(expect.arrayContaining([expect.stringContaining('which entrance')]))

  const home = page.getByRole('button', { name: /Meaning of Where do you live/ })
  await act('where she lives is what is said of her', () => choose(home, 'who said it'))
  await expect
    .poll(() => page.locator('.row-slides .slide').first().innerText(), SHOWN)
    .toContain('A village')
  const ward = page.getByRole('button', { name: /Meaning of Ward/ })
  await act('the ward is the department', () => choose(ward, 'department'))

  await act('where it is from', () =>
    page.getByLabel('Where all this is from').fill('Patient surveys, spring'),
  )
  await act('they agreed', () => page.getByText('They agreed', { exact: true }).click())
  await act('the reference', () => page.getByLabel('Reference to who agreed').fill('survey consent form 3'))
  await act('the day', async () => {
    await page.getByRole('group', { name: 'Given on' }).getByRole('spinbutton').first().click()
    await page.keyboard.type('01152026')
  })
  await act('to a wall', () => page.locator('label.check', { hasText: 'shown on a wall' }).click())
  await act('for staff', () => page.locator('label.check', { hasText: 'staff' }).click())
  expect(await axeFinds(page)).toEqual([])
  await act('bring it in', () => page.getByRole('button', { name: 'Bring in 3 files' }).click())

  await expect.poll(() => page.locator('main').innerText(), SHOWN).toContain('8 of 8 items may be shown')
  await expect.poll(async () => (await room.play())?.item.kind, SHOWN).toBe('quote')
  await expect.poll(() => room.plays().length, SHOWN).toBeGreaterThan(0)
  expect(actions.length, actions.join(', ')).toBeLessThanOrEqual(MOST_ACTIONS)
})

it('what identifies a person is on no wall and in no list', async () => {
  const { answer } = await page.evaluate(async () => {
    const found = await window.room.call('find', { from: 0, count: 100 })
    return { answer: JSON.stringify(found) }
  })
  expect(answer).not.toContain('81.2.69')
  expect(answer).toContain('Tell me how long')
})

it('all of it is taken back by one Undo', { timeout: 60_000 }, async () => {
  await page.locator('.import-done').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => page.locator('main').innerText(), SHOWN).toContain('taken out of the folder again')
  await expect.poll(async () => (await room.snapshot()).wall.type, SHOWN).toBe('empty')
})
