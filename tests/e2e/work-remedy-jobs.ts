import { describe, expect, it } from 'vitest'
import { chooseByKeys, chooseByMouse, enter, tabTo } from './admin-window.ts'
import {
  addLongCall,
  button,
  eligible,
  entry,
  file,
  goByMouse,
  onWall,
  page,
  pin,
  room,
  SHOWN,
  walkTo,
} from './work-desk.ts'

/** What was decided, has ended, is too long or for others: each with its remedy in the work list, and the wall that follows. */

const HOW = ['by mouse', 'by keyboard alone'] as const
type How = (typeof HOW)[number]
const byMouse = (how: How): boolean => how === 'by mouse'
const notes = () => page.getByRole('checkbox', { name: 'Also what was decided or inferred' })
const box = (name: string) => page.getByRole('checkbox', { name, exact: true })
const day = (name: string) => page.getByRole('group', { name, exact: true }).getByRole('spinbutton').first()

async function choose(how: How, words: string): Promise<void> {
  if (!byMouse(how)) return walkTo(words)
  await goByMouse('worklist')
  await entry(new RegExp(words)).first().click(SHOWN)
}

/** Press it, tick it: as a hand with a mouse, or keys. */
async function press(how: How, name: string): Promise<void> {
  if (byMouse(how)) await button(name).click(SHOWN)
  else await enter(button(name))
}

async function tick(how: How, name: string): Promise<void> {
  if (byMouse(how)) return page.locator('label.check', { hasText: name }).click()
  await tabTo(box(name))
  await page.keyboard.press('Space')
}

async function typeDay(how: How, name: string, digits: string): Promise<void> {
  await day(name).waitFor(SHOWN)
  if (byMouse(how)) await day(name).click()
  else await tabTo(day(name))
  await page.keyboard.type(digits)
}

/** The wall may show one more, and does. */
async function comesOn(id: string, before: number): Promise<void> {
  await expect.poll(eligible, SHOWN).toBe(before + 1)
  await pin(id)
  expect(await onWall()).toBe(id)
}

export function remedyJobs(): void {
  describe('what is over', () => {
    it.each([
      ['by mouse', 'It was true in spring', 'quotes/over'],
      ['by keyboard alone', 'It was true in autumn', 'quotes/past'],
    ] as const)('%s: it gets another day, where its day was said, and comes on', async (how, words, id) => {
      const before = await eligible()
      await choose(how, words)
      await typeDay(how, 'Until', '12312090')
      await press(how, 'Set the dates')
      // The one says it itself; of the other it was decided.
      if (byMouse(how)) await expect.poll(() => file('quotes/over.md'), SHOWN).toMatch(/until: "?2090-12-31/)
      else await expect.poll(() => file('room.yaml'), SHOWN).toMatch(/quotes\/past: \{ ?until: "?2090-12-31/)
      await comesOn(id, before)
    })
  })

  describe('a consent that has ended', () => {
    it.each([
      ['by mouse', 'I agreed for a year', 'quotes/renewed'],
      ['by keyboard alone', 'I agreed for two years', 'quotes/again'],
    ] as const)(
      '%s: whoever agreed again is known already; it is renewed, and comes on',
      async (how, words, id) => {
        const before = await eligible()
        await choose(how, words)
        await expect
          .poll(() => page.getByLabel('Reference to who agreed').inputValue(), SHOWN)
          .toBe('card 12')
        await typeDay(how, 'Given on', '03042026')
        await tick(how, 'shown on a wall')
        await tick(how, 'staff')
        await press(how, 'Record it')
        await expect.poll(() => file(`${id}.md`), SHOWN).toMatch(/given: "?2026-03-04/)
        await comesOn(id, before)
      },
    )
  })

  describe('what is for others', () => {
    it.each([
      ['by mouse', 'This is for guests', 'quotes/guests'],
      ['by keyboard alone', 'This is for everybody', 'quotes/everybody'],
    ] as const)('%s: it is for those who stand here too, and comes on', async (how, words, id) => {
      const before = await eligible()
      await choose(how, words)
      await press(how, 'Show it to staff too')
      await expect.poll(() => file(`${id}.md`), SHOWN).toMatch(/^audience:\s*(\[ ?|- )staff/m)
      await comesOn(id, before)
    })
  })

  describe('what somebody hid', () => {
    it.each([
      ['by mouse', 'Nobody sees this', 'quotes/veiled'],
      ['by keyboard alone', 'Nobody reads this', 'quotes/unseen'],
    ] as const)(
      '%s: it is among what was decided, is shown again, and hidden again',
      async (how, words, id) => {
        const before = await eligible()
        const hidden = file('room.yaml')
        expect(hidden).toContain(`${id}: { hidden: true }`)
        if (byMouse(how)) {
          await goByMouse('worklist')
          await page.locator('label.check', { hasText: 'Also what was decided' }).click(SHOWN)
          await entry(new RegExp(words)).click(SHOWN)
        } else
          await walkTo(words, async () => {
            await tabTo(notes())
            await page.keyboard.press('Space')
          })
        await press(how, 'Show it again')
        await expect.poll(eligible, SHOWN).toBe(before + 1)
        expect(file('room.yaml')).not.toContain(`${id}: { hidden: true }`)
        await page.keyboard.press('Control+z')
        await expect.poll(eligible, SHOWN).toBe(before)
        expect(file('room.yaml')).toBe(hidden)
        await page.keyboard.press('Control+Shift+Z')
        await comesOn(id, before)
      },
    )
  })

  describe('a recording that is too long', () => {
    const PATH = 'calls/whole'
    const heard = async () => (await room.play())?.item.media['audio']?.durationMs

    it.each([
      ['by mouse', '0:30'],
      ['by keyboard alone', '0:20'],
    ])(
      '%s: the part that is heard is chosen, the wall plays no more of it, and it is taken back',
      async (how, end) => {
        if (how === 'by mouse') addLongCall()
        const to = page.getByRole('textbox', { name: 'To (minutes:seconds)' })
        if (how === 'by mouse') {
          await goByMouse('worklist')
          await entry(`${PATH}.wav`).click(SHOWN)
          await to.click(SHOWN)
          await page.keyboard.type(end)
          await button('Hear this part').click()
        } else {
          await walkTo(`${PATH}.wav`)
          await to.waitFor(SHOWN)
          await tabTo(to)
          await page.keyboard.type(end)
          await page.keyboard.press('Enter')
        }
        await expect.poll(() => file(`${PATH}.md`), SHOWN).toContain(`out: "${end}"`)
        await expect.poll(() => entry(`${PATH}.wav`).count(), SHOWN).toBe(0)
        await pin(PATH)
        await expect.poll(heard, SHOWN).toBe(Number(end.slice(2)) * 1_000)
        await page.keyboard.press('Control+z')
        await expect.poll(() => file(`${PATH}.md`), SHOWN).not.toContain('out:')
        await entry(`${PATH}.wav`).waitFor(SHOWN)
      },
    )
  })
}

export function columnJobs(): void {
  describe('a table whose columns nobody knows', () => {
    it.each([
      ['by mouse', 'quotes/codes.csv', 'F2', chooseByMouse],
      ['by keyboard alone', 'quotes/keys.csv', 'G2', chooseByKeys],
    ] as const)(
      '%s: somebody says which column is which, and its rows come on',
      async (how, path, header, take) => {
        const before = await eligible()
        await choose(how, path)
        await page.getByRole('button', { name: `Meaning of ${header}` }).waitFor(SHOWN)
        await take(page, `Meaning of ${header}`, 'what was said (needed)')
        await press(how, 'Read it so from now on')
        await expect.poll(() => file('room.yaml'), SHOWN).toMatch(new RegExp(`text: "?${header}`))
        await expect.poll(eligible, SHOWN).toBe(before + 3)
        await expect.poll(() => entry(path).count(), SHOWN).toBe(0)
      },
    )
  })
}
