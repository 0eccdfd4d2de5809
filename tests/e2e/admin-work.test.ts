import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { axeFinds, enter, setView, tabTo } from './admin-window.ts'
import {
  closeWorkDesk,
  desk,
  eligible,
  entry,
  file,
  folder,
  goByKeys,
  goTo,
  openByKeys,
  openWorkDesk,
  page,
  SHOWN,
  unpin,
} from './work-desk.ts'
import { ledgerJobs } from './work-ledger-jobs.ts'
import { workListJobs } from './work-list-jobs.ts'
import { pictureJobs } from './work-picture-jobs.ts'
import { columnJobs, remedyJobs } from './work-remedy-jobs.ts'

/** The work list, pictures, the consent ledger and single items: by mouse and by keyboard alone, with the wall beside. */

beforeAll(openWorkDesk)
afterEach(unpin)
afterAll(closeWorkDesk)

workListJobs()
remedyJobs()
pictureJobs()

describe('an item', () => {
  it('what is being written is seen on the slide before it is saved, and taken back after', {
    timeout: 60_000,
  }, async () => {
    await openByKeys('It just worked')
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
    await openByKeys('Ruth goes to dialysis')
    const home = page.locator('.entry > summary', { hasText: '2. Home' })
    await home.waitFor(SHOWN)
    await enter(home)
    const name = page.locator('.entry[open]').getByLabel('Name')
    await tabTo(name)
    await page.keyboard.press('Control+a')
    await page.keyboard.type('At home')
    await expect.poll(() => page.locator('.item-preview').innerText(), SHOWN).toContain('As it would be')
    await page.keyboard.press('Enter')
    await expect.poll(() => file(path), SHOWN).toBe(before.replace('name: Home', 'name: At home'))
  })

  it('a field of a row is written into its cell', { timeout: 60_000 }, async () => {
    const before = file('quotes/none.csv')
    await openByKeys('The lift was broken on day 7.')
    const source = page.getByLabel('Source', { exact: true })
    await source.waitFor(SHOWN)
    await source.fill('Survey, spring')
    await page.locator('.fields').getByRole('button', { name: 'Save' }).click()
    await expect
      .poll(() => file('quotes/none.csv'), SHOWN)
      .toBe(before.replace('on day 7.",Survey', 'on day 7.","Survey, spring"'))
  })
})

ledgerJobs()

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
    await goByKeys('import')
    await enter(page.getByRole('button', { name: 'Choose files …' }))
    const go = page.getByRole('button', { name: /Bring it in/ })
    await go.waitFor(SHOWN)
    expect(await go.isDisabled()).toBe(true)
    await tabTo(page.getByRole('radio', { name: 'They agreed' }))
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => go.innerText(), SHOWN).toBe('Bring it in, withheld')
    await enter(go)
    await page.locator('.import-done').waitFor(SHOWN)
    expect(existsSync(join(folder.content, 'quotes/late.md'))).toBe(true)
    await goByKeys('worklist')
    await entry(/The stairs were wet/).waitFor(SHOWN)
    expect(await eligible()).toBe(before)
  })
})

columnJobs()

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
