import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openRecords } from '../../electron/records/open-records.ts'

/** A day on the wall that is over, and what a curator reads of it. */

const [DAY_MS, MINUTE_MS] = [86_400_000, 60_000]

/** Five hours of yesterday, slide upon slide: of two personas one keeps coming, and one comes once. */
export function recordYesterday(dataDir: string, quote: string): void {
  const records = openRecords(join(dataDir, 'room.db'), Date.now())
  const ten = Math.floor(Date.now() / DAY_MS) * DAY_MS - 14 * 60 * MINUTE_MS
  for (let at = 0; at < 60; at += 1) {
    const persona = at === 1 ? 'samira' : at % 6 === 0 ? 'ruth' : undefined
    const playId = `yesterday ${at}`
    const paintedAt = ten + at * 5 * MINUTE_MS
    const what = persona
      ? { itemId: `personas/${persona}`, kind: 'persona', title: persona }
      : { itemId: 'quotes/first', kind: 'quote', title: quote }
    records.painted({ playId, screen: 'default', part: 0, paintedAt, ...what })
    records.ended(playId, paintedAt + 5 * MINUTE_MS, 'shown')
  }
  records.close()
}

/** Each way to count it, and a row that it has then. */
export const rowsBy = (quote: string) =>
  [
    ['Kind', 'Persona'],
    ['Persona', /ruth/i],
    ['Hour', '10:00'],
    ['Item', quote],
  ] as const

/** On paper stands what the page leaves out in the window, and nothing of the window around it. */
export async function expectPrinted(page: Page): Promise<void> {
  await page.locator('body[data-printed]').waitFor()
  await page.evaluate(() => document.body.removeAttribute('data-printed'))
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.on-paper').innerText()).toContain('Test Room')
  expect(await page.locator('header').isVisible()).toBe(false)
  await page.emulateMedia({ media: null })
}
