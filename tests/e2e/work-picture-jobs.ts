import { describe, expect, it } from 'vitest'
import { callRaw, enter, hasFocus, tabTo } from './admin-window.ts'
import {
  button,
  eligible,
  entry,
  file,
  folder,
  goByMouse,
  openByKeys,
  page,
  pin,
  room,
  SHOWN,
  walkTo,
} from './work-desk.ts'

/** A photograph that nobody may see yet: a part of it is blurred, another is cropped away, and the wall follows. */

const PHOTO = 'photos/six-fifty-two'
const TITLE = '6.52'
const photo = (): string => file(`${PHOTO}.md`)
const save = () => button('Save the picture so')
const summary = () => page.locator('summary', { hasText: 'Picture: blur, crop' })

/** Draws over the picture, from and to in shares of it. */
async function draw(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await page.locator('.picture-area').scrollIntoViewIfNeeded()
  const area = (await page.locator('.picture-area').boundingBox()) ?? { x: 0, y: 0, width: 1, height: 1 }
  const at = ([x, y]: readonly [number, number]) =>
    [area.x + area.width * x, area.y + area.height * y] as const
  await page.mouse.move(...at(from))
  await page.mouse.down()
  await page.mouse.move(...at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]))
  await page.mouse.move(...at(to))
  await page.mouse.up()
}

const isCropped = async (): Promise<boolean | undefined> =>
  (await room.play())?.item.media['picture']?.cropped
const pictureHash = async (): Promise<string | undefined> => (await room.play())?.item.media['picture']?.hash

const pictureIsThere = (): Promise<void> =>
  expect
    .poll(
      () => page.locator('.picture-area img').evaluate((img) => (img as HTMLImageElement).naturalWidth),
      SHOWN,
    )
    .toBeGreaterThan(0)

export function pictureJobs(): void {
  describe('a photograph', () => {
    it('by keyboard alone: withheld, it is seen by its curator alone; a part is blurred, another cropped, both taken back', async () => {
      folder.copySample('photos')
      folder.write(`${PHOTO}.md`, photo().replace('people: none\n', ''))
      const before = photo()
      await walkTo(TITLE)
      await summary().waitFor(SHOWN)
      await enter(summary())
      await enter(button('Show me the picture'))
      await page.locator('.picture-area canvas').waitFor(SHOWN)
      expect(await callRaw(room.wall, 'original', [{ id: PHOTO }])).toBe('refused')
      await enter(button('Add a part'))
      await tabTo(page.locator('.frame.blur'), 'Shift+Tab')
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'Shift+ArrowDown'])
        await page.keyboard.press(key)
      expect(await page.locator('.frame.blur').getAttribute('aria-label')).toContain(
        '39% from the left, 23% from above',
      )
      await tabTo(page.getByRole('radio', { name: 'parts to be blurred' }))
      await page.keyboard.press('ArrowDown')
      await enter(button('Crop it'))
      await tabTo(page.locator('.frame.crop'), 'Shift+Tab')
      for (const key of ['ArrowRight', 'Shift+ArrowLeft']) await page.keyboard.press(key)
      await enter(save())
      await expect.poll(photo, SHOWN).toMatch(/blur:\s+- x: 0\.39\s+y: 0\.23/)
      expect(photo()).toMatch(/crop:\s+x: 0\.12\s+y: 0\.1\s+width: 0\.78/)
      await page.keyboard.press('Control+z')
      await expect.poll(photo, SHOWN).toBe(before)
    })

    it('by mouse: it is blurred and cropped, the wall shows no more of it, and takes it back', async () => {
      await goByMouse('worklist')
      await entry(TITLE).first().click(SHOWN)
      await page.getByText('parts to be blurred', { exact: true }).click(SHOWN)
      await draw([0.3, 0.3], [0.5, 0.5])
      await page.getByText('the part that is used', { exact: true }).click()
      await draw([0.2, 0.1], [0.8, 0.9])
      await save().click()
      await expect.poll(photo, SHOWN).toMatch(/crop:\s+x: 0\.2\s+y: 0\.1/)
      expect(photo()).toMatch(/blur:\s+- x: 0\.3\s+y: 0\.3/)
      const count = await eligible()
      folder.write(`${PHOTO}.md`, photo().replace('credit:', 'people: none\ncredit:'))
      await expect.poll(eligible, SHOWN).toBe(count + 1)
      await pin(PHOTO)
      expect(await isCropped()).toBe(true)
      const hash = await pictureHash()
      await page.keyboard.press('Control+z')
      await expect.poll(isCropped, SHOWN).toBeFalsy()
      expect(await pictureHash()).not.toBe(hash)
    })

    it.each([
      ['by mouse', 'Write mine over it'],
      ['by keyboard alone', 'Take theirs'],
    ])(
      '%s: what somebody else has drawn meanwhile is shown beside it, and one of the two is chosen',
      async (how, choice) => {
        const whole = photo().replace(/^crop:.*\n( {2}.*\n)*/m, '')
        folder.write(`${PHOTO}.md`, whole)
        await pin(PHOTO)
        await expect.poll(isCropped, SHOWN).toBeFalsy()
        await openByKeys(TITLE)
        if (how === 'by mouse') {
          await page.getByText('the part that is used', { exact: true }).click(SHOWN)
          await pictureIsThere()
          await draw([0.1, 0.1], [0.6, 0.6])
        } else {
          await pictureIsThere()
          await tabTo(page.getByRole('radio', { name: 'parts to be blurred' }))
          await page.keyboard.press('ArrowDown')
          await enter(button('Crop it'))
        }
        const theirs = whole.replace('credit:', 'crop: 20% 20% 40% 40%\ncredit:')
        folder.write(`${PHOTO}.md`, theirs)
        // By then this window has heard of it too, and what is drawn on stays under the hand.
        await expect.poll(isCropped, SHOWN).toBe(true)
        await pictureIsThere()
        const hash = await pictureHash()
        if (how === 'by mouse') await save().click()
        else await enter(save())
        const sides = page.locator('.picture-editor .sides')
        await sides.waitFor(SHOWN)
        expect(await sides.locator('pre').allInnerTexts()).toEqual([
          expect.stringContaining('x: 0.1'),
          expect.stringContaining('20%'),
        ])
        expect(photo()).toBe(theirs)
        const chosen = sides.getByRole('button', { name: choice })
        if (how === 'by mouse') await chosen.click()
        else {
          // It stands right before what was pressed.
          await tabTo(chosen, 'Shift+Tab')
          await page.keyboard.press('Enter')
        }
        await sides.waitFor({ ...SHOWN, state: 'detached' })
        if (how === 'by mouse') {
          await expect.poll(photo, SHOWN).toMatch(/crop:\s*(\{ *)?x: 0\.1/)
          await expect.poll(pictureHash, SHOWN).not.toBe(hash)
        } else {
          expect(photo()).toBe(theirs)
          expect(await save().isDisabled()).toBe(true)
          expect(await hasFocus(page)).toBe(true)
        }
      },
    )
  })
}
