import { describe, expect, it } from 'vitest'
import { enter, tabTo } from './admin-window.ts'
import {
  button,
  eligible,
  entry,
  file,
  folder,
  goByMouse,
  LONG,
  leapAndBack,
  page,
  pin,
  ROWS,
  room,
  SHOWN,
  text,
  walkTo,
} from './work-desk.ts'

/** The work list: each remedy, and the wall that follows. */

const field = (name: string | RegExp) => page.getByRole('textbox', { name })
const marks = (): Promise<string[]> => page.locator('mark').allInnerTexts()
const isFocused = (selector: string): Promise<boolean> =>
  page.evaluate((part) => document.activeElement?.closest(part) !== null, selector)

export function workListJobs(): void {
  describe('the clock', () => {
    it('by mouse: it is vouched for, and the wall shows again what hangs on a date', async () => {
      await goByMouse('worklist')
      await entry(/room\.yaml/)
        .first()
        .click(SHOWN)
      expect(await eligible()).toBeLessThan(2)
      await field('Your name').click()
      await page.keyboard.type('Jo from facilities')
      await button('Trust this clock').click()
      // Shown, gone, away and what is too long.
      await expect.poll(eligible, SHOWN).toBe(4)
      await expect.poll(() => entry(/room\.yaml/).count(), SHOWN).toBe(0)
    })

    it('by keyboard alone: a clock that leapt ahead and was set right again is vouched for, and nothing stays off the wall', async () => {
      const before = await eligible()
      await leapAndBack()
      await walkTo('room.yaml')
      // What the wall may show is looked at anew with each order, and each minute.
      await pin('prompts/long')
      folder.write('room.yaml', file('room.yaml').replace(/^now:.*\n/m, ''))
      await expect.poll(eligible, SHOWN).toBeLessThan(2)
      await tabTo(field('Your name'))
      await page.keyboard.type('Jo from facilities')
      await enter(button('Trust this clock'))
      await expect.poll(eligible, SHOWN).toBe(before)
      await expect.poll(() => entry(/room\.yaml/).count(), SHOWN).toBe(0)
      await expect.poll(() => isFocused('.work'), SHOWN).toBe(true)
    })
  })

  describe('consent', () => {
    it('by mouse: it is recorded for all rows of a table at once, and the wall shows them', async () => {
      const before = await eligible()
      await entry(/The lift was broken/).click(SHOWN)
      await expect.poll(text, SHOWN).toContain(`Record it for all ${ROWS}`)
      expect(await button(/Record it for all/).isDisabled()).toBe(true)
      await page.getByText('They agreed', { exact: true }).click()
      await page.getByLabel('Reference to who agreed').fill('study 7')
      await page.getByRole('group', { name: 'Given on' }).getByRole('spinbutton').first().click()
      await page.keyboard.type('03042026')
      await page.locator('label.check', { hasText: 'shown on a wall' }).click()
      await page.locator('label.check', { hasText: 'staff' }).click()
      await button(`Record it for all ${ROWS}`).click()
      await expect.poll(eligible, SHOWN).toBe(before + ROWS)
      expect(file('quotes/none.yaml')).toContain('study 7')
      await expect.poll(() => entry(/The lift was broken/).count(), SHOWN).toBe(0)
    })

    it('by keyboard alone: it is recorded for one, taken back and made again; the caret stays in the list of work', async () => {
      const before = await eligible()
      await walkTo('They may show this')
      await tabTo(page.getByRole('radio', { name: 'They agreed' }))
      await page.keyboard.press('Space')
      await tabTo(page.getByLabel('Reference to who agreed'))
      await page.keyboard.type('card 7')
      await page.keyboard.press('Tab')
      await page.keyboard.type('03042026')
      for (const name of ['shown on a wall', 'staff']) {
        await tabTo(page.getByRole('checkbox', { name }))
        await page.keyboard.press('Space')
      }
      await enter(button('Record it'))
      await expect.poll(eligible, SHOWN).toBe(before + 1)
      expect(file('quotes/agreed.md')).toContain('who: card 7')
      await expect.poll(() => isFocused('.work'), SHOWN).toBe(true)
      await page.keyboard.press('Control+z')
      await expect.poll(eligible, SHOWN).toBe(before)
      await page.keyboard.press('Control+Shift+Z')
      await expect.poll(eligible, SHOWN).toBe(before + 1)
    })
  })

  describe('personal data', () => {
    it('by keyboard alone: from one to the next, a find in its sentence, taken out by one key, and back again', async () => {
      const before = await eligible()
      await walkTo('anna.berg')
      await expect.poll(marks, SHOWN).toContain('anna.berg@example.org')
      expect(await text()).toMatch(/\d of \d/)
      await page.keyboard.press('r')
      await expect.poll(() => file('quotes/mail.md'), SHOWN).toContain('[[anna.berg@example.org]]')
      await expect.poll(marks, SHOWN).toEqual(['+49 30 901820'])
      await page.keyboard.press('r')
      await expect.poll(() => file('quotes/mail.md'), SHOWN).toContain('[[+49 30 901820]]')
      await expect.poll(eligible, SHOWN).toBe(before + 1)
      for (const still of ['[[+49', '[[anna']) {
        await page.keyboard.press('Control+z')
        await expect.poll(() => file('quotes/mail.md'), SHOWN).not.toContain(still)
      }
      await expect.poll(eligible, SHOWN).toBe(before)
    })

    it('by mouse: all finds are taken out at once, taken back where it is told, and taken out again', async () => {
      const before = await eligible()
      await entry(/anna\.berg/).click(SHOWN)
      await button('Take out all 2').click(SHOWN)
      await expect.poll(eligible, SHOWN).toBe(before + 1)
      await page.locator('.toast').first().getByRole('button', { name: /^Undo/ }).click(SHOWN)
      await expect.poll(eligible, SHOWN).toBe(before)
      await entry(/anna\.berg/).click(SHOWN)
      for (const found of ['anna.berg', '901820'])
        await button(new RegExp(`^Take it out: .*${found}`)).click(SHOWN)
      await expect.poll(eligible, SHOWN).toBe(before + 1)
      await pin('quotes/mail')
      expect(await room.wall.locator('body').innerText()).not.toMatch(/anna|901820/)
    })

    it.each([
      ['by mouse', 'My ticket said', 'quotes/number'],
      ['by keyboard alone', 'They read out', 'quotes/card'],
    ])('%s: a false find is cleared by somebody who answers for it', async (how, words, id) => {
      const before = await eligible()
      const [summary, by, clear] = [
        page.locator('summary', { hasText: 'This is no personal data' }),
        field('Who answers for it'),
        button('Clear it'),
      ]
      if (how === 'by mouse') {
        await entry(new RegExp(words)).click(SHOWN)
        await summary.click(SHOWN)
        await by.fill('Research')
        await clear.click()
      } else {
        await walkTo(words)
        await summary.waitFor(SHOWN)
        await enter(summary)
        await tabTo(by)
        await page.keyboard.type('Research')
        await enter(clear)
      }
      await expect.poll(() => file('room.yaml'), SHOWN).toMatch(new RegExp(`${id}:[\\s\\S]*Research`))
      await expect.poll(eligible, SHOWN).toBe(before + 1)
    })
  })

  describe('a call', () => {
    it.each([
      ['by mouse', 'calls/lift-tape', 'There is no other entrance'],
      ['by keyboard alone', 'calls/grey-rabbit', 'A rabbit called Gravy'],
    ])('%s: whoever listened through it says so, and the wall plays it', async (how, id, title) => {
      const before = await eligible()
      const by = field('Who listened (a role)')
      if (how === 'by mouse') {
        await entry(title).click(SHOWN)
        await by.fill('Research')
        await button('It may be heard').click()
      } else {
        await walkTo(title)
        await by.waitFor(SHOWN)
        await tabTo(by)
        await page.keyboard.type('Research')
        await enter(button('It may be heard'))
      }
      await expect.poll(() => file(`${id}.md`), SHOWN).toMatch(/checked:\s+by: Research/)
      await expect.poll(eligible, SHOWN).toBe(before + 1)
    })
  })

  describe('more words than a wall holds', () => {
    const SHORT = 'On every day the lift was broken.'

    it.each(['by mouse', 'by keyboard alone'])(
      '%s: shortened with the slide beside it; the wall says it so, and takes it back',
      async (how) => {
        await pin('prompts/long')
        const area = page.locator('.work textarea').first()
        if (how === 'by mouse') {
          await goByMouse('worklist')
          await entry('prompts/long.yaml').click(SHOWN)
          await area.fill(SHORT)
        } else {
          await walkTo('prompts/long.yaml')
          await area.waitFor(SHOWN)
          await tabTo(area)
          await page.keyboard.press('Control+a')
          await page.keyboard.type(SHORT)
        }
        await expect.poll(text, SHOWN).toContain('7 words of 630')
        await page.locator('.work .slide', { hasText: 'On every day' }).waitFor(SHOWN)
        expect(file('prompts/long.yaml')).toContain(LONG)
        const save = button('Save').first()
        if (how === 'by mouse') await save.click()
        else await enter(save)
        await expect.poll(() => file('prompts/long.yaml'), SHOWN).toContain(`text: ${SHORT}\n`)
        await expect.poll(() => room.wall.locator('body').innerText(), SHOWN).toMatch(/On\s+every\s+day/)
        await expect.poll(() => entry('prompts/long.yaml').count(), SHOWN).toBe(0)
        await page.keyboard.press('Control+z')
        await expect.poll(() => file('prompts/long.yaml'), SHOWN).toContain(LONG)
        await entry('prompts/long.yaml').waitFor(SHOWN)
      },
    )
  })

  describe('a field that is missing', () => {
    const SAID = 'source: A letter\nconsent: { public_source: The paper }\n'

    it.each([
      ['by mouse', 'loose'],
      ['by keyboard alone', 'adrift'],
    ])('%s: it is written into the file, everything else in it kept', async (how, name) => {
      const before = await eligible()
      const path = `quotes/${name}.md`
      const [old, area] = [file(path), page.locator('textarea.file-text')]
      const save = page.getByRole('button', { name: 'Save', exact: true })
      if (how === 'by mouse') {
        await goByMouse('worklist')
        await entry(new RegExp(name)).first().click(SHOWN)
        await area.fill(old.replace('---\nwho', `---\n${SAID}who`))
        await save.click()
      } else {
        await walkTo(name)
        await area.waitFor(SHOWN)
        await tabTo(area)
        await page.keyboard.press('Control+Home')
        await page.keyboard.press('ArrowDown')
        await page.keyboard.type(SAID)
        await enter(save)
      }
      await expect.poll(() => file(path), SHOWN).toBe(old.replace('---\nwho', `---\n${SAID}who`))
      await expect.poll(eligible, SHOWN).toBe(before + 1)
    })
  })

  describe('where others work too', () => {
    it('a file that somebody has changed meanwhile is shown side by side, and not written over', async () => {
      folder.write('quotes/late.md', '---\nwho: A traveller\ncaptured: 2026-03-04\n---\n\nNo source again.\n')
      await entry(/late/).first().click(SHOWN)
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
      await enter(button('Write mine over it'))
      await expect.poll(() => file('quotes/late.md'), SHOWN).toContain('Still no source')
    })
  })
}
