import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerDialogs, axeFinds, type Desk, enter, openDesk, tabTo } from './admin-window.ts'
import { dropFiles } from './drop-files.ts'
import { writeExports } from './exports.ts'
import { type Folder, makeFolder, openRoom, QUICK_ROOM, quoteFile, type Room } from './room.ts'

/** From three downloads to the first verbatim on the wall: what somebody does who has never seen this before. */

const MOST_ACTIONS = 12
const MANY = 3_000
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

/** Walks to a list and chooses by its first letters. */
async function pick(list: Locator, letters: string): Promise<void> {
  await enter(list)
  await page.getByRole('listbox').waitFor(SHOWN)
  await page.keyboard.type(letters)
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor({ ...SHOWN, state: 'detached' })
}

async function write(field: Locator, text: string): Promise<void> {
  await tabTo(field)
  await page.keyboard.type(text)
}

async function tick(label: string): Promise<void> {
  await tabTo(page.locator('label.check', { hasText: label }).locator('input'))
  await page.keyboard.press('Space')
}

it('the same by keyboard alone, and the wall shows it', { timeout: 120_000 }, async () => {
  await answerDialogs(desk.app, { open: exports })
  const before = room.plays().length
  // The library has read that the columns are unknown again.
  await expect.poll(() => page.locator('main').innerText(), SHOWN).toContain('0 of 0 items')
  await enter(page.getByRole('button', { name: 'Bring in more' }))
  await enter(page.getByRole('button', { name: 'Choose files …' }))
  await page.getByRole('heading', { name: /Which column is which in .*responses\.csv/ }).waitFor(SHOWN)
  await write(page.getByLabel('Where all this is from'), 'Patient surveys, spring')
  await pick(page.getByRole('button', { name: /Meaning of Where do you live/ }), 'who said')
  await expect
    .poll(() => page.locator('.row-slides .slide').first().innerText(), SHOWN)
    .toContain('A village')
  await pick(page.getByRole('button', { name: /Meaning of Ward/ }), 'depart')
  await tabTo(page.getByRole('radio', { name: 'They agreed' }))
  await page.keyboard.press('Space')
  await write(page.getByLabel('Reference to who agreed'), 'survey consent form 3')
  await write(page.getByRole('group', { name: 'Given on' }).getByRole('spinbutton').first(), '01152026')
  await tick('shown on a wall')
  await tick('staff')
  await enter(page.getByRole('button', { name: 'Bring in 3 files' }))
  await expect.poll(() => page.locator('main').innerText(), SHOWN).toContain('8 of 8 items may be shown')
  await expect.poll(() => room.plays().length, SHOWN).toBeGreaterThan(before)
  expect((await room.play())?.item.kind).toBe('quote')
})

it('nothing is written over: the same file stays out, another of that name, capitals or not, gets a number', {
  timeout: 60_000,
}, async () => {
  const [hers, downloads] = [quoteFile('Hers.'), join(folder.content, '../downloads')]
  folder.write('quotes/same.md', hers)
  folder.write('quotes/Other.md', hers)
  writeFileSync(join(downloads, 'same.md'), hers)
  writeFileSync(join(downloads, 'other.md'), quoteFile('Mine.', 'kind: quote\n'))
  writeFileSync(join(downloads, 'responses.csv'), 'text\nAnother table of that name.\n')
  await dropFiles(
    page,
    ['same.md', 'other.md', 'responses.csv'].map((name) => join(downloads, name)),
  )
  const row = (name: string) => page.locator('.file', { hasText: name })
  await expect.poll(() => row('same.md').innerText(), SHOWN).toContain('is in the folder already')
  expect(await row('same.md').locator('input').isDisabled()).toBe(true)
  expect(await row('other.md').innerText()).toMatch(/to quotes\/other-2\.md .*its name was taken/)
  expect(await row('responses.csv').innerText()).toContain('quotes/responses-2.csv')
  await row('responses.csv').locator('label').click()
  await page.getByText('Not known yet').click()
  await page.getByRole('button', { name: /^Bring it in/ }).click()
  await page.locator('.import-done').waitFor(SHOWN)
  const at = (path: string): string => readFileSync(join(folder.content, path), 'utf8')
  expect([at('quotes/same.md'), at('quotes/Other.md')]).toEqual([hers, hers])
  expect(at('quotes/other-2.md')).toContain('Mine.')
  expect(existsSync(join(folder.content, 'quotes/responses-2.csv'))).toBe(false)
})

it('a great import tells how far it is, lets her work elsewhere, and is stopped by mouse and by keys; nothing of it stays', {
  timeout: 120_000,
}, async () => {
  const many = join(folder.content, '../many')
  mkdirSync(many)
  for (let at = 0; at < MANY; at += 1)
    writeFileSync(join(many, `v${at}.md`), quoteFile(`It was late for the ${at}. time.`, 'kind: quote\n'))
  const before = readdirSync(folder.content, { recursive: true }).length
  const stop = page.getByRole('button', { name: 'Stop' })
  await page.getByRole('button', { name: 'Bring in more' }).click()
  // While it is looked at, by mouse.
  await dropFiles(page, [many])
  await expect.poll(() => page.locator('.task').innerText(), SHOWN).toMatch(/\d \/ 3,000/)
  await stop.click()
  await page.locator('.invitation').waitFor(SHOWN)
  // While it is copied, by keys, and from where she works meanwhile.
  await answerDialogs(desk.app, { open: [many] })
  await enter(page.getByRole('button', { name: 'Choose a folder …' }))
  const go = page.getByRole('button', { name: 'Bring in 3,000 files' })
  await go.waitFor(SHOWN)
  // Three thousand files are one stop, and arrows go from one to the next.
  const boxes = page.locator('.file-list input')
  await tabTo(boxes.first())
  await page.keyboard.press('End')
  await expect.poll(() => page.locator('li:focus-within').getAttribute('aria-posinset'), SHOWN).toBe('3000')
  await tabTo(page.getByRole('radio', { name: 'They agreed' }))
  await page.keyboard.press('ArrowUp')
  await enter(page.getByRole('button', { name: 'Bring in 3,000 files, withheld' }))
  await expect.poll(() => page.locator('main .task').innerText(), SHOWN).toMatch(/Copying .*/)
  await page.keyboard.press('Control+2')
  // The library begins in its search.
  await page.keyboard.type('entrance')
  await expect.poll(() => page.locator('main [data-search] input').inputValue(), SHOWN).toBe('entrance')
  await expect.poll(() => page.locator('main').innerText(), SHOWN).toContain('which entrance')
  await expect.poll(() => page.locator('.side .task').first().innerText(), SHOWN).toMatch(/\d \/ 3,000/)
  await tabTo(stop, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+4')
  await go.or(page.getByRole('button', { name: 'Bring in 3,000 files, withheld' })).waitFor(SHOWN)
  expect(readdirSync(folder.content, { recursive: true }).length).toBe(before)
  expect((await room.snapshot()).wall.type).toBe('play')
})

it('the reading of a great folder tells how far it is; it is stopped by keys and by mouse, and goes on', {
  timeout: 90_000,
}, async () => {
  renameSync(join(folder.content, '../many'), join(folder.content, 'quotes/many'))
  const [stop, on] = ['Stop', 'Read on'].map((name) => page.locator('.side').getByRole('button', { name }))
  if (!stop || !on) throw new Error('There are two buttons.')
  await expect.poll(() => page.locator('.side .task').innerText(), SHOWN).toMatch(/\d \/ 3,\d{3}/)
  await enter(stop)
  await on.waitFor(SHOWN)
  expect(await page.locator('.work-going-on').innerText()).toMatch(/Files that wait: [\d,]+/)
  await enter(on)
  await stop.click(SHOWN)
  await on.waitFor(SHOWN)
})

it('health, by keyboard alone: each of its parts, and a file for support that says nothing of what was brought in', {
  timeout: 60_000,
}, async () => {
  const support = join(folder.content, '../support.json')
  await answerDialogs(desk.app, { save: support })
  await page.keyboard.press('Control+9')
  await page.locator('.health-parts').waitFor(SHOWN)
  const parts = await page.locator('.health-parts h2').allInnerTexts()
  expect(parts).toEqual(
    expect.arrayContaining([
      'Library',
      'Wall',
      'Machine',
      'Clock',
      'Versions',
      'What happened in the last 30 days',
    ]),
  )
  expect(await page.locator('.health-parts').innerText()).toMatch(/Disk free\s.*Display 1/s)
  await enter(page.getByRole('button', { name: 'File for support …' }))
  await expect.poll(() => existsSync(support) && readFileSync(support, 'utf8'), SHOWN).toContain('versions')
  expect(readFileSync(support, 'utf8')).not.toMatch(/entrance|village|quotes|responses|form 3|Test Room|Hers/)
})
