import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  adminWindows,
  type BesideWall,
  chooseByKeys,
  chooseByMouse,
  dragBy,
  enter,
  hasFocus,
  openBesideWall,
  pressKey,
  tabTo,
} from './admin-window.ts'
import { pictureDifference } from './pixels.ts'
import { type Folder, makeFolder, quoteFile, type Room } from './room.ts'

/** What a curator orders for this moment, from the Now place, seen on the wall that runs beside it: slides stay. */

const ROOM = `# The curator's own words stay.
name: Test Room
audience: staff
rotation: { seconds_min: 60, seconds_max: 60 }
timezone: UTC
screens: { default: { sound: { on: false } }, lounge: { sound: { on: true } } }
`
const FOR_STAFF = quoteFile('For colleagues alone.').replace('[staff, guests, public]', '[staff]')
const SHOWN = { timeout: 20_000 }

let folder: Folder
let desk: BesideWall
let room: Room
let admin: Page

beforeAll(async () => {
  folder = makeFolder({
    'room.yaml': ROOM,
    'quotes/first.md': quoteFile('It just worked.'),
    'quotes/second.md': quoteFile('It just did not.'),
    'quotes/third.md': FOR_STAFF,
  })
  desk = await openBesideWall(folder)
  room = desk.room
  admin = desk.page
  await vi.waitFor(async () => expect(await room.eligible()).toBe(3), { timeout: 60_000, interval: 50 })
  await admin.waitForSelector('.on-now .actions', SHOWN)
})
afterAll(async () => {
  await room?.close()
  folder.remove()
})

const wallText = (): Promise<string> => room.wall.locator('body').innerText()
const orders = (): Promise<string> => admin.locator('.orders').innerText()
const yaml = (): string => readFileSync(join(folder.content, 'room.yaml'), 'utf8')
const button = (name: string): Locator => admin.getByRole('button', { name, exact: true })
const itemOn = async (): Promise<string | undefined> => (await room.play())?.item.id
const playOn = async (): Promise<string | undefined> => (await room.play())?.playId

/** The window names what is on; a curator sees it before she says a word to it. */
async function isSeen(): Promise<void> {
  await vi.waitFor(async () => {
    const title = (await room.play())?.item.title
    expect(await admin.locator('.on-now .lead').innerText()).toBe(title)
  }, SHOWN)
}

/** Presses Skip until so many others were on; their ids. */
async function skipped(count: number, press: () => Promise<void>): Promise<Set<string>> {
  const seen = new Set<string>()
  for (let at = 0; at < count; at += 1) {
    await isSeen()
    const before = await playOn()
    await press()
    await expect.poll(playOn, SHOWN).not.toBe(before)
    seen.add((await itemOn()) ?? '')
  }
  return seen
}

const click = (name: string) => (): Promise<void> => button(name).first().click()
const press = (name: string) => (): Promise<void> => enter(button(name).first())

describe('what is on', () => {
  it('is seen as it was painted, pixel for pixel, and follows', async () => {
    const canvas = admin.locator('canvas.wall-picture')
    await canvas.waitFor(SHOWN)
    await expect.poll(async () => pictureDifference(canvas, room.wall), SHOWN).toBeLessThan(3)
    const picture = await canvas.getAttribute('data-picture')
    await click('Skip')()
    await expect.poll(() => canvas.getAttribute('data-picture'), SHOWN).not.toBe(picture)
    await expect.poll(async () => pictureDifference(canvas, room.wall), SHOWN).toBeLessThan(3)
  })

  it('what is said to come next comes next, and each says why', async () => {
    await isSeen()
    const next = admin.locator('.next li')
    await expect.poll(() => next.count(), SHOWN).toBe(10)
    for (const why of await next.locator('.quiet').allInnerTexts()) expect(why).toMatch(/Quote\. .+\./)
    const coming = await next.locator('.title').first().innerText()
    await click('Skip')()
    await expect.poll(async () => (await room.play())?.item.title, SHOWN).toBe(coming)
    await expect.poll(wallText, SHOWN).toContain(coming.slice(0, 12))
  })
})

describe.each([
  ['by mouse', click],
  ['by keyboard alone', press],
])('%s', (how, act) => {
  const isByKeys = how === 'by keyboard alone'
  const choose = async (name: string): Promise<void> => {
    const item = admin.getByRole('menuitem', { name })
    await item.waitFor(SHOWN)
    if (!isByKeys) return item.click()
    for (let at = 0; at < 6 && !(await item.evaluate((each) => each === document.activeElement)); at += 1)
      await admin.keyboard.press('ArrowDown')
    await admin.keyboard.press('Enter')
  }

  it('skip goes on at once, and replay shows the same again', async () => {
    await isSeen()
    const [before, play] = [await itemOn(), await playOn()]
    await act('Skip')()
    await expect.poll(itemOn, SHOWN).not.toBe(before)
    expect(await playOn()).not.toBe(play)
    await isSeen()
    const [on, replayed] = [await itemOn(), await playOn()]
    await act('Replay')()
    await expect.poll(playOn, SHOWN).not.toBe(replayed)
    expect(await itemOn()).toBe(on)
  })

  it('what is pinned stays alone until it is unpinned, and the file says so in between', async () => {
    await isSeen()
    const on = await itemOn()
    await act('Pin')()
    await expect.poll(orders, SHOWN).toContain('Nothing else plays')
    expect(yaml()).toContain('pin')
    expect(yaml()).toContain("# The curator's own words stay.")
    await expect.poll(() => room.eligible(), SHOWN).toBe(1)
    expect(await itemOn()).toBe(on)
    expect(await button('Skip').isDisabled()).toBe(true)
    await act('Unpin')()
    await expect.poll(orders, SHOWN).toContain('Nothing is ordered')
    await expect.poll(() => room.eligible(), SHOWN).toBe(3)
    // Within two rounds all of them come, whatever the seed.
    expect((await skipped(6, act('Skip'))).size).toBe(3)
  })

  it('a pause holds what is on, and ends', async () => {
    await act('Pause')()
    await choose('15 minutes')
    await expect.poll(orders, SHOWN).toContain('Paused until')
    await expect.poll(() => admin.locator('.on-now').innerText(), SHOWN).toContain('stays on')
    expect(yaml()).toContain('pause')
    await act('Go on now')()
    await expect.poll(orders, SHOWN).toContain('Nothing is ordered')
    await button('Pause').waitFor(SHOWN)
    // The button is gone; what came in its place has the focus.
    if (isByKeys) await expect.poll(() => hasFocus(admin), SHOWN).toBe(true)
    await expect.poll(() => admin.locator('.on-now').innerText(), SHOWN).toContain('to go')
  })

  it('with visitors it shows what they may see, and afterwards everything', async () => {
    await act('Visitors')()
    await choose('30 minutes')
    await expect.poll(orders, SHOWN).toContain('Visitors until')
    await expect.poll(() => room.eligible(), SHOWN).toBe(2)
    expect([...(await skipped(3, act('Skip')))]).not.toContain('quotes/third')
    await act('Visitors have left')()
    await expect.poll(() => room.eligible(), SHOWN).toBe(3)
    expect([...(await skipped(6, act('Skip')))]).toContain('quotes/third')
  })

  it('a message takes the wall over until its end, and is taken back', async () => {
    const said = `We meet downstairs, ${how}.`
    await act('Take over')()
    const sheet = admin.getByRole('dialog')
    await sheet.waitFor(SHOWN)
    const year = sheet.getByRole('spinbutton', { name: /year/ })
    if (isByKeys) await tabTo(admin.locator('textarea'))
    else await admin.locator('textarea').click()
    await admin.keyboard.type(said)
    if (isByKeys) await tabTo(year)
    else await year.click()
    await admin.keyboard.type('2091')
    const go = sheet.getByRole('button', { name: 'Take over', exact: true })
    if (isByKeys) await enter(go)
    else await go.click()
    await expect.poll(wallText, SHOWN).toContain(said)
    await expect.poll(() => sheet.count(), SHOWN).toBe(0)
    await expect.poll(orders, SHOWN).toMatch(/Taken over until .*2091/)
    expect(yaml()).toMatch(/until: .?2091-/)
    if (isByKeys) await admin.keyboard.press('Control+z')
    else await act('End the takeover')()
    await expect.poll(wallText, SHOWN).not.toContain(said)
    await expect.poll(orders, SHOWN).toContain('Nothing is ordered')
  })

  it('any item is found by its words: pinned, and taking the wall over', async () => {
    const sheet = admin.getByRole('dialog')
    const found = admin.getByRole('option', { name: /It just did not/ })
    const find = async (): Promise<void> => {
      if (!isByKeys) await sheet.getByRole('combobox').click()
      await admin.keyboard.type('just did')
      await found.waitFor(SHOWN)
      await expect.poll(() => admin.getByRole('option').count(), SHOWN).toBe(1)
      if (!isByKeys) return found.click()
      await admin.keyboard.press('ArrowDown')
      await admin.keyboard.press('Enter')
    }
    const give = async (name: string): Promise<void> => {
      const go = sheet.getByRole('button', { name, exact: true })
      if (isByKeys) await enter(go)
      else await go.click()
      await expect.poll(itemOn, SHOWN).toBe('quotes/second')
      await expect.poll(() => sheet.count(), SHOWN).toBe(0)
    }
    await act('Pin an item …')()
    await sheet.waitFor(SHOWN)
    await find()
    await give('Pin')
    await expect.poll(orders, SHOWN).toContain('Nothing else plays')
    await act('Unpin')()
    await expect.poll(orders, SHOWN).toContain('Nothing is ordered')

    await act('Take over')()
    await sheet.waitFor(SHOWN)
    if (isByKeys) {
      await admin.keyboard.press('Shift+Tab')
      await admin.keyboard.press('ArrowDown')
      await admin.keyboard.press('Tab')
    } else await sheet.getByText('An item', { exact: true }).click()
    await find()
    await give('Take over')
    await expect.poll(orders, SHOWN).toContain('Taken over until')
    expect(yaml()).toMatch(/item: quotes\/second/)
    await act('End the takeover')()
    await expect.poll(orders, SHOWN).toContain('Nothing is ordered')
  })

  it('what is ordered for the other screen is written for it alone, and is told of it', async () => {
    const turnTo = (name: string): Promise<void> =>
      (isByKeys ? chooseByKeys : chooseByMouse)(admin, 'Screen', name)
    await turnTo('lounge')
    await act('Pause')()
    await choose('15 minutes')
    await expect.poll(orders, SHOWN).toContain('Paused until')
    expect(yaml()).toMatch(/pause:\s+[\s\S]*screens: \[lounge\]/)
    expect(await admin.locator('.on-now').innerText()).not.toContain('stays on')
    await turnTo('default (here)')
    await expect.poll(orders, SHOWN).toContain('Nothing is ordered')
    await turnTo('lounge')
    await act('Go on now')()
    await expect.poll(yaml, SHOWN).not.toContain('pause')
    await turnTo('default (here)')
  })

  it('sound and volume are set for this screen, and what was moved in one go is taken back in one', async () => {
    const sound = (await room.snapshot()).screen.sound
    const before = (await room.snapshot()).screen.volume
    const volume = async (): Promise<number> => (await room.snapshot()).screen.volume
    const slider = admin.getByRole('slider', { name: 'Volume' })
    if (isByKeys) {
      await tabTo(admin.getByRole('switch', { name: 'Sound' }))
      await admin.keyboard.press('Space')
    } else await admin.locator('.sound .switch').click()
    await expect.poll(async () => (await room.snapshot()).screen.sound, SHOWN).toBe(!sound)
    if (isByKeys) {
      await tabTo(slider)
      for (let at = 0; at < 3; at += 1) await admin.keyboard.press('ArrowLeft')
    } else await (await dragBy(slider, -60))()
    await expect.poll(volume, SHOWN).toBeLessThan(before - 0.1)
    expect(yaml()).toContain("# The curator's own words stay.")
    // The caret is on the slider still, and three keys were one change.
    if (isByKeys) await admin.keyboard.press('Control+z')
    else await button('Undo').first().click()
    await expect.poll(volume, SHOWN).toBe(before)
  })
})

it('the last thing done is taken back from its toast, which F6 leads to', async () => {
  await press('Pin')()
  await expect.poll(orders, SHOWN).toContain('Nothing else plays')
  await admin.keyboard.press('F6')
  await enter(admin.locator('.toast').getByRole('button', { name: 'Undo' }).first())
  await expect.poll(orders, SHOWN).toContain('Nothing is ordered')
})

it('what was moved in the moment in which the window is closed is kept', async () => {
  const before = (await room.snapshot()).screen.volume
  await tabTo(admin.getByRole('slider', { name: 'Volume' }))
  await admin.keyboard.press('ArrowRight')
  await pressKey(room.app, 'admin', 'W', ['control'])
  await expect.poll(async () => (await room.snapshot()).screen.volume, SHOWN).toBeGreaterThan(before)
  expect(await adminWindows(room.app)).toBe(0)
})
