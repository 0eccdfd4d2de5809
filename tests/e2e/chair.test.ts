import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import type { ChairScene, ChairView } from '../../renderer/core/chair/view.ts'
import { imageStatistics } from './pixels.ts'
import { type Folder, makeFolder, openRoom, type Room } from './room.ts'

/** A meeting around the customer chair, in real Electron, with nothing but the keys of a presenter remote. */

/** Nobody waits for the end of `idleSeconds` but the last test: the others take long between two keys on a busy machine. */
const roomYaml = (name: string, idleSeconds: number): string => `name: ${name}
timezone: Europe/London
screens: { default: { mode: chair, idle_seconds: ${idleSeconds} } }
now: { pin: personas/ruth }
`
const BENCH = `said: There is nowhere to sit at Skelling.
promise: A bench on platform 2.
owner: Buildings
due: 2026-01-31
state: due
`
const SAMPLES = ['personas', 'quotes', 'metrics', 'feedback', 'journeys', 'observations', 'prompts']

/** Where the pictures of the steps are kept for eyes; nowhere where absent. */
const KEPT = process.env['CUSTOMER_ROOM_PICTURES']

/** A busy machine takes its time. */
const PATIENT = { timeout: 60_000, interval: 150 }

interface MeetingRow {
  readonly topic: string
  readonly guesses: string
  readonly guess: number
  readonly evidence: string
  readonly figure: number | null
  readonly commitment_path: string | null
}

let folder: Folder
let room: Room
const requests: string[] = []

async function chair(): Promise<ChairView | undefined> {
  const { wall } = await room.snapshot()
  return wall.type === 'chair' ? wall.chair : undefined
}

/** The scene, when it is on the wall, whole. */
async function scene<Type extends ChairScene['type']>(
  type: Type,
): Promise<Extract<ChairScene, { readonly type: Type }>> {
  const view = await vi.waitFor(async () => {
    const found = await chair()
    expect(found?.scene.type).toBe(type)
    const shown = await room.wall.locator('.layer.shown').count()
    expect([shown, await room.wall.locator('.layer').count()]).toEqual([1, 1])
    return found
  }, PATIENT)
  return view?.scene as Extract<ChairScene, { readonly type: Type }>
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await room.wall.keyboard.press(key)
}

/** A picture of what is on the wall, in both shapes. */
async function look(name: string): Promise<void> {
  const dir = KEPT ?? folder.shots
  mkdirSync(dir, { recursive: true })
  for (const [shape, width, height] of [
    ['landscape', 1920, 1080],
    ['portrait', 1080, 1920],
  ] as const) {
    await room.wall.setViewportSize({ width, height })
    await room.wall.evaluate(async () => {
      await document.fonts.ready
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
    })
    const path = join(dir, `${name}-${shape}.png`)
    await room.wall.screenshot({ path })
    const { deviation } = await imageStatistics(path)
    expect(deviation, `${name} in ${shape} is not one flat colour`).toBeGreaterThan(8)
  }
  await room.wall.setViewportSize({ width: 1920, height: 1080 })
}

function files(dir: string): string[] {
  const at = join(folder.content, dir)
  return existsSync(at) ? readdirSync(at).filter((name) => !name.startsWith('.')) : []
}

beforeAll(async () => {
  folder = makeFolder({
    'room.yaml': roomYaml('Tarnholt Customer Room', 60),
    'commitments/bench.yaml': BENCH,
  })
  for (const path of SAMPLES) folder.copySample(path)
  room = await openRoom(folder)
  await room.app.evaluate(({ session }) => session.defaultSession.enableNetworkEmulation({ offline: true }))
  room.wall.on('request', (request) => requests.push(request.url()))
  // The words are searched in the breaks that follow the first reading.
  await vi.waitFor(() => expect(existsSync(join(folder.data, 'search.db'))).toBe(true), PATIENT)
}, 180_000)

afterAll(async () => {
  // Nothing was drawn in vain, and no window was lost on the way.
  expect(room.health().map(({ what, detail }) => `${what} ${detail}`)).toEqual([
    expect.stringMatching(/^started /),
  ])
  await room.close()
  folder.remove()
})

describe('a meeting around the chair', () => {
  it('begins with a chair that is still, and with what was promised', async () => {
    const still = await scene('still')
    // Whom the curator pinned sits there.
    expect(still.persona.id).toBe('personas/ruth')
    await look('01-still')
    await vi.waitFor(
      () => expect(room.plays().map((play) => play.item_id)).toContain(still.persona.id),
      PATIENT,
    )
    await press('F5')
    const { commitment } = await scene('happened')
    expect(commitment).toMatchObject({ promise: 'A bench on platform 2.', due: '2026-01-31' })
    await look('02-happened')
    await press('1')
    await scene('persona')
    expect(parse(readFileSync(join(folder.content, 'commitments/bench.yaml'), 'utf8'))).toMatchObject({
      state: 'kept',
    })
  })

  it('goes from a person and a topic to a guess, and only then to what customers said', async () => {
    const { choices } = await scene('persona')
    await look('03-persona')
    const ruth = choices.find(({ id }) => id === 'personas/ruth')
    await press(String(ruth?.digit))
    const topics = await scene('topic')
    await look('04-topic')
    const assistance = topics.choices.find(({ label }) => label === 'assistance')
    await press(String(assistance?.digit))
    const { question, count } = await scene('guess')
    expect([question === '', count]).toEqual([false, 0])
    await press('8', '6', '9', '7')
    await vi.waitFor(async () => expect((await scene('guess')).count).toBe(4), PATIENT)
    expect(room.plays().map((play) => play.kind)).not.toContain('quote')
    await look('05-guess')
    await press('PageDown')
    const reveal = await scene('reveal')
    expect(reveal).toMatchObject({ guesses: [8, 6, 9, 7], guess: 7.5 })
    expect(reveal.verbatims.length).toBeGreaterThanOrEqual(2)
    expect(reveal.figure?.value).toBeLessThan(10)
    await look('06-reveal')
    const said = reveal.verbatims.map(({ itemId }) => itemId)
    await vi.waitFor(
      () => expect(room.plays().map((play) => play.item_id)).toEqual(expect.arrayContaining(said)),
      PATIENT,
    )
  })

  it('ends with a promise in the folder, a row in the record, and one page', async () => {
    await press('PageDown')
    await scene('objection')
    await look('07-objection')
    await press('PageDown')
    await scene('promise')
    await look('08-promise')
    await press('1')
    await scene('owner')
    await look('09-owner')
    await press('PageDown')
    await scene('date')
    await look('10-date')
    await press('2')
    const { commitment } = await scene('confirm')
    await look('11-confirm')
    expect(files('commitments')).toEqual(['bench.yaml'])
    await press('PageDown')
    await vi.waitFor(async () => expect((await scene('receipt')).path).toBeDefined(), PATIENT)
    const { path = '' } = await scene('receipt')
    expect(parse(readFileSync(join(folder.content, path), 'utf8'))).toMatchObject({
      promise: commitment?.promise,
      owner: commitment?.owner,
      due: commitment?.due,
      state: 'due',
      reference: commitment?.saidIn,
    })
    await press('Enter')
    await vi.waitFor(async () => expect((await scene('receipt')).kept).toBeDefined(), PATIENT)
    const { kept = '' } = await scene('receipt')
    await look('12-receipt')
    const pdf = readFileSync(join(folder.content, kept))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
    expect(room.rows<MeetingRow>('SELECT * FROM meetings')).toMatchObject([
      { topic: 'assistance', guesses: '[8,6,9,7]', guess: 7.5, commitment_path: path },
    ])
    // It is an item of the room by now, and the page is none of its problems.
    await vi.waitFor(async () => {
      const { problems } = await room.snapshot()
      expect(problems).toEqual([])
    }, PATIENT)
  })

  it('is still again when nobody has pressed a key for a while, and asked nothing of any network', async () => {
    await press('PageDown')
    await scene('still')
    folder.write('room.yaml', roomYaml('Tarnholt', 5))
    await vi.waitFor(async () => expect((await room.snapshot()).room.name).toBe('Tarnholt'), PATIENT)
    await room.wall.evaluate(() => {
      const types: string[] = []
      Object.assign(window, { types })
      window.room.subscribe(({ wall }) => {
        if (wall.type === 'chair' && types.at(-1) !== wall.chair.scene.type) types.push(wall.chair.scene.type)
      })
    })
    await press('PageDown', 'PageDown')
    const types = (): Promise<string[]> =>
      room.wall.evaluate(() => (window as unknown as { types: string[] }).types)
    await vi.waitFor(async () => expect((await types()).slice(-2)).toEqual(['topic', 'still']), PATIENT)
    await scene('still')
    expect(requests.filter((url) => !/^(app|media):/.test(url))).toEqual([])
    expect(room.rows('SELECT * FROM meetings')).toHaveLength(1)
  })
})
