import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerDialogs, axeFinds, type Desk, enter, openDesk, tabTo } from './admin-window.ts'
import { dropFiles } from './drop-files.ts'
import { writeExports } from './exports.ts'
import { slowShare, unagreed, writeMany, writeRecordings } from './import-jobs.ts'
import { type Folder, makeFolder, openRoom, QUICK_ROOM, quoteFile, type Room } from './room.ts'

/** From three downloads to the first verbatim on the wall: what somebody does who has never seen this before. */

const MOST_ACTIONS = 12
const MANY = 40
const RECORDINGS = 24
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

const row = (name: string): Locator => page.locator('.file', { hasText: name })

/** By mouse, and by keys alone: brings files in, leaves the last of them out, and says that nobody has agreed yet. */
const WAYS = {
  async mouse(files: readonly string[], last: string) {
    await dropFiles(page, files)
    await row(last).waitFor(SHOWN)
    await row(last).locator('label').click()
    await page.getByText('Not known yet').click()
    await page.getByRole('button', { name: /^Bring it in, withheld/ }).click()
  },
  async keys(files: readonly string[], last: string) {
    await answerDialogs(desk.app, { open: files })
    await enter(page.getByRole('button', { name: 'Bring in more' }))
    await enter(page.getByRole('button', { name: 'Choose files …' }))
    await row(last).waitFor(SHOWN)
    // All files are one stop, and arrows go from one to the next.
    await tabTo(page.locator('.file-list input:not([disabled])').first())
    await page.keyboard.press('End')
    await expect.poll(() => page.locator('li:focus-within').innerText(), SHOWN).toContain(last)
    await page.keyboard.press('Space')
    await tabTo(page.getByRole('radio', { name: 'They agreed' }))
    await page.keyboard.press('ArrowUp')
    await enter(page.getByRole('button', { name: /^Bring it in, withheld/ }))
  },
} as const

it.each(['keys', 'mouse'] as const)(
  'by %s: nothing is written over, and what nobody agreed to comes in and is on no wall',
  { timeout: 60_000 },
  async (by) => {
    const [hers, downloads] = [quoteFile(`Hers, by ${by}.`), join(folder.content, '../downloads')]
    const names = [`same-${by}.md`, `other-${by}.md`, 'responses.csv']
    const [same = '', other = ''] = names
    const taken = `quotes/Other-${by}.md`
    folder.write(`quotes/${same}`, hers)
    folder.write(taken, hers)
    writeFileSync(join(downloads, same), hers)
    writeFileSync(join(downloads, other), unagreed('Mine.'))
    writeFileSync(join(downloads, 'responses.csv'), 'text\nAnother table of that name.\n')
    const looked = expect.poll(() => row(same).innerText(), SHOWN).toContain('is in the folder already')
    const numbered = expect
      .poll(() => row(other).innerText(), SHOWN)
      .toMatch(new RegExp(`to quotes/other-${by}-2\\.md .*its name was taken`))
    await Promise.all([
      looked,
      numbered,
      WAYS[by](
        names.map((name) => join(downloads, name)),
        'responses.csv',
      ),
    ])
    await page.locator('.import-done').waitFor(SHOWN)
    const at = (path: string): string => readFileSync(join(folder.content, path), 'utf8')
    expect([at(`quotes/${same}`), at(taken)]).toEqual([hers, hers])
    expect(at(`quotes/other-${by}-2.md`)).toContain('Mine.')
    expect(existsSync(join(folder.content, 'quotes/responses-2.csv'))).toBe(false)
    // The wall has read it, counts it among what is withheld, and shows what may be shown.
    await expect
      .poll(() => room.rows<{ id: string }>('SELECT id FROM items', 'index.db').map(({ id }) => id), SHOWN)
      .toEqual(expect.arrayContaining([`quotes/other-${by}-2`, `quotes/same-${by}`]))
    await expect.poll(() => room.eligible(), SHOWN).toBe(by === 'keys' ? 10 : 12)
    expect(room.plays().filter(({ item_id }) => item_id.startsWith('quotes/other'))).toEqual([])
  },
)

it('a long import tells how far it is, lets her work elsewhere, and is stopped by keys and by mouse; nothing of it stays', {
  timeout: 60_000,
}, async () => {
  const many = join(folder.content, '../many')
  const last = writeMany(many, MANY)
  const [before, played] = [readdirSync(folder.content, { recursive: true }).toSorted(), room.plays().length]
  const stop = page.getByRole('button', { name: 'Stop' })
  const go = page.getByRole('button', { name: `Bring in ${MANY} files, withheld` })
  await answerDialogs(desk.app, { open: [many] })
  await enter(page.getByRole('button', { name: 'Bring in more' }))
  await enter(page.getByRole('button', { name: 'Choose a folder …' }))
  await page.locator('.file-list').waitFor(SHOWN)
  await tabTo(page.getByRole('radio', { name: 'They agreed' }))
  await page.keyboard.press('ArrowUp')
  const share = slowShare(last)
  await enter(go)
  await expect.poll(() => page.locator('main .task').innerText(), SHOWN).toContain(`${MANY - 1} / ${MANY}`)
  // Where she works meanwhile, it goes with her.
  await page.keyboard.press('Control+2')
  await page.keyboard.type('entrance')
  await expect.poll(() => page.locator('main [data-search] input').inputValue(), SHOWN).toBe('entrance')
  await expect.poll(() => page.locator('#main').innerText(), SHOWN).toContain('which entrance')
  expect(await page.locator('.side .task').innerText()).toMatch(
    new RegExp(`${MANY - 1} / ${MANY}\\s+Copying many/z\\.md`),
  )
  await tabTo(stop, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await share.answer()
  await page.keyboard.press('Control+4')
  await go.waitFor(SHOWN)
  expect(readdirSync(folder.content, { recursive: true }).toSorted()).toEqual(before)
  // The answers are still there; once more, by mouse.
  await go.click()
  await expect.poll(() => page.locator('main .task').innerText(), SHOWN).toContain('Copying many/z.md')
  await stop.click()
  await share.answer()
  await go.waitFor(SHOWN)
  expect(readdirSync(folder.content, { recursive: true }).toSorted()).toEqual(before)
  await expect.poll(() => room.plays().length, SHOWN).toBeGreaterThan(played)
})

it('the reading of what takes long tells how far it is; it is stopped by keys and by mouse, and goes on', {
  timeout: 60_000,
}, async () => {
  writeRecordings(folder, RECORDINGS)
  const [stop, on] = ['Stop', 'Read on'].map((name) => page.locator('.side').getByRole('button', { name }))
  if (!stop || !on) throw new Error('There are two buttons.')
  const waiting = (): Promise<string> => page.locator('.work-going-on').innerText()
  await expect.poll(() => page.locator('.side .task').innerText(), SHOWN).toMatch(/\d \/ \d+/)
  await enter(stop)
  await on.waitFor(SHOWN)
  expect(await waiting()).toMatch(/Files that wait: \d+/)
  await enter(on)
  await stop.click(SHOWN)
  await on.waitFor(SHOWN)
  // What comes later waits too, and is counted.
  const before = Number(/\d+/.exec(await waiting()))
  folder.write('quotes/later.md', quoteFile('Later.'))
  await expect.poll(waiting, SHOWN).toContain(`Files that wait: ${before + 1}`)
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
