import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { givePin, openByKeys, PIN, setMachinePin } from './admin-window.ts'
import { type Folder, makeFolder, openRoom, QUICK_ROOM, quoteFile, type Room } from './room.ts'

/** What a curator orders for this moment, from the Now place, seen on the wall that runs beside it. */

const ROOM = `# The curator's own words stay.\n${QUICK_ROOM}timezone: UTC\nscreens: { default: { sound: { on: false } }, lounge: { sound: { on: true } } }\n`
const FOR_STAFF = quoteFile('For colleagues alone.').replace('[staff, guests, public]', '[staff]')
const SHOWN = { timeout: 20_000 }

let folder: Folder
let room: Room
let admin: Page

beforeAll(async () => {
  folder = makeFolder({
    'room.yaml': ROOM,
    'quotes/first.md': quoteFile('It just worked.'),
    'quotes/second.md': quoteFile('It just did not.'),
    'quotes/third.md': FOR_STAFF,
  })
  await setMachinePin(folder)
  room = await openRoom(folder)
  await vi.waitFor(() => expect(room.plays().length).toBeGreaterThan(0), { timeout: 120_000, interval: 50 })
  admin = await openByKeys(room)
  await givePin(admin, PIN)
  await admin.waitForSelector('.on-now .actions')
})
afterAll(async () => {
  await room?.close()
  folder.remove()
})

beforeEach(async () => {
  await admin.waitForSelector('.on-now .actions', SHOWN)
})

const wallText = (): Promise<string> => room.wall.locator('body').innerText()
const orders = (): Promise<string> => admin.locator('.orders').innerText()
const yaml = (): string => readFileSync(join(folder.content, 'room.yaml'), 'utf8')
const button = (name: string) => admin.getByRole('button', { name, exact: true })

/** Walks with Tab to the control of this name, as somebody without a mouse does. */
async function tabTo(name: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    const at = await admin.evaluate(() => {
      const { activeElement } = document
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent?.trim() ?? ''
    })
    if (at === name) return
    await admin.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to “${name}”.`)
}

async function itemsShownNext(count: number): Promise<Set<string>> {
  const before = room.plays().length
  await expect.poll(() => room.plays().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(before + count)
  return new Set(
    room
      .plays()
      .slice(-count)
      .map(({ item_id }) => item_id),
  )
}

describe('by mouse', () => {
  it('skip goes on at once, and replay shows the same again', async () => {
    const before = await room.play()
    await button('Skip').click()
    await expect.poll(async () => (await room.play())?.item.id, SHOWN).not.toBe(before?.item.id)
    const on = await vi.waitFor(async () => {
      const play = await room.play()
      expect(await admin.locator('.on-now .lead').innerText()).toBe(play?.item.title)
      return play
    }, SHOWN)
    await button('Replay').click()
    await expect.poll(async () => (await room.play())?.playId, SHOWN).not.toBe(on?.playId)
  })

  it('what is pinned stays alone until Undo, and the file says so in between', async () => {
    await button('Pin').click()
    await expect.poll(orders, SHOWN).toContain('Nothing else plays')
    expect(yaml()).toContain('pin')
    expect(yaml()).toContain("# The curator's own words stay.")
    await itemsShownNext(1)
    expect((await itemsShownNext(2)).size).toBe(1)
    await button('Undo').first().click()
    await expect.poll(orders, SHOWN).toContain('Nothing is ordered')
    expect((await itemsShownNext(4)).size).toBeGreaterThan(1)
  })

  it('with visitors it shows what they may see, and afterwards everything', async () => {
    await admin.getByRole('button', { name: 'Visitors' }).click()
    await admin.getByRole('menuitem', { name: '30 minutes' }).click()
    await expect.poll(orders, SHOWN).toContain('Visitors until')
    await itemsShownNext(1)
    expect([...(await itemsShownNext(3))]).not.toContain('quotes/third')
    await button('Visitors have left').click()
    await expect
      .poll(async () => [...(await itemsShownNext(3))], { timeout: 60_000 })
      .toContain('quotes/third')
  })
})

describe('two screens', () => {
  it('what is ordered for the other one is written for it alone, and is told of it', async () => {
    await admin.locator('.orders .choice button').click()
    await admin.getByRole('option', { name: 'lounge' }).click()
    await admin.getByRole('button', { name: 'Pause' }).click()
    await admin.getByRole('menuitem', { name: '15 minutes' }).click()
    await expect.poll(orders, SHOWN).toContain('Paused until')
    expect(yaml()).toMatch(/pause:\s+[\s\S]*screens: \[lounge\]/)
    expect(await admin.locator('.on-now').innerText()).not.toContain('stays on')
    await admin.locator('.orders .choice button').click()
    await admin.getByRole('option', { name: 'default' }).click()
    await expect.poll(orders, SHOWN).toContain('Nothing is ordered')
    await admin.locator('.orders .choice button').click()
    await admin.getByRole('option', { name: 'lounge' }).click()
    await button('Go on now').click()
    await expect.poll(yaml, SHOWN).not.toContain('pause')
    await admin.locator('.orders .choice button').click()
    await admin.getByRole('option', { name: 'default' }).click()
  })
})

describe('by keyboard alone', () => {
  it('any item is found by its words and takes the wall over, with an end', async () => {
    await tabTo('Take over')
    await admin.keyboard.press('Enter')
    await admin.getByRole('dialog').waitFor(SHOWN)
    await admin.keyboard.press('Shift+Tab')
    await admin.keyboard.press('ArrowDown')
    await admin.keyboard.press('Tab')
    await admin.keyboard.type('just did')
    await admin.getByRole('option', { name: /It just did not/ }).waitFor(SHOWN)
    expect(await admin.getByRole('option').count()).toBe(1)
    await admin.keyboard.press('ArrowDown')
    await admin.keyboard.press('Enter')
    await tabTo('Take over')
    await admin.keyboard.press('Enter')
    await expect.poll(async () => (await room.play())?.item.id, SHOWN).toBe('quotes/second')
    await expect.poll(orders, SHOWN).toContain('Taken over until')
    expect(yaml()).toMatch(/item: quotes\/second/)
    await tabTo('End the takeover')
    await admin.keyboard.press('Enter')
    await expect.poll(orders, SHOWN).toContain('Nothing is ordered')
  })

  it('a pause holds what is on, and ends', async () => {
    await tabTo('Pause')
    await admin.keyboard.press('Enter')
    await admin.getByRole('menuitem', { name: '15 minutes' }).waitFor(SHOWN)
    await admin.keyboard.press('Enter')
    await expect.poll(orders, SHOWN).toContain('Paused until')
    await expect.poll(() => admin.locator('.on-now').innerText(), SHOWN).toContain('stays on')
    await tabTo('Go on now')
    await admin.keyboard.press('Enter')
    await expect.poll(orders, SHOWN).toContain('Nothing is ordered')
    await itemsShownNext(1)
  })

  it('a message takes the wall over, is seen in the picture’s place, and is taken back by Ctrl+Z', async () => {
    await tabTo('Take over')
    await admin.keyboard.press('Enter')
    await admin.getByRole('dialog').waitFor(SHOWN)
    await admin.locator('textarea').focus()
    await admin.keyboard.type('We meet downstairs at ten.')
    await tabTo('Take over')
    await admin.keyboard.press('Enter')
    await expect.poll(wallText, SHOWN).toContain('We meet downstairs at ten.')
    await expect.poll(() => admin.getByRole('dialog').count(), SHOWN).toBe(0)
    await expect.poll(orders, SHOWN).toContain('Taken over until')
    expect(yaml()).toMatch(/until/)
    await admin.keyboard.press('Control+z')
    await expect.poll(wallText, SHOWN).not.toContain('We meet downstairs at ten.')
    await expect.poll(orders, SHOWN).toContain('Nothing is ordered')
  })

  it('sound and volume are set for this screen', async () => {
    await admin.getByRole('switch', { name: 'Sound' }).focus()
    await admin.keyboard.press('Space')
    await expect.poll(async () => (await room.snapshot()).screen.sound, SHOWN).toBe(true)
    await admin.getByRole('slider', { name: 'Volume' }).focus()
    const before = (await room.snapshot()).screen.volume
    await admin.keyboard.press('ArrowLeft')
    await expect.poll(async () => (await room.snapshot()).screen.volume, SHOWN).toBeLessThan(before)
    expect(yaml()).toContain("# The curator's own words stay.")
  })
})
