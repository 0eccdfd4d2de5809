import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFinds, callRaw, type Desk, openDesk, setView } from './admin-window.ts'
import { type Folder, makeFolder, openRoom, QUICK_ROOM, quoteFile, type Room } from './room.ts'

/** The work list, the consent ledger and an import, each by mouse or by keyboard alone, with the wall beside. */

const SHOWN = { timeout: 30_000 }
const ROWS = 40

let folder: Folder
let desk: Desk
let room: Room
let page: Page

beforeAll(async () => {
  folder = makeFolder({
    'room.yaml': QUICK_ROOM,
    'quotes/shown.md': quoteFile('It just worked.'),
    'quotes/mail.md': quoteFile('I wrote to anna.berg@example.org twice and called +49 30 901820.'),
    'quotes/number.md': quoteFile('My ticket said 4111 1111 1111 1111 and nobody knew why.'),
    'quotes/gone.md': quoteFile('I would rather not be seen.').replace('card 12', 'card 99'),
    'quotes/none.csv': table(),
    'quotes/loose.md':
      '---\nwho: A traveller\ncaptured: 2026-03-04\n---\n\nNobody says where this is from.\n',
  })
  room = await openRoom({ ...folder, data: `${folder.data}-wall` })
  desk = await openDesk(folder)
  page = desk.page
  await goTo('worklist')
  await page.getByRole('option').first().waitFor(SHOWN)
})
afterAll(async () => {
  await desk?.app.close()
  await room?.close()
  folder.remove()
})

/** Rows that nobody agreed for. */
function table(): string {
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `${at + 1},"The lift was broken on day ${at + 1}.",Survey,2026-03-02`,
  )
  return `id,quote,source,captured\n${rows.join('\n')}\n`
}

async function goTo(place: string): Promise<void> {
  await page.evaluate((name) => {
    location.hash = `#/${name}`
  }, place)
  await page.waitForSelector(`#main.${place.split('/')[0]} h1`)
}

const text = (): Promise<string> => page.locator('#main').innerText()
const title = (): Promise<string> => page.locator('.work h2').innerText()
const file = (path: string): string => readFileSync(join(folder.content, path), 'utf8')
const entry = (title: string | RegExp) => page.getByRole('option', { name: title })
const eligible = (): Promise<number> => room.eligible()

/** Answers the system's dialog for a place to save to. */
async function saveTo(path: string): Promise<void> {
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
}

describe('the work list', () => {
  it('by mouse: consent is recorded for all rows of a table at once, and the wall shows them', {
    timeout: 90_000,
  }, async () => {
    await expect.poll(eligible, SHOWN).toBe(2)
    const before = await eligible()
    await entry(/The lift was broken/).click()
    await expect.poll(text, SHOWN).toContain(`Record it for all ${ROWS}`)
    expect(await page.getByRole('button', { name: /Record it for all/ }).isDisabled()).toBe(true)
    await page.getByText('They agreed', { exact: true }).click()
    await page.getByLabel('Reference to who agreed').fill('study 7')
    await page.getByRole('group', { name: 'Given on' }).getByRole('spinbutton').first().click()
    await page.keyboard.type('03042026')
    await page.locator('label.check', { hasText: 'shown on a wall' }).click()
    await page.locator('label.check', { hasText: 'staff' }).click()
    await page.getByRole('button', { name: `Record it for all ${ROWS}` }).click()
    await expect.poll(eligible, SHOWN).toBe(before + ROWS)
    expect(file('quotes/none.yaml')).toContain('study 7')
    await expect.poll(() => entry(/The lift was broken/).count(), SHOWN).toBe(0)
  })

  it('by keyboard alone: from one to the next, a find in its sentence, taken out by one key, and back again', {
    timeout: 90_000,
  }, async () => {
    const before = await eligible()
    const total = await page.getByRole('option').count()
    for (let at = 0; at < total; at += 1) await page.keyboard.press('p')
    for (let at = 0; at < total && !(await title()).includes('anna.berg'); at += 1)
      await page.keyboard.press('n')
    await expect.poll(() => page.locator('mark').allInnerTexts(), SHOWN).toContain('anna.berg@example.org')
    expect(await text()).toMatch(/\d of \d/)
    await page.keyboard.press('r')
    await expect.poll(() => file('quotes/mail.md'), SHOWN).toContain('[[anna.berg@example.org]]')
    await expect.poll(() => page.locator('mark').allInnerTexts(), SHOWN).toEqual(['+49 30 901820'])
    await page.keyboard.press('r')
    await expect.poll(() => file('quotes/mail.md'), SHOWN).toContain('[[+49 30 901820]]')
    await expect.poll(eligible, SHOWN).toBe(before + 1)
    await page.keyboard.press('Control+z')
    await expect.poll(() => file('quotes/mail.md'), SHOWN).not.toContain('[[+49')
    await expect.poll(eligible, SHOWN).toBe(before)
  })

  it('a false find is cleared by somebody who answers for it', { timeout: 60_000 }, async () => {
    const before = await eligible()
    await entry(/My ticket said/).click()
    await page.getByText('This is no personal data').click()
    await page.getByLabel('Who answers for it').fill('Research')
    await page.getByRole('button', { name: 'Clear it' }).click()
    await expect.poll(() => file('room.yaml'), SHOWN).toContain('Research')
    await expect.poll(eligible, SHOWN).toBe(before + 1)
  })

  it('a field that is missing is written into the file, everything else in it kept', {
    timeout: 60_000,
  }, async () => {
    const before = await eligible()
    await entry(/loose/).first().click()
    const area = page.locator('textarea.file-text')
    await area.waitFor(SHOWN)
    await area.fill(
      file('quotes/loose.md').replace(
        '---\nwho',
        `---\nsource: A letter\nconsent: { public_source: The paper }\nwho`,
      ),
    )
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect.poll(() => file('quotes/loose.md'), SHOWN).toContain('source: A letter\n')
    expect(file('quotes/loose.md')).toContain('who: A traveller\ncaptured: 2026-03-04\n---\n\nNobody says')
    await expect.poll(eligible, SHOWN).toBe(before + 1)
  })
})

describe('the work list, where others work too', () => {
  it('a file that somebody has changed meanwhile is shown side by side, and not written over', {
    timeout: 60_000,
  }, async () => {
    folder.write('quotes/late.md', '---\nwho: A traveller\ncaptured: 2026-03-04\n---\n\nNo source again.\n')
    await entry(/late/).first().click()
    const area = page.locator('textarea.file-text')
    await expect.poll(() => area.inputValue(), SHOWN).toContain('No source again')
    await area.fill(file('quotes/late.md').replace('No source', 'Still no source'))
    folder.write('quotes/late.md', file('quotes/late.md').replace('No source', 'Once more no source'))
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.locator('.sides').waitFor(SHOWN)
    expect(await page.locator('.sides pre').allInnerTexts()).toEqual([
      expect.stringContaining('Still no source'),
      expect.stringContaining('Once more no source'),
    ])
    expect(file('quotes/late.md')).toContain('Once more')
    await page.getByRole('button', { name: 'Write mine over it' }).click()
    await expect.poll(() => file('quotes/late.md'), SHOWN).toContain('Still no source')
  })

  it('by keyboard: a withheld photograph is seen by its curator alone, and a part of it is framed and blurred', {
    timeout: 90_000,
  }, async () => {
    folder.copySample('photos')
    folder.write('photos/six-fifty-two.md', file('photos/six-fifty-two.md').replace('people: none\n', ''))
    await entry(/6.52/).click(SHOWN)
    await page.getByText('Picture: blur, crop').click()
    const show = page.getByRole('button', { name: 'Show me the picture' })
    await show.focus()
    await page.keyboard.press('Enter')
    await page.locator('.picture-area canvas').waitFor(SHOWN)
    expect(await callRaw(room.wall, 'original', [{ id: 'photos/six-fifty-two' }])).toBe('refused')
    await page.getByRole('button', { name: 'Add a part' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.frame.blur').focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'Shift+ArrowDown'])
      await page.keyboard.press(key)
    expect(await page.locator('.frame.blur').getAttribute('aria-label')).toContain(
      '39% from the left, 23% from above',
    )
    await page.getByRole('button', { name: 'Save the picture so' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => file('photos/six-fifty-two.md'), SHOWN).toMatch(/blur:\s+- x: 0\.39\s+y: 0\.23/)
  })

  it('by mouse: it is cropped, and taken back', { timeout: 60_000 }, async () => {
    const before = file('photos/six-fifty-two.md')
    await page.getByText('the part that is used', { exact: true }).click()
    const area = (await page.locator('.picture-area').boundingBox()) ?? { x: 0, y: 0, width: 1, height: 1 }
    const at = (x: number, y: number) => [area.x + area.width * x, area.y + area.height * y] as const
    await page.mouse.move(...at(0.2, 0.1))
    await page.mouse.down()
    await page.mouse.move(...at(0.5, 0.5))
    await page.mouse.move(...at(0.8, 0.9))
    await page.mouse.up()
    await page.getByRole('button', { name: 'Save the picture so' }).click()
    await expect.poll(() => file('photos/six-fifty-two.md'), SHOWN).toMatch(/crop:\s+x: 0\.2\s+y: 0\.1/)
    await page.keyboard.press('Control+z')
    await expect.poll(() => file('photos/six-fifty-two.md'), SHOWN).toBe(before)
  })

  it('what is being written is seen on the slide before it is saved, and taken back after', {
    timeout: 60_000,
  }, async () => {
    await page.evaluate(() => {
      location.hash = '#/library/quotes%2Fshown'
    })
    const words = page.getByLabel('Who (no name)')
    await words.waitFor(SHOWN)
    const before = file('quotes/shown.md')
    await words.fill('A baker, 29')
    await expect.poll(() => page.locator('.item-preview').innerText(), SHOWN).toContain('As it would be')
    expect(file('quotes/shown.md')).toBe(before)
    await page.locator('.fields').getByRole('button', { name: 'Save' }).click()
    await expect
      .poll(() => file('quotes/shown.md'), SHOWN)
      .toBe(before.replace(/^who: .*$/m, 'who: A baker, 29'))
    await page.keyboard.press('Control+z')
    await expect.poll(() => file('quotes/shown.md'), SHOWN).toBe(before)
  })

  it('by keyboard alone: a step of a journey is another, all else in its file kept', {
    timeout: 60_000,
  }, async () => {
    folder.copySample('journeys')
    const path = 'journeys/ruth-dialysis.yaml'
    const before = file(path)
    await page.evaluate(() => {
      location.hash = '#/library/journeys%2Fruth-dialysis'
    })
    const home = page.locator('.entry > summary', { hasText: '2. Home' })
    await home.waitFor(SHOWN)
    await home.focus()
    await page.keyboard.press('Enter')
    const name = page.locator('.entry[open]').getByLabel('Name')
    await name.focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('At home')
    await expect.poll(() => page.locator('.item-preview').innerText(), SHOWN).toContain('As it would be')
    await page.keyboard.press('Enter')
    await expect.poll(() => file(path), SHOWN).toBe(before.replace('name: Home', 'name: At home'))
  })

  it('a field of a row is written into its cell', { timeout: 60_000 }, async () => {
    const before = file('quotes/none.csv')
    await page.evaluate(() => {
      location.hash = '#/library/quotes%2Fnone%237'
    })
    const source = page.getByLabel('Source', { exact: true })
    await source.waitFor(SHOWN)
    await source.fill('Survey, spring')
    await page.locator('.fields').getByRole('button', { name: 'Save' }).click()
    await expect
      .poll(() => file('quotes/none.csv'), SHOWN)
      .toBe(before.replace('on day 7.",Survey', 'on day 7.","Survey, spring"'))
  })
})

describe('the ledger', () => {
  it('by keyboard alone: withdrawn at once, and off the wall', { timeout: 60_000 }, async () => {
    const before = await eligible()
    await goTo('ledger')
    await page.keyboard.press('/')
    await page.keyboard.type('card 99')
    await expect.poll(() => page.getByRole('option').count(), SHOWN).toBe(1)
    await page.getByRole('button', { name: 'Withdraw …' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor(SHOWN)
    await page.keyboard.press('Enter')
    await expect.poll(() => file('quotes/gone.md'), SHOWN).toContain('withdrawn')
    await expect.poll(eligible, SHOWN).toBe(before - 1)
    await expect.poll(text, SHOWN).toContain('withdrawn')
  })

  it('by mouse: erased with its proof, which is shown and saved', { timeout: 60_000 }, async () => {
    const proof = join(folder.content, '../proof.csv')
    await saveTo(proof)
    await page.getByRole('button', { name: 'Erase …' }).click()
    await page.getByLabel('Type card 99 to go on').fill('card 99')
    await page.getByRole('button', { name: 'Erase for good' }).click()
    await expect.poll(() => page.getByRole('dialog').innerText(), SHOWN).toContain('One item was erased')
    expect(await page.getByRole('dialog').innerText()).toContain('quotes/gone')
    await expect
      .poll(() => page.getByRole('dialog').innerText(), { timeout: 60_000 })
      .toContain('nothing is left in any of these places')
    await page.getByRole('button', { name: 'Save the proof …' }).click()
    await expect.poll(() => existsSync(proof), SHOWN).toBe(true)
    await expect.poll(() => readFileSync(proof, 'utf8'), SHOWN).toContain('quotes/gone')
    expect(readFileSync(proof, 'utf8')).not.toContain('rather not')
    expect(readFileSync(proof, 'utf8')).toContain('Search,nothing left')
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await expect.poll(text, SHOWN).toContain('None of these')
  })

  it('the audit record is saved, and its chain holds', { timeout: 60_000 }, async () => {
    const audit = join(folder.content, '../audit.csv')
    await saveTo(audit)
    await page.getByRole('button', { name: 'Export the audit record …' }).click()
    await expect.poll(text, SHOWN).toMatch(/The chain of all \d+ rows holds/)
    await expect
      .poll(() => existsSync(audit) && readFileSync(audit, 'utf8'), SHOWN)
      .toContain('previous hash')
  })
})

describe('an import by keyboard alone', () => {
  it('what has no ground comes in withheld, as was answered, and waits in the work list', {
    timeout: 90_000,
  }, async () => {
    const before = await eligible()
    const file = join(folder.content, '../late.md')
    folder.write(
      '../late.md',
      '---\nkind: quote\nwho: A traveller\nsource: A letter\ncaptured: 2026-03-04\n---\n\nThe stairs were wet.\n',
    )
    await desk.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
    }, file)
    await goTo('import')
    await page.getByRole('button', { name: 'Choose files …' }).focus()
    await page.keyboard.press('Enter')
    const go = page.getByRole('button', { name: /Bring it in/ })
    await go.waitFor(SHOWN)
    expect(await go.isDisabled()).toBe(true)
    await page.getByRole('radio', { name: 'They agreed' }).focus()
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => go.innerText(), SHOWN).toBe('Bring it in, withheld')
    await go.focus()
    await page.keyboard.press('Enter')
    await page.locator('.import-done').waitFor(SHOWN)
    expect(existsSync(join(folder.content, 'quotes/late.md'))).toBe(true)
    await goTo('worklist')
    await entry(/The stairs were wet/).waitFor(SHOWN)
    expect(await eligible()).toBe(before)
  })
})

/** What stands there once the place has its answer. */
const SIGNS: Readonly<Record<string, string>> = {
  import: '.invitation',
  'library/journeys%2Fruth-dialysis': '.item-preview .slide',
}

describe('for everybody’s eyes', () => {
  it.each([
    ['light', { look: 'light', language: 'en' }, 1],
    ['dark, in German, at 200 %', { look: 'dark', language: 'de' }, 2],
  ])('axe finds nothing while work is done: %s', { timeout: 120_000 }, async (_name, preferences, zoom) => {
    await page.evaluate((each) => localStorage.setItem('preferences', JSON.stringify(each)), preferences)
    await page.reload()
    await page.waitForSelector('main h1', SHOWN)
    await setView(desk.app, page, { width: 1024, height: 700, zoom })
    for (const place of ['worklist', 'ledger', 'import', 'library/journeys%2Fruth-dialysis']) {
      await goTo(place)
      await page.locator(SIGNS[place] ?? '.list-and-one').waitFor(SHOWN)
      expect(await axeFinds(page), place).toEqual([])
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }))
      expect(scroll, place).toBeLessThanOrEqual(client)
    }
  })
})
