import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { FIND_SORTS } from '../../renderer/core/admin/find.ts'
import { openDesk } from '../../tests/e2e/admin-window.ts'
import { type Place, SAMPLE_ROOM } from '../../tests/e2e/room.ts'
import { printFigure, until } from './figures.ts'
import { type Frames, frameFigures, framesDuring, layBareList, toldFrames } from './frames.ts'
import { randomFrom } from './random.ts'
import { typedQueries } from './search-room.ts'

/** The curator's window on a large room, in real Electron: what she waits for, and what she sees move. */

const FIRST_SCREEN_MS = 1_000
const ANSWER_MS = 50
/** Beside the bare list. */
const MOST_TIMES_BARE = 1.15
/** Of the frames in which the list moved: one in a hundred is seen by nobody. */
const MOST_LATE_PERCENT = 1
const STARTS = 5
const GRID = '.found-grid'

/** `end` closes the window, and whatever waits for it gives up. */
export async function benchWindow(folder: Place, items: number, end: AbortSignal): Promise<void> {
  const small = await inWindow({ content: SAMPLE_ROOM, data: `${folder.data}-sample` }, end, firstScreens)
  await inWindow(folder, end, async (page) => {
    await whileReading(page, items)
    await pause(3_000)
    const all = await firstScreens(page)
    console.log(`first screens: ${told(all)} ms; of the sample room ${told(small)} ms`)
    printFigure('first screen of the library, all slides drawn', median(all), 'ms', {
      most: FIRST_SCREEN_MS,
    })
    await search(page)
    await sorts(page)
    await scroll(page)
  })
}

async function inWindow<Result>(
  folder: Place,
  end: AbortSignal,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const desk = await openDesk(folder)
  end.addEventListener('abort', () => void desk.app.close())
  try {
    return await work(desk.page)
  } finally {
    await desk.app.close()
  }
}

/** Until the room is read and can be searched: how long questions take meanwhile. */
async function whileReading(page: Page, items: number): Promise<void> {
  await go(page, '#/library')
  await page.waitForSelector('.card', { timeout: 60_000 })
  await page.reload()
  const drawn = await drawnAt(page)
  console.log(`first screen while the room is read for the first time: ${drawn.toFixed(0)} ms`)
  const times: number[] = []
  await until(async () => {
    const { ms, room, isWhole } = await ask(page, { text: 'li' })
    times.push(ms)
    return (isWhole && room >= items) || undefined
  }, 180_000)
  tell('find over IPC while the room is read', times, undefined)
}

/** From the page's begin to the frame in which all that is in sight is drawn. */
async function firstScreens(page: Page): Promise<readonly number[]> {
  await go(page, '#/library')
  await page.waitForSelector('.card .slide', { timeout: 60_000 })
  const all: number[] = []
  for (let start = 0; start < STARTS; start += 1) {
    await page.reload()
    all.push(await drawnAt(page))
    await pause(500)
  }
  return all
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN
}

const told = (all: readonly number[]): string => all.map((ms) => ms.toFixed(0)).join(', ')

function drawnAt(page: Page): Promise<number> {
  return page.evaluate(async (selector) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    for (;;) {
      await frame()
      const grid = document.querySelector(selector)
      const foot = grid?.getBoundingClientRect().bottom ?? 0
      const cards = [...(grid?.querySelectorAll('.card') ?? [])]
      const seen = cards.filter((card) => card.getBoundingClientRect().top < foot)
      const isPending = (card: Element): boolean =>
        card.querySelector('.slide, .card-closed') === null ||
        card.querySelector('canvas[data-pending=""]') !== null
      if (seen.length === 0 || seen.some(isPending)) continue
      await Promise.all(
        seen
          .flatMap((card) => [...card.querySelectorAll('img')])
          .map((image) => image.decode().catch(() => 0)),
      )
      await frame()
      await frame()
      return performance.now()
    }
  }, GRID)
}

/** The answer over IPC; and from the key to the frame that shows the answer. */
async function search(page: Page): Promise<void> {
  const answers: number[] = []
  for (const { text = '' } of typedQueries(120, randomFrom(11))) answers.push((await ask(page, { text })).ms)
  tell('search as it is typed, answer over IPC', answers, ANSWER_MS)
  const keys: number[] = []
  await page.locator('input[type=search]').focus()
  for (const word of ['lift', 'platform', 'bahnhof', 'staff', 'waited']) {
    await page.keyboard.press('Control+a')
    for (const letter of word) keys.push(await paintedAfter(page, letter))
  }
  tell('from a key to its results on the screen', keys, 2 * ANSWER_MS)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await pause(1_500)
}

/** ms from the event of the key to the second frame after its results are there. */
async function paintedAfter(page: Page, letter: string): Promise<number> {
  // In place before the key is pressed, or the key would come first now and then and never be heard of.
  await page.evaluate((selector) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const input = document.querySelector('input[type=search]')
    const painted = new Promise<number>((resolve) => {
      const heard = async ({ timeStamp }: Event): Promise<void> => {
        await frame()
        while (document.querySelector(selector)?.getAttribute('aria-busy') === 'true') await frame()
        await frame()
        resolve(performance.now() - timeStamp)
      }
      input?.addEventListener('input', (event) => void heard(event), { once: true })
    })
    Object.assign(window, { painted })
  }, GRID)
  await page.keyboard.press(letter)
  return page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted)
}

async function sorts(page: Page): Promise<void> {
  for (const sort of FIND_SORTS) {
    const { ms } = await ask(page, { sort })
    console.log(`  first list by ${sort}, over IPC: ${ms.toFixed(0)} ms`)
  }
}

/** The list of slides beside a bare one of as many rows of text, in the same page. */
async function scroll(page: Page): Promise<void> {
  await page.reload()
  await drawnAt(page)
  const ours = await scrolled(page, GRID)
  const bare = await scrolled(page, await layBareList(page, 100_000))
  for (const how of WAYS) {
    const [mine, theirs] = [ours[how], bare[how]]
    console.log(`scrolled by ${how}`)
    console.log(`  slides:            ${toldFrames(mine.moving)}`)
    console.log(`  bare list:         ${toldFrames(theirs.moving)}`)
    console.log(`  slides with rests: ${toldFrames(mine.all)}`)
    const [a, b] = [frameFigures(mine.moving), frameFigures(theirs.moving)]
    printFigure(`  ${how}: frames that came late`, 100 * a.late, '%', { most: MOST_LATE_PERCENT })
    printFigure(`  ${how}: mean of a frame, times bare`, a.mean / b.mean, 'x', { most: MOST_TIMES_BARE })
    printFigure(`  ${how}: 95th percentile, times bare`, a.p95 / b.p95, 'x', { most: MOST_TIMES_BARE })
  }
}

const WAYS = ['wheel', 'bursts of the wheel', 'PageDown', 'scroll bar'] as const
type Way = (typeof WAYS)[number]

async function scrolled(page: Page, list: string): Promise<Readonly<Record<Way, Frames>>> {
  const box = await page.locator(list).boundingBox()
  if (!box) throw new Error(`There is no ${list}.`)
  const wheel = async (clicks: number): Promise<void> => {
    for (let click = 0; click < clicks; click += 1) {
      await page.mouse.wheel(0, 120)
      await pause(30)
    }
  }
  const during = async (work: () => Promise<void>): Promise<Frames> => {
    await page.evaluate((selector) => document.querySelector(selector)?.scrollTo(0, 0), list)
    await pause(1_500)
    return framesDuring(page, list, work)
  }
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  return {
    wheel: await during(() => wheel(100)),
    'bursts of the wheel': await during(async () => {
      for (let burst = 0; burst < 8; burst += 1) {
        await wheel(8)
        await pause(400)
      }
    }),
    PageDown: await during(async () => {
      await page.locator(list).focus()
      for (let press = 0; press < 60; press += 1) {
        await page.keyboard.press('PageDown')
        await pause(33)
      }
    }),
    'scroll bar': await during(async () => {
      const x = box.x + box.width - 4
      await page.mouse.move(x, box.y + 24)
      await page.mouse.down()
      for (let move = 0; move < 100; move += 1) {
        await page.mouse.move(x, box.y + 24 + move * 4)
        await pause(16)
      }
      await page.mouse.up()
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    }),
  }
}

interface Asked {
  readonly ms: number
  readonly room: number
  readonly isWhole: boolean
}

function ask(
  page: Page,
  query: { readonly text?: string; readonly sort?: (typeof FIND_SORTS)[number] },
): Promise<Asked> {
  return page.evaluate(async (given) => {
    const begun = performance.now()
    const { room, isWhole } = await window.room.call('find', {
      sort: 'relevance',
      ...given,
      from: 0,
      count: 60,
    })
    return { ms: performance.now() - begun, room, isWhole }
  }, query)
}

function go(page: Page, hash: string): Promise<void> {
  return page.evaluate((to) => {
    location.hash = to
  }, hash)
}

function tell(what: string, times: readonly number[], mostMs: number | undefined): void {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
  console.log(`${what}: median ${at(0.5).toFixed(1)}, slowest ${at(1).toFixed(1)} ms of ${sorted.length}`)
  if (mostMs !== undefined) printFigure(`${what}: 95th percentile`, at(0.95), 'ms', { most: mostMs })
}
