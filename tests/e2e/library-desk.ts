import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { type BesideWall, enter, openBesideWall, tabTo } from './admin-window.ts'
import { type Folder, makeFolder, QUICK_ROOM, quoteFile } from './room.ts'

/** A room for the library's jobs, its window beside a wall, and the moves that a curator makes there. */

export const SHOWN = { timeout: 20_000 }
export const QUOTES = 60
/** Quotes, three rows of a table, a question, and one in Japanese. */
export const SHOWABLE = QUOTES + 5
/** One more without consent, and two rows of another table. */
export const TOTAL = SHOWABLE + 3
export const FACETS = [
  'Kind',
  'On the wall',
  'Persona',
  'Stage',
  'Theme',
  'Segment',
  'Department',
  'Captured',
]

export const titleOf = (at: number): string => `Voice ${String(at).padStart(2, '0')}`

export function libraryFolder(): Folder {
  const folder = makeFolder({
    'room.yaml': `# ours\n${QUICK_ROOM}`,
    'quotes/zz.md':
      '---\ntitle: Without consent\nsource: Card\ncaptured: 2026-03-04\n---\n\nNobody agreed.\n',
    'quotes/eki.md': quoteFile('駅の階段が濡れていました。', 'title: 駅の階段\nlang: ja\n'),
    'prompts/how.md': '---\nask: guess\n---\n\nHow many of ten find a ramp?\n',
    'quotes/cards.csv':
      'id,quote,source,captured\n1,Escalator one stood still.,Card,2019-03-02\n2,Escalator two stood still.,Card,2019-03-02\n3,Escalator three ran.,Card,2019-03-02\n',
    'quotes/cards.yaml': '# of the cards\nevidence: research\nconsent: {public_source: The report}\n',
    'quotes/desk.csv':
      'id,quote,source,captured\n1,The baker knew when it came.,Desk,2026-03-04\n2,The porter did not know.,Desk,2026-03-04\n',
    'quotes/desk.yaml': '# of the desk\nevidence: research\n',
  })
  for (let at = 0; at < QUOTES; at += 1) {
    const [one, other] = at % 2 ? ['lifts', 'Ruth'] : ['fares', 'Omar']
    const tags = `theme: ${one}\npersona: ${other}\nstage: ${one}\nsegment: ${other}\ndepartment: ${one}\n`
    folder.write(
      `quotes/v${String(at).padStart(2, '0')}.md`,
      quoteFile('The lift was late again.', `title: ${titleOf(at)}\n${tags}`),
    )
  }
  return folder
}

export interface LibraryDesk extends BesideWall {
  readonly folder: Folder
  read(path: string): string
  cell(title: string): Locator
  active(): Promise<string>
  count(): Promise<string>
  /** Items that may play, as the wall counts them. */
  wall(): Promise<number>
  readonly sheet: Locator
  readonly grid: Locator
  readonly main: Locator
  button(name: string | RegExp): Locator
  /** The library by the mouse. */
  visit(): Promise<void>
  /** The library by keys alone, from wherever somebody is; what is typed is looked for. */
  type(text: string): Promise<void>
  /** The one of this title, by keys alone. */
  openByKeys(title: string): Promise<void>
  /** By mouse: into the field, and written there. */
  search(text: string): Promise<void>
}

export async function openLibrary(): Promise<LibraryDesk> {
  const folder = libraryFolder()
  const desk = await openBesideWall(folder)
  const { page, room } = desk
  const made: LibraryDesk = {
    ...desk,
    folder,
    read: (path) => readFileSync(join(folder.content, path), 'utf8'),
    cell: (title) => page.locator('[role=gridcell]', { hasText: title }),
    active: () => page.locator('.card.active').innerText(),
    count: () => page.locator('.found-count').innerText(),
    wall: () => room.eligible(),
    sheet: page.getByRole('dialog'),
    grid: page.locator('[role=grid]'),
    main: page.locator('#main'),
    button: (name) => page.getByRole('button', { name }),
    async visit() {
      await page.getByRole('link', { name: 'Library' }).first().click()
      await page.waitForSelector('.library-head', SHOWN)
    },
    async type(text) {
      const { keyboard } = page
      await keyboard.press('Control+2')
      await page.waitForSelector('.library-head', SHOWN)
      await keyboard.press('Control+f')
      await keyboard.press('Control+a')
      await keyboard.type(text)
      await expect.poll(made.count, SHOWN).toMatch(/^\d+ of/)
    },
    async openByKeys(title) {
      await made.type(title)
      await expect.poll(made.active, SHOWN).toContain(title)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('#main h1').innerText(), SHOWN).toContain(title)
    },
    async search(text) {
      await page.locator('input[type=search]').click({ clickCount: 3 })
      await (text === '' ? page.keyboard.press('Delete') : page.keyboard.type(text))
      await page.locator('.found-grid[aria-busy=false]').waitFor(SHOWN)
    },
  }
  return made
}

/** A value of each filter on and off again: it finds as many as it says. */
export async function tryFilters(
  { page, count }: Pick<LibraryDesk, 'page' | 'count'>,
  press: (box: Locator) => Promise<void>,
): Promise<void> {
  for (const name of FACETS) {
    const box = page.getByRole('group', { name }).locator('label').first()
    const told = await box.locator('.count').innerText()
    await press(box)
    await expect.poll(count, { ...SHOWN, message: name }).toBe(`${told} of ${TOTAL} items`)
    await press(box)
    await expect.poll(count, { ...SHOWN, message: name }).toBe(`${TOTAL} items`)
  }
}

/** By mouse. */
export async function sortBy(
  { page, button }: Pick<LibraryDesk, 'page' | 'button'>,
  name: string,
): Promise<void> {
  await button('Sort by').click()
  await page.getByRole('option', { name, exact: true }).click()
  await page.getByRole('listbox').waitFor({ ...SHOWN, state: 'detached' })
}

/** By keys: to its box, wherever the keys are before it. */
export async function spaceOn(box: Locator): Promise<void> {
  await tabTo(box.locator('input'))
  await box.page().keyboard.press('Space')
}

export { enter, tabTo }
