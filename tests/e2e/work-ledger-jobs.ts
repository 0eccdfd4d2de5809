import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { cacheFile } from '../../electron/library/derive/cache.ts'
import { FORGOTTEN } from '../../electron/records/records.ts'
import { enter, tabTo } from './admin-window.ts'
import {
  button,
  eligible,
  file,
  folder,
  goByKeys,
  goByMouse,
  isFile,
  onWall,
  page,
  pin,
  room,
  rows,
  SHOWN,
  saveTo,
  text,
} from './work-desk.ts'

/** The consent ledger: who agreed to what, taken back at once everywhere, erased with its proof, and the record of it. */

const outside = (name: string): string => join(folder.content, '..', name)
const saved = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '')
const dialog = (): Locator => page.getByRole('dialog')
const told = (): Promise<string> => dialog().innerText()
const NOTHING_LEFT = 'nothing is left in any of these places'

async function find(who: string): Promise<void> {
  await goByKeys('ledger')
  await page.keyboard.press('/')
  await page.keyboard.press('Control+a')
  await page.keyboard.type(who)
  await expect.poll(() => page.locator('.person h2').innerText(), SHOWN).toBe(who)
}

/** What the machine of the wall keeps of an item beside the folder. */
function kept(id: string): { readonly rows: number; readonly files: readonly string[] } {
  const [item] = rows<{ media: string }>(
    'index',
    "SELECT coalesce(json_extract(item, '$.media'), '{}') AS media FROM items WHERE id = ?",
    id,
  )
  const hashes = item?.media.match(/[0-9a-f]{64}/g) ?? []
  return { rows: item ? 1 : 0, files: hashes.map((hash) => cacheFile(folder.data, hash)) }
}

export function ledgerJobs(): void {
  describe('the ledger', () => {
    it('by mouse: who, what for and until when; withdrawn at once, and the wall goes on with the next', async () => {
      const before = await eligible()
      await pin('quotes/away')
      await goByMouse('ledger')
      await page.getByRole('option', { name: 'card 98' }).click(SHOWN)
      const facts = await page.locator('.person .facts').innerText()
      for (const fact of ['in force', 'shown on a wall', 'staff', '2090', '1 on the wall'])
        expect(facts).toContain(fact)
      await button('Withdraw …').click()
      await button('Withdraw everywhere').click()
      await expect.poll(onWall, SHOWN).not.toBe('quotes/away')
      await expect.poll(eligible, SHOWN).toBe(before - 1)
      expect(file('quotes/away.md')).toContain('withdrawn')
      await expect
        .poll(() => room.wall.locator('body').innerText(), SHOWN)
        .not.toContain('Please take me down')
      await expect.poll(text, SHOWN).toContain('withdrawn')
    })

    it('by keyboard alone: withdrawn, taken back while nothing is erased, and withdrawn again', async () => {
      const before = await eligible()
      await pin('quotes/gone')
      await find('card 99')
      for (const again of [true, false]) {
        await enter(button('Withdraw …'))
        await dialog().waitFor(SHOWN)
        await page.keyboard.press('Enter')
        await expect.poll(() => file('quotes/gone.md'), SHOWN).toContain('withdrawn')
        await expect.poll(eligible, SHOWN).toBe(before - 1)
        await expect.poll(() => page.evaluate(() => document.activeElement?.className), SHOWN).toBe('person')
        if (again) await page.keyboard.press('Control+z')
        if (again) await expect.poll(onWall, SHOWN).toBe('quotes/gone')
        if (again) await button('Withdraw …').waitFor(SHOWN)
      }
      expect(await onWall()).not.toBe('quotes/gone')
    })

    it('by mouse: erased with its proof, which is shown and saved', async () => {
      const proof = outside('proof.csv')
      await saveTo(proof)
      await button('Erase …').click()
      await page.getByLabel('Type card 99 to go on').fill('card 99')
      await button('Erase for good').click()
      await expect.poll(told, SHOWN).toContain('One item was erased')
      await expect.poll(told, { timeout: 60_000 }).toContain(NOTHING_LEFT)
      await button('Save the proof …').click()
      await expect.poll(() => saved(proof), SHOWN).toContain('quotes/gone')
      expect(saved(proof)).not.toContain('rather not')
      expect(saved(proof)).toContain('Search,nothing left')
      await dialog().getByRole('button', { name: 'Close' }).click()
      await expect.poll(text, SHOWN).toContain('None of these')
      expect(isFile('quotes/gone.md')).toBe(true)
    })

    it('by keyboard alone: a call that is on the wall is erased with its files; the wall goes on, and nothing is left of it', async () => {
      const id = 'calls/grey-rabbit'
      await pin(id)
      const before = kept(id)
      expect(before.rows).toBe(1)
      expect(before.files.filter(existsSync).length).toBeGreaterThan(0)
      await find('research list, calls, 19')
      await enter(button('Erase …'))
      await dialog().waitFor(SHOWN)
      await tabTo(page.getByRole('checkbox', { name: 'Delete their own files' }))
      await page.keyboard.press('Space')
      await tabTo(page.getByLabel('Type research list, calls, 19 to go on'))
      await page.keyboard.type('research list, calls, 19')
      await enter(button('Erase for good'))
      await expect.poll(onWall, SHOWN).not.toBe(id)
      expect(await room.play()).toBeDefined()
      await expect.poll(told, { timeout: 60_000 }).toContain(NOTHING_LEFT)
      expect(kept(id).rows).toBe(0)
      expect(before.files.filter(existsSync)).toEqual([])
      expect(['md', 'vtt', 'wav'].filter((ending) => isFile(`${id}.${ending}`))).toEqual([])
      expect(rows('search', 'SELECT 1 FROM docs WHERE id = ?', id)).toEqual([])
      expect(rows('room', 'SELECT 1 FROM plays WHERE item_id = ? AND title <> ?', id, FORGOTTEN)).toEqual([])
      await enter(dialog().getByRole('button', { name: 'Close' }))
    })

    it('by keyboard alone: what was erased from here is looked at again, and its proof saved', async () => {
      const proof = outside('proofs.csv')
      await saveTo(proof)
      await enter(button('Erased from here (2) …'))
      await expect.poll(told, SHOWN).toContain(NOTHING_LEFT)
      await enter(button('Save the proof …'))
      await expect.poll(() => saved(proof), SHOWN).toMatch(/calls\/grey-rabbit[\s\S]*quotes\/gone/)
      expect(saved(proof)).toContain('calls/grey-rabbit.wav')
      await page.keyboard.press('Escape')
      await dialog().waitFor({ state: 'detached' })
    })

    it.each(['by mouse', 'by keyboard alone'])(
      '%s: the audit record is saved, and its chain holds',
      async (how) => {
        const audit = outside(`audit ${how}.csv`)
        await saveTo(audit)
        const save = button('Export the audit record …')
        if (how === 'by mouse') await save.click()
        else await enter(save)
        await expect.poll(() => saved(audit), SHOWN).toContain('previous hash')
        await expect.poll(text, SHOWN).toMatch(/The chain of all \d+ rows holds/)
        for (const row of [/erased,calls\/grey-rabbit/, /withheld,quotes\/away/])
          expect(saved(audit)).toMatch(row)
      },
    )
  })
}
