import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFinds, type Desk, enter, openDesk, setView, tabTo } from './admin-window.ts'
import { type Folder, makeFolder, QUICK_ROOM, quoteFile } from './room.ts'

/** The curator's window on a desk: its places, keys, languages and looks. */

let folder: Folder
let desk: Desk
let page: Page

beforeAll(async () => {
  folder = makeFolder({ 'room.yaml': QUICK_ROOM, 'quotes/first.md': quoteFile('It just worked.') })
  folder.copySample('personas')
  desk = await openDesk(folder)
  page = desk.page
  await page.getByText('Test Room').waitFor({ timeout: 60_000 })
})
afterAll(async () => {
  await desk?.app.close()
  folder.remove()
})

const PLACES = ['now', 'library', 'order', 'import', 'worklist', 'ledger', 'history', 'changes', 'health']
const SHOWN = { timeout: 20_000 }
const heading = (): Promise<string> => page.locator('#main h1').innerText()
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')

async function goTo(place: string): Promise<void> {
  await page.evaluate((name) => {
    location.hash = `#/${name}`
  }, place)
  await page.waitForSelector(`#main.${place} h1`)
}

const isInPlace = (): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.closest('#main') != null)

/** What has the focus, where nothing shows that it has, or nothing says what it is; else nothing. */
function unseenStop(): Promise<string[]> {
  return page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement) || at === document.body) return []
    const rings = [
      at,
      ...at.querySelectorAll('*'),
      at.parentElement,
      at.closest('label, [data-focus-visible]'),
    ]
    const isSeen = rings.some((each) => each && parseFloat(getComputedStyle(each).outlineWidth) >= 2)
    const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])] : []
    const names = [at.getAttribute('aria-label'), at.getAttribute('aria-labelledby'), at.title, at.innerText]
    const hasName = [...names, ...labels.map((label) => label.innerText)].some((name) => name?.trim())
    return isSeen && hasName ? [] : [`${isSeen ? 'no name' : 'not seen'}: ${at.outerHTML.slice(0, 200)}`]
  })
}

async function prefer(preferences: { look: string; language: string }): Promise<void> {
  await page.evaluate((each) => localStorage.setItem('preferences', JSON.stringify(each)), preferences)
  await page.reload()
  await page.waitForSelector('#main h1', SHOWN)
}

describe('on a desk', () => {
  it('names the folder and draws what it would show, since no wall runs here', async () => {
    await expect
      .poll(() => page.locator('#main').innerText(), SHOWN)
      .toContain('No wall runs on this machine')
    expect(await page.locator('header').innerText()).toContain(folder.content)
    await page.waitForSelector('.preview .slide', SHOWN)
    await expect.poll(() => page.locator('.on-now .lead').innerText(), SHOWN).not.toBe('')
  })
})

describe('by keyboard alone', () => {
  it('every place is reached, from the first Tab on', async () => {
    await page.reload()
    await page.waitForSelector('#main h1')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('To the content')
    await page.keyboard.press('Tab')
    const seen: string[] = []
    for (let at = 0; at < PLACES.length; at += 1) {
      await page.keyboard.press('Enter')
      const name = (await focused()).replace(/\d+$/, '')
      await expect.poll(heading, SHOWN).toBe(name)
      seen.push(name)
      await page.keyboard.press('ArrowDown')
    }
    expect(new Set(seen).size).toBe(PLACES.length)
    await page.keyboard.press('Home')
    expect(await focused()).toBe(seen[0])
  })

  it('Ctrl and a digit go to a place, and the list of keys opens and closes', async () => {
    await page.keyboard.press('Control+9')
    await expect.poll(heading, SHOWN).toBe('Health')
    await page.keyboard.press('Control+1')
    await expect.poll(heading, SHOWN).toBe('Now')
    // Who stood in a place that was left stands in the new one.
    await tabTo(page.locator('nav a[aria-current]'))
    await page.keyboard.press('/')
    await expect.poll(heading, SHOWN).toBe('Library')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), SHOWN).toBe('INPUT')
    await page.keyboard.press('Control+1')
    await expect.poll(heading, SHOWN).toBe('Now')
    await page.keyboard.press('?')
    await page.waitForSelector('[role=dialog]', SHOWN)
    expect(await page.locator('[role=dialog]').innerText()).toContain('Ctrl+Shift+Z')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('[role=dialog]').count(), SHOWN).toBe(0)
  })

  it('the skip link leads past the places', async () => {
    await page.reload()
    await page.waitForSelector('#main h1')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    expect(await heading()).toBe('Now')
  })

  it('the language changes at once, all of it, and stays', async () => {
    await enter(page.getByRole('button', { name: /Language/ }))
    await page.getByRole('option', { name: 'Deutsch' }).waitFor(SHOWN)
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await expect.poll(heading, SHOWN).toBe('Jetzt')
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de')
    await page.reload()
    await expect.poll(heading, SHOWN).toBe('Jetzt')
    await prefer({ look: 'light', language: 'en' })
  })
})

describe('for everybody’s eyes', () => {
  it('each stop of the Tab key is seen and has a name, in every place', async () => {
    for (const [at, place] of PLACES.entries()) {
      await page.keyboard.press(`Control+${at + 1}`)
      await page.waitForSelector(`#main.${place} h1`)
      // Who came by keys stands in the place, and not where she came from.
      await expect.poll(isInPlace, SHOWN).toBe(true)
      const stops: string[] = []
      for (let steps = 0; steps < 12; steps += 1) {
        await page.keyboard.press('Tab')
        stops.push(...(await unseenStop()))
      }
      expect(stops, place).toEqual([])
    }
  })

  it('nothing moves for whoever asks for less motion', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((each) => !each.closest('.preview'))
        .filter((each) => {
          const { transitionDuration, animationName } = getComputedStyle(each)
          return animationName !== 'none' || /[1-9]/.test(transitionDuration)
        })
        .map((each) => each.className),
    )
    expect(moving).toEqual([])
    await page.emulateMedia({ reducedMotion: null })
  })

  it('axe finds nothing in any place: light', { timeout: 180_000 }, async () => {
    await prefer({ look: 'light', language: 'en' })
    for (const place of PLACES) {
      await goTo(place)
      expect(await axeFinds(page), place).toEqual([])
    }
  })

  it('dark, in German and at 200 % nothing is cut off or scrolls sideways, and axe finds nothing', {
    timeout: 180_000,
  }, async () => {
    await prefer({ look: 'dark', language: 'de' })
    await setView(desk.app, page, { width: 1024, height: 700, zoom: 2 })
    for (const place of PLACES) {
      await goTo(place)
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }))
      expect(scroll, place).toBeLessThanOrEqual(client)
      expect(await axeFinds(page), place).toEqual([])
    }
    await setView(desk.app, page, { width: 1280, height: 800, zoom: 1 })
  })
})
