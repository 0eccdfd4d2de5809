import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { openRecords } from '../../electron/records/open-records.ts'
import { type BesideWall, openBesideWall } from './admin-window.ts'
import { type Folder, makeFolder, QUICK_ROOM, quoteFile, type Room } from './room.ts'

/** A wall with work to be done, and its curator's window beside it, for the tests of the work list, the ledger and the pictures. */

export const SHOWN = { timeout: 12_000 }
export const ROWS = 40
const DAY_MS = 86_400_000

export let folder: Folder
export let desk: BesideWall
export let room: Room
export let page: Page

/** As long as no wall that people walk past holds. */
export const LONG = Array.from({ length: 90 }, (_, at) => `On day ${at + 1} the lift was broken.`).join(' ')

export async function openWorkDesk(): Promise<void> {
  folder = makeFolder({
    'room.yaml': `${QUICK_ROOM}${DECIDED}`,
    ...waiting(),
    'quotes/shown.md': quoteFile('It just worked.'),
    'quotes/mail.md': quoteFile('I wrote to anna.berg@example.org twice and called +49 30 901820.'),
    'quotes/number.md': quoteFile('My ticket said 4111 1111 1111 1111 and nobody knew why.'),
    'quotes/card.md': quoteFile('They read out 5500 0000 0000 0004 to the whole hall.'),
    'quotes/gone.md': quoteFile('I would rather not be seen.').replace('card 12', 'card 99'),
    'quotes/away.md': quoteFile('Please take me down.').replace('card 12', 'card 98'),
    'quotes/agreed.md': quoteFile('They may show this.').replace(/consent:[\s\S]*?---/, '---'),
    'quotes/none.csv': table(),
    'prompts/long.yaml': `ask: guess\ntext: ${LONG}\n`,
    'quotes/loose.md': loose('Nobody says where this is from.'),
    'quotes/adrift.md': loose('And nobody says where that is from.'),
  })
  for (const call of ['grey-rabbit', 'lift-tape']) {
    for (const ending of ['md', 'vtt', 'wav']) folder.copySample(`calls/${call}.${ending}`)
    folder.write(`calls/${call}.md`, file(`calls/${call}.md`).replace(/^checked:\n( .*\n)+/m, ''))
  }
  doubtClock()
  desk = await openBesideWall(folder)
  room = desk.room
  page = desk.page
}

const DECIDED = `items:
  quotes/past: { until: 2020-01-01 }
  quotes/veiled: { hidden: true }
  quotes/unseen: { hidden: true }
`

/** What was decided, has ended, is for others or cannot be read yet: two of each. */
function waiting(): Record<string, string> {
  const ended = (text: string): string =>
    quoteFile(text).replace('given: 2026-03-04', 'given: 2018-03-04').replace('2090-01-01', '2020-01-01')
  const ground = 'source: Card\ncaptured: 2026-03-02\nconsent: { public_source: The report }\n'
  const codes = (letter: string): string =>
    `${letter}1,${letter}2,${letter}3\n11,Wet stairs,2\n12,No ramp,3\n13,Late again,1\n`
  return {
    'quotes/over.md': quoteFile('It was true in spring.', 'until: 2020-01-01\n'),
    'quotes/past.md': quoteFile('It was true in autumn.'),
    'quotes/renewed.md': ended('I agreed for a year.'),
    'quotes/again.md': ended('I agreed for two years.'),
    'quotes/guests.md': quoteFile('This is for guests.', 'audience: [guests]\n'),
    'quotes/everybody.md': quoteFile('This is for everybody else.', 'audience: [public]\n'),
    'quotes/veiled.md': quoteFile('Nobody sees this.'),
    'quotes/unseen.md': quoteFile('Nobody reads this.'),
    'quotes/codes.csv': codes('F'),
    'quotes/codes.yaml': ground,
    'quotes/keys.csv': codes('G'),
    'quotes/keys.yaml': ground,
  }
}

export async function closeWorkDesk(): Promise<void> {
  await room?.close()
  folder?.remove()
}

/** The record has seen a later time than the machine's clock says. */
function doubtClock(): void {
  const records = openRecords(join(folder.data, 'room.db'), Date.now())
  records.tick(Date.now() + 40 * DAY_MS)
  records.close()
}

/** The machine's clock leaps ahead until a wall has been there, and is set right again. */
export async function leapAndBack(): Promise<void> {
  const before = Date.now()
  await desk.app.evaluate((_electron, by) => {
    const { now } = Date
    Object.assign(Date, { now: () => now() + by, right: now })
  }, 40 * DAY_MS)
  const seen = () => rows<{ highest: number }>('room', 'SELECT highest FROM clock')[0]?.highest ?? 0
  await expect.poll(seen, SHOWN).toBeGreaterThan(before + 39 * DAY_MS)
  await desk.app.evaluate(() => {
    Object.assign(Date, { now: (Date as unknown as { right: () => number }).right })
  })
}

/** Comes a call that nobody stands before a wall for. */
export function addLongCall(): void {
  const said = file('calls/lift-tape.md').replace(/^checked:\n( .*\n)+/m, '')
  folder.write('calls/whole.wav', hum(1_260))
  folder.write(
    'calls/whole.md',
    said
      .replace('no other entrance', 'no way in')
      .replace('\n---\n', '\nchecked: { by: Research, date: 2026-06-02 }\n---\n'),
  )
  folder.write('calls/whole.vtt', file('calls/lift-tape.vtt'))
}

/** A recording of so many seconds, 8 bits at 4 kHz. */
function hum(seconds: number): Buffer {
  const [rate, length] = [4_000, seconds * 4_000]
  const bytes = Buffer.alloc(44 + length, Buffer.from([128, 168, 128, 88]))
  bytes.write('RIFF', 0, 'ascii')
  bytes.writeUInt32LE(36 + length, 4)
  bytes.write('WAVEfmt ', 8, 'ascii')
  for (const [at, value] of Object.entries({ 16: 16, 24: rate, 28: rate, 40: length }))
    bytes.writeUInt32LE(value, Number(at))
  for (const [at, value] of Object.entries({ 20: 1, 22: 1, 32: 1, 34: 8 }))
    bytes.writeUInt16LE(value, Number(at))
  bytes.write('data', 36, 'ascii')
  return bytes
}

/** Rows that nobody agreed for. */
function table(): string {
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `${at + 1},"The lift was broken on day ${at + 1}.",Survey,2026-03-02`,
  )
  return `id,quote,source,captured\n${rows.join('\n')}\n`
}

const loose = (text: string): string => `---\nwho: A traveller\ncaptured: 2026-03-04\n---\n\n${text}\n`

export const text = (): Promise<string> => page.locator('#main').innerText()
export const file = (path: string): string => readFileSync(join(folder.content, path), 'utf8')
export const isFile = (path: string): boolean => existsSync(join(folder.content, path))
export const entry = (title: string | RegExp): Locator => page.getByRole('option', { name: title })
export const button = (name: string | RegExp): Locator => page.getByRole('button', { name })
export const eligible = (): Promise<number> => room.eligible()
export const onWall = async (): Promise<string | undefined> => (await room.play())?.item.id

const PLACES = ['now', 'library', 'order', 'import', 'worklist', 'ledger', 'history', 'changes', 'health']

/** As the window's own keys go there. */
export async function goByKeys(place: string): Promise<void> {
  await page.keyboard.press(`Control+${PLACES.indexOf(place) + 1}`)
  await page.waitForSelector(`#main.${place} h1`, SHOWN)
}

export async function goByMouse(place: string): Promise<void> {
  await page.locator(`nav a[href="#/${place}"]`).click()
  await page.waitForSelector(`#main.${place} h1`, SHOWN)
}

/** The address, as somebody who has written it down. */
export async function goTo(place: string): Promise<void> {
  await page.evaluate((name) => {
    location.hash = `#/${name}`
  }, place)
  await page.waitForSelector(`#main.${place.split('/')[0]} h1`, SHOWN)
}

const walked = (): Promise<string> => page.locator('.walk [role=status]').innerText()

/** By `n` and `p` alone, from wherever somebody is in the window. `first` is done before it is looked for. */
export async function walkTo(words: string, first?: () => Promise<void>): Promise<void> {
  if ((await page.locator('#main.worklist').count()) > 0) await goByKeys('health')
  await goByKeys('worklist')
  await first?.()
  await entry(words).first().waitFor(SHOWN)
  const title = page.locator('.work h2')
  for (;;) {
    if ((await title.innerText()).includes(words)) return
    const before = await walked()
    const [at, , of] = before.split(' ')
    if (at === of) throw new Error(`n never came to ${words}.`)
    await page.keyboard.press('n')
    await expect.poll(walked, SHOWN).not.toBe(before)
  }
}

/** One item by keys alone, from wherever somebody is in the window: searched in the library and opened. */
export async function openByKeys(title: string): Promise<void> {
  await goByKeys('library')
  await page.keyboard.press('Control+f')
  await page.keyboard.press('Control+a')
  await page.keyboard.type(title)
  await expect.poll(() => page.locator('.card.active').innerText(), SHOWN).toContain(title)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('#main h1').innerText(), SHOWN).toContain(title)
}

/** Nothing else is on the wall until something else is pinned, or this may not be shown any more. */
export async function pin(id: string): Promise<void> {
  const before = file('room.yaml').replace(/^now:.*\n/m, '')
  folder.write('room.yaml', `${before}now: { pin: ${JSON.stringify(id)} }\n`)
  await expect.poll(onWall, SHOWN).toBe(id)
}

export async function unpin(): Promise<void> {
  if (!/^now:/m.test(file('room.yaml'))) return
  folder.write('room.yaml', file('room.yaml').replace(/^now:.*\n/m, ''))
  await expect.poll(eligible, SHOWN).toBeGreaterThan(1)
}

/** What a database of this machine holds, read from the file itself. */
export function rows<Row>(database: 'index' | 'search' | 'room', sql: string, ...args: string[]): Row[] {
  const db = new Database(join(folder.data, `${database}.db`), { readonly: true })
  try {
    return db.prepare<string[], Row>(sql).all(...args)
  } finally {
    db.close()
  }
}

/** Answers the system's dialog for a place to save to. */
export async function saveTo(path: string): Promise<void> {
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
}
