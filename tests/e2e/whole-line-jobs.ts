import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { type LibraryDesk, SHOWABLE, SHOWN } from './library-desk.ts'

/** One line of the work list for more items than it names: what is done about it is done about all of them. */

const ROWS = 110
const TABLE = `id,quote,source,captured\n${Array.from(
  { length: ROWS },
  (_, at) => `${at + 1},On tour ${at + 1} the lift was late.,Survey,2026-03-02\n`,
).join('')}`
const CONSENT =
  'who: panel 5, given: 2026-03-04, expires: 2090-01-01, purposes: [display], audience: [staff, guests, public]'
const beside = (fields: string, more = ''): string =>
  `evidence: research\nconsent: {${CONSENT}${more}}\n${fields}`

export function wholeLineJobs(desk: () => LibraryDesk): void {
  it('a line of the work list for a whole table, by mouse: shown to others too, its dates set, shown again, erased', async () => {
    const { page, folder, wall, button, read, sheet } = desk()
    const all = SHOWABLE + ROWS
    const line = (): Locator => page.getByRole('option').filter({ hasText: `${ROWS} items` })
    const say = (fields: string, more?: string): void =>
      folder.write('quotes/many.yaml', beside(fields, more))
    folder.write('quotes/many.csv', TABLE)
    say('audience: [guests]\n')
    await page.locator('nav a[href="#/worklist"]').click()
    await line().click(SHOWN)
    await button('Show it to staff too').click()
    await expect.poll(wall, SHOWN).toBe(all)
    expect(read('quotes/many.yaml').match(/staff/g)?.length).toBeGreaterThan(1)

    say('until: 2020-01-01\n')
    await expect.poll(wall, SHOWN).toBe(SHOWABLE)
    await line().click(SHOWN)
    await page.getByRole('group', { name: 'Until' }).getByRole('spinbutton').first().click()
    await page.keyboard.type('01152090')
    await button('Set the dates').click()
    await expect.poll(wall, SHOWN).toBe(all)

    await page.evaluate((count) => {
      const items = Array.from({ length: count }, (_, at) => `quotes/many#${at + 1}`)
      const change = { type: 'decide' as const, items, decision: { hidden: true }, wholeTables: true }
      return window.room.call('change', { change })
    }, ROWS)
    await expect.poll(wall, SHOWN).toBe(SHOWABLE)
    await page.locator('label.check', { hasText: 'Also what was decided' }).click()
    await line().click(SHOWN)
    await button('Show it again').click()
    await expect.poll(wall, SHOWN).toBe(all)
    expect(read('room.yaml')).not.toContain('hidden: true')

    say('', ', withdrawn: 2026-05-01')
    await expect.poll(wall, SHOWN).toBe(SHOWABLE)
    await line().click(SHOWN)
    await button('Erase …').click()
    await page.getByLabel('Type panel 5 to go on').click()
    await page.keyboard.type('panel 5')
    await button('Erase for good').click()
    await expect.poll(() => sheet.innerText(), SHOWN).toContain(`${ROWS} items were erased`)
    await expect.poll(() => line().count(), SHOWN).toBe(0)
    await sheet.getByRole('button', { name: 'Close' }).click()
    for (const ending of ['csv', 'yaml']) rmSync(join(folder.content, `quotes/many.${ending}`))
  })
}
