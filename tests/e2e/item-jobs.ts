import { expect, it } from 'vitest'
import { enter, type LibraryDesk, SHOWABLE, SHOWN, tabTo, titleOf } from './library-desk.ts'

/** What a curator does with one item: each job by mouse, and by keyboard alone. */
export function itemJobs(desk: () => LibraryDesk): void {
  const press = (key: string): Promise<void> => desk().page.keyboard.press(key)
  const write = (text: string): Promise<void> => desk().page.keyboard.type(text)

  it('by keyboard alone: pinned it is on the wall, its field and its text are read there, its file is shown', async () => {
    const { page, app, room, read, button, main } = desk()
    const wallText = (): Promise<string> => room.wall.locator('body').innerText()
    await app.evaluate(({ shell }) => {
      shell.showItemInFolder = (file) => Object.assign(globalThis, { shownFile: file })
    })
    await desk().openByKeys(titleOf(7))
    const pinned = page.getByRole('switch', { name: 'Pinned' })
    await tabTo(pinned)
    await press('Space')
    await expect.poll(async () => (await room.play())?.item.id, SHOWN).toBe('quotes/v07')
    await expect
      .poll(() => main.locator('[aria-labelledby=plays]').innerText(), SHOWN)
      .toMatch(/shown (once|\d+ times), last/)
    // Whatever is decided, the keys stay where they are.
    expect(await pinned.evaluate((each) => each === document.activeElement)).toBe(true)
    await tabTo(page.getByLabel('Captured on'), 'Shift+Tab')
    await press('Control+a')
    await write('03/04/2026')
    await expect.poll(() => page.locator('.fields').innerText(), SHOWN).toContain('could be two days')
    await press('Enter')
    await press('Control+a')
    await write('2026-05-06')
    await press('Shift+Tab')
    const before = read('quotes/v07.md')
    await tabTo(page.getByLabel('Who (no name)'), 'Shift+Tab')
    await press('Control+a')
    await write('A night nurse')
    await expect.poll(() => page.locator('.item-preview').innerText(), SHOWN).toContain('As it would be')
    await press('Enter')
    await expect
      .poll(() => read('quotes/v07.md'), SHOWN)
      .toBe(
        before
          .replace('A traveller, 40', 'A night nurse')
          .replace('captured: 2026-03-04', 'captured: 2026-05-06'),
      )
    await expect.poll(wallText, SHOWN).toContain('A night nurse')
    await tabTo(button(/As on/), 'Shift+Tab')
    await press('Enter')
    await page.getByRole('listbox').waitFor(SHOWN)
    await write('Any screen in p')
    await press('Enter')
    await page.waitForSelector('.wall-shape.portrait .slide', SHOWN)
    await enter(button('Edit the text'))
    const editor = page.locator('.editor textarea')
    await expect.poll(() => editor.inputValue(), SHOWN).toContain('late again')
    await press('Control+End')
    await write('So we walked.')
    await enter(page.locator('.editor').getByRole('button', { name: 'Save' }))
    await expect.poll(wallText, SHOWN).toContain('So we walked.')
    // The keys are back at the button that the editing began with.
    await tabTo(button('Show in its folder'), 'Shift+Tab')
    await press('Enter')
    await expect
      .poll(() => app.evaluate(() => (globalThis as { shownFile?: string }).shownFile), SHOWN)
      .toMatch(/quotes\/v07\.md$/)
    await tabTo(pinned, 'Shift+Tab')
    await press('Space')
    await expect.poll(() => read('room.yaml'), SHOWN).not.toContain('pinned: true')
    await expect
      .poll(() => main.locator('[aria-labelledby=plays]').innerText(), SHOWN)
      .toContain('Next due about')
  })

  it('by mouse: drawn in other shapes, a field is written where the file says it, hidden and shown, its file shown', async () => {
    const { page, app, read, wall, button, cell, visit, search } = desk()
    const before = read('quotes/v05.md')
    await visit()
    await search(titleOf(5))
    await cell(titleOf(5)).dblclick()
    await page.waitForSelector('.item-preview .slide', SHOWN)
    await button(/As on/).click()
    await page.getByRole('option', { name: 'Any screen in portrait' }).click()
    await page.waitForSelector('.wall-shape.portrait .slide', SHOWN)
    await page.getByLabel('Source', { exact: true }).fill('Letter')
    await page.locator('.fields').getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => read('quotes/v05.md'), SHOWN).toBe(before.replace('Comment card', 'Letter'))
    const hidden = page.locator('label.switch', { hasText: 'Hidden from the wall' })
    await hidden.click()
    await expect.poll(wall, SHOWN).toBe(SHOWABLE - 1)
    await expect.poll(() => page.locator('[aria-labelledby=standing]').innerText(), SHOWN).toContain('hidden')
    await hidden.click()
    await expect.poll(wall, SHOWN).toBe(SHOWABLE)
    await button('Show in its folder').click()
    await expect
      .poll(() => app.evaluate(() => (globalThis as { shownFile?: string }).shownFile), SHOWN)
      .toMatch(/quotes\/v05\.md$/)
  })

  it('its text is edited with everything else kept; what somebody else wrote meanwhile stands beside it', async () => {
    const { page, read, button, folder } = desk()
    await button('Edit the text').click()
    const editor = page.locator('.editor textarea')
    const before = read('quotes/v05.md')
    await expect.poll(() => editor.inputValue(), SHOWN).toBe(before)
    await editor.fill(before.replace('late again', 'late, as ever'))
    folder.write('quotes/v05.md', before.replace('late again', 'on time'))
    await page.locator('.editor').getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => page.locator('.conflict').innerText(), SHOWN).toContain('on time')
    expect(read('quotes/v05.md')).toContain('on time')
    await button('Write mine over it').click()
    await expect.poll(() => read('quotes/v05.md'), SHOWN).toBe(before.replace('late again', 'late, as ever'))
  })

  it('a row of a table, by mouse: its own consent stands beside the table, and the others keep theirs', async () => {
    const { page, read, button, cell, visit, search } = desk()
    await visit()
    await search('Escalator two')
    await cell('Escalator two').click()
    await button('Open').click()
    await page.getByText('Write down another ground').click()
    await page.getByText('They published it themselves').click()
    await page.getByLabel(/Where it was published/).fill('Her own page')
    await button('Record it').click()
    await expect
      .poll(() => read('quotes/cards.yaml'), SHOWN)
      .toMatch(/rows:\s+"?2"?:\s+consent:\s+public_source: Her own page/)
    await expect
      .poll(() => page.locator('[aria-labelledby=consent]').innerText(), SHOWN)
      .toContain('Her own page')
    await button('Undo').first().click()
    await expect.poll(() => read('quotes/cards.yaml'), SHOWN).not.toContain('rows')
  })

  it('without standing tells why, and draws nothing', async () => {
    await desk().openByKeys('Without consent')
    await expect.poll(() => desk().main.innerText(), SHOWN).toContain('withheld')
    expect(await desk().page.locator('.item-preview .slide').count()).toBe(0)
  })
}
