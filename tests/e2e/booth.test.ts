import type { CDPSession, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { dropFiles } from './drop-files.ts'
import { type Folder, makeFolder, openRoom, type Room } from './room.ts'
import { step } from './steps.ts'

const DIAGONAL_INCHES = 27
const BOOTH = `name: Tarnholt
audience: staff
rotation: { seconds_min: 3, seconds_max: 3 }
screens:
  default: { mode: booth, diagonal_inches: ${DIAGONAL_INCHES}, distance_m: 0.8 }
`
const PORTRAIT = { width: 1080, height: 1080 * (16 / 9) }

let folder: Folder
let room: Room
let devtools: CDPSession

beforeAll(async () => {
  folder = makeFolder({ 'room.yaml': BOOTH })
  for (const path of ['personas', 'journeys', 'quotes', 'calls']) folder.copySample(path)
  room = await openRoom(folder)
  devtools = await room.wall.context().newCDPSession(room.wall)
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  await vi.waitFor(() => expect(room.plays().length).toBeGreaterThan(0), { timeout: 60_000 })
})

afterAll(async () => {
  await room.close()
  folder.remove()
})

/** A finger on the middle of it, once it stands still. */
async function touch(target: Locator): Promise<void> {
  await (await target.elementHandle())?.waitForElementState('stable')
  const { x, y, width, height } = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  expect(Math.min(width, height), 'is there to be touched').toBeGreaterThan(0)
  const touchPoints = [{ x: x + width / 2, y: y + height / 2 }]
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

const key = (name: string): Locator => room.wall.locator(`[data-key="${name}"]`)
const here = (selector: string, hasText: string): Locator =>
  room.wall.locator(`.layer.shown:only-child ${selector}`, { hasText })
const wallType = async () => (await room.snapshot()).wall.type

/** The smallest edge of anything that can be touched now, mm by the panel's own size. */
async function smallestTarget(): Promise<number> {
  const px = await room.wall.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll<HTMLElement>('.booth [data-target]')].map((each) => {
        const { width, height } = each.getBoundingClientRect()
        return Math.min(width, height)
      }),
    ),
  )
  const diagonal = await room.wall.evaluate(() => Math.hypot(innerWidth, innerHeight))
  return (px * DIAGONAL_INCHES * 25.4) / diagonal
}

/** From the loop through people, a journey and her words, and away again. */
async function visit(shape: string): Promise<void> {
  await step(room.wall, `${shape}-0-loop`)
  await touch(key('invite'))
  await expect.poll(wallType).toBe('visit')
  await here('.booth-row', 'A person').waitFor()
  await step(room.wall, `${shape}-1-home`)
  expect(await smallestTarget()).toBeGreaterThanOrEqual(20)

  await touch(here('.booth-row', 'A person'))
  await here('.booth-person', 'Ruth').waitFor()
  await step(room.wall, `${shape}-2-people`)
  expect(await smallestTarget()).toBeGreaterThanOrEqual(20)
  await touch(here('.booth-person', 'Ruth'))
  await here('.slide', 'Ruth, 71').waitFor()
  await step(room.wall, `${shape}-3-ruth`)

  await touch(key('next'))
  await here('.slide', 'Ruth goes to dialysis').waitFor()
  await step(room.wall, `${shape}-4-journey`)
  await touch(key('feel'))
  await here('.booth-feel', 'How would you feel').waitFor()
  await step(room.wall, `${shape}-5-feel`)
  expect(await smallestTarget()).toBeGreaterThanOrEqual(20)
  await touch(room.wall.locator('[data-feeling="-1"]'))
  await here('.booth-feel', 'so far').waitFor()
  await step(room.wall, `${shape}-6-felt`)
  await touch(key('back'))
  await here('.slide', 'Ruth goes to dialysis').waitFor()
  await touch(key('next'))
  await key('me-too').waitFor()
  await touch(key('me-too'))
  await room.wall.locator('[data-key="me-too"][aria-pressed="true"]').waitFor()
  await step(room.wall, `${shape}-7-me-too`)
}

describe('a visitor of the booth', () => {
  it('meets a person, goes her way, says what she would feel and that she knows it, by touch', async () => {
    await visit('landscape')
    const taps = room.rows<{ item_id: string; place: string; value: number; count: number }>(
      'SELECT item_id, place, value, count FROM taps ORDER BY place DESC',
    )
    expect(taps).toEqual([
      { item_id: 'journeys/ruth-dialysis', place: 'The eve', value: -1, count: 1 },
      { item_id: expect.stringMatching(/^quotes\//), place: '', value: 1, count: 1 },
    ])
    // What she saw was shown, and is in the record like all that was.
    const seen = room.plays().filter(({ play_id }) => play_id.includes('visit'))
    expect(seen.map(({ item_id }) => item_id).slice(0, 2)).toEqual([
      'personas/ruth',
      'journeys/ruth-dialysis',
    ])
  })

  it('reads a call along, and hears it only where she chooses to', async () => {
    await touch(key('done'))
    await expect.poll(wallType).toBe('play')
    await touch(key('invite'))
    await touch(here('.booth-row', 'A theme'))
    await here('.booth-row', 'Lifts').waitFor()
    await step(room.wall, 'landscape-8-themes')
    await touch(here('.booth-row', 'Lifts'))
    for (let slides = 0; slides < 8 && (await key('listen').count()) === 0; slides += 1) {
      const before = await room.wall.locator('.layer.shown').getAttribute('data-play')
      await touch(key('next'))
      await room.wall.waitForFunction(
        (play) => document.querySelector('.layer:only-child.shown')?.getAttribute('data-play') !== play,
        before,
      )
    }
    await here('.slide', 'Sound is off').waitFor()
    await expect.poll(() => here('[data-page]', '').last().innerText()).not.toBe('')
    await touch(key('listen'))
    await expect.poll(() => room.wall.locator('body').innerText()).not.toContain('Sound is off')
    await step(room.wall, 'landscape-9-call')
  })

  it('leaves nothing behind: the next one is heard of nothing, and nothing is chosen', async () => {
    await touch(key('done'))
    await expect.poll(wallType).toBe('play')
    await touch(key('invite'))
    await touch(here('.booth-row', 'A person'))
    await touch(here('.booth-person', 'Ruth'))
    await touch(key('next'))
    await touch(key('feel'))
    await here('.booth-feel', 'How would you feel').waitFor()
    expect(await room.wall.locator('[data-feeling][aria-pressed="true"]').count()).toBe(0)
    await touch(key('done'))
    await expect.poll(wallType).toBe('play')
  })

  it('is met upright too', async () => {
    await room.app.evaluate(({ BrowserWindow }, size) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.setKiosk(false)
      window?.setBounds({ x: 0, y: 0, ...size })
    }, PORTRAIT)
    await room.wall.waitForFunction(() => innerHeight > innerWidth)
    await visit('portrait')
    await touch(key('done'))
    await expect.poll(wallType).toBe('play')
  })
})

describe('strangers press everything', () => {
  const KEYS = [
    ...Array.from({ length: 12 }, (_, at) => `F${at + 1}`),
    ...['A', 'I', 'J', 'C', 'N', 'T', 'R', 'Delete'].map((each) => `Control+Shift+${each}`),
    ...['R', 'W', 'Q', 'N', 'T', 'P', 'S', 'O', 'L', 'U', 'J', 'H', 'F', 'D', '0', '+', '-', 'Tab'].map(
      (each) => `Control+${each}`,
    ),
    ...['F4', 'ArrowLeft', 'ArrowRight', 'Home', 'Enter', 'D'].map((each) => `Alt+${each}`),
    ...['Escape', 'Tab', 'ContextMenu', 'PrintScreen', 'Backspace', 'Home', 'End', 'Insert', 'Delete'],
  ]

  it('is listened to', async () => {
    await room.wall.evaluate(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      for (const name of ['contextmenu', 'dragstart', 'drop', 'selectstart'] as const)
        document.addEventListener(name, (event) => {
          if (!event.defaultPrevented) seen.push(name)
        })
      window.addEventListener('beforeprint', () => seen.push('print'))
    })
  })

  it('no key leads anywhere or changes anything', async () => {
    for (const press of KEYS) {
      await room.wall.keyboard.press(press)
      expect(room.app.windows(), press).toHaveLength(1)
      expect(room.wall.url(), press).toMatch(/\/wall\/index\.html$/)
      const seen = await room.wall.evaluate(() => ({
        zoom: window.visualViewport?.scale,
        ratio: devicePixelRatio,
        scrolled: scrollX + scrollY,
        fullscreen: document.fullscreenElement,
      }))
      expect(seen, press).toEqual({ zoom: 1, ratio: 1, scrolled: 0, fullscreen: null })
    }
  })

  it('no menu, drop, drag, selection, pinch or print leaves it', async () => {
    const { wall, app } = room
    await wall.mouse.click(400, 300, { button: 'right' })
    await wall.mouse.click(400, 300, { button: 'middle' })
    await wall.mouse.dblclick(300, 200)
    await wall.mouse.move(200, 200)
    await wall.mouse.down()
    await wall.mouse.move(700, 400, { steps: 4 })
    await wall.mouse.up()
    await dropFiles(wall, [import.meta.filename])
    await devtools.send('Input.synthesizePinchGesture', { x: 500, y: 400, scaleFactor: 3 })
    await wall.mouse.wheel(0, 800)
    const outcome = await wall.evaluate(() => ({
      seen: (window as unknown as { seen: string[] }).seen,
      scale: window.visualViewport?.scale,
      scrolled: scrollX + scrollY,
      selected: `${getSelection()}`,
    }))
    expect(outcome).toEqual({ seen: [], scale: 1, scrolled: 0, selected: '' })
    expect(app.windows()).toHaveLength(1)
    expect(wall.url()).toMatch(/\/wall\/index\.html$/)
  })

  it('no dialog opens, and what is closed from outside stays', async () => {
    await room.wall.evaluate(() => {
      const input = Object.assign(document.createElement('input'), { type: 'file' })
      document.body.append(input)
      input.click()
      input.remove()
    })
    await room.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    expect(room.app.windows()).toHaveLength(1)
    const before = room.plays().length
    await room.wall.evaluate(() => window.room.call('leaveVisit'))
    await expect.poll(() => room.plays().length).toBeGreaterThan(before)
  })
})
