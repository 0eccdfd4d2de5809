import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AdminLock, makeLock } from '../../electron/admin/lock.ts'
import { pinState, setPin, tryPin } from '../../electron/admin/pin.ts'
import { askAndSetPin } from '../../electron/admin/set-pin.ts'
import { delayAfter, pinTrouble } from '../../renderer/core/admin/lock.ts'
import { callRights, mayCall } from '../../renderer/core/contract.ts'
import { type FakeClock, fakeClock } from './fake-clock.ts'
import { tempDir } from './temp.ts'

/** The PIN before the curator's window: real scrypt, real files; only the clock is the test's. */

const PIN = '271828'
const MINUTE_MS = 60_000

async function tries(dir: string, clock: FakeClock, count: number): Promise<number> {
  let waitMs = 0
  for (let at = 0; at < count; at += 1) {
    clock.pass(waitMs)
    const answer = await tryPin(dir, '999999', clock.now)
    expect(answer.type).toBe('wrong')
    waitMs = answer.type === 'wrong' ? answer.waitMs : 0
  }
  return waitMs
}

async function lockOn(dir: string): Promise<{ lock: AdminLock; clock: FakeClock; events: string[] }> {
  await setPin(dir, PIN)
  const clock = fakeClock()
  const events: string[] = []
  const lock = makeLock({
    dataDir: dir,
    clock,
    idleMs: () => 10 * MINUTE_MS,
    onLock: () => events.push('locked'),
    note: (what) => events.push(what),
  })
  return { lock, clock, events }
}

describe('the PIN of a machine', () => {
  it('is a salted hash that its owner alone may read, and never the PIN itself', async () => {
    const dir = tempDir()
    await setPin(dir, PIN)
    const first = readFileSync(join(dir, 'pin.json'), 'utf8')
    await setPin(dir, PIN)
    const second = readFileSync(join(dir, 'pin.json'), 'utf8')
    expect(first).not.toContain(PIN)
    expect(JSON.parse(first).hash).not.toBe(JSON.parse(second).hash)
    expect(JSON.parse(first)).toMatchObject({ N: 131_072, r: 8, p: 1, failures: 0 })
    if (process.platform !== 'win32') expect(statSync(join(dir, 'pin.json')).mode & 0o777).toBe(0o600)
    expect(readdirSync(dir)).toEqual(['pin.json'])
  })

  it('opens to itself, in whatever way its letters are written, and to nothing else', async () => {
    const dir = tempDir()
    const clock = fakeClock()
    expect(pinState(dir, clock.now())).toEqual({ type: 'none' })
    await setPin(dir, 'caf\u00e9-42')
    expect(await tryPin(dir, 'cafe\u0301-42', clock.now)).toEqual({ type: 'right' })
    expect(await tryPin(dir, 'cafe-42', clock.now)).toEqual({ type: 'wrong', waitMs: 0 })
  })

  it('lets nobody in by a file that cannot be read', async () => {
    const dir = tempDir()
    writeFileSync(join(dir, 'pin.json'), '{"hash": ""}')
    expect(pinState(dir, 0)).toEqual({ type: 'broken' })
    expect((await tryPin(dir, '', () => 0)).type).toBe('wait')
  })

  it('makes whoever guesses wait longer and longer, also after a restart and with a clock set on or back', async () => {
    const dir = tempDir()
    const clock = fakeClock()
    await setPin(dir, PIN)
    expect(await tries(dir, clock, 3)).toBe(0)
    const waitMs = await tries(dir, clock, 1)
    expect(waitMs).toBe(5_000)
    // The right one does not help before its time either: nobody learns from the delay whether it was right.
    expect(await tryPin(dir, PIN, clock.now)).toEqual({ type: 'wait', waitMs: 5_000 })
    const restarted = fakeClock(clock.now() + 1_000)
    expect(await tryPin(dir, PIN, restarted.now)).toEqual({ type: 'wait', waitMs: 4_000 })
    restarted.setNow(0)
    expect(await tryPin(dir, PIN, restarted.now)).toEqual({ type: 'wait', waitMs: 5_000 })
    restarted.setNow(clock.now() + 6_000)
    expect(await tries(dir, restarted, 1)).toBe(10_000)
    restarted.pass(10_000)
    expect(await tryPin(dir, PIN, restarted.now)).toEqual({ type: 'right' })
    expect(await tries(dir, restarted, 1)).toBe(0)
  })

  it('has delays that never shrink and end at a quarter of an hour', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (failures) => {
        expect(delayAfter(failures + 1)).toBeGreaterThanOrEqual(delayAfter(failures))
        expect(delayAfter(failures)).toBeLessThanOrEqual(15 * MINUTE_MS)
      }),
    )
    expect(delayAfter(100)).toBe(15 * MINUTE_MS)
  })

  it('is none that a stranger tries first', () => {
    expect(['12345', '111111', '123456', '987654', 'abcdef', 'x'.repeat(65)].map(pinTrouble)).toEqual([
      'short',
      'plain',
      'plain',
      'plain',
      'plain',
      'long',
    ])
    expect(['271828', '121212', 'a long sentence'].map(pinTrouble)).toEqual([undefined, undefined, undefined])
  })
})

describe('the lock of the curator’s window', () => {
  it('says that no PIN is set, and opens to nothing then', async () => {
    const lock = makeLock({
      dataDir: tempDir(),
      clock: fakeClock(),
      idleMs: () => MINUTE_MS,
      onLock: () => undefined,
      note: () => undefined,
    })
    expect(await lock.unlock({ pin: '' })).toEqual({ state: 'no-pin' })
    expect(lock.isLocked()).toBe(true)
  })

  it('opens with the PIN, checks one at a time, and tells the record what was tried but not with what', async () => {
    const { lock, events } = await lockOn(tempDir())
    expect(lock.view()).toEqual({ state: 'locked', waitMs: 0 })
    const [wrong, busy] = await Promise.all([lock.unlock({ pin: '999999' }), lock.unlock({ pin: PIN })])
    expect(wrong).toEqual({ state: 'locked', waitMs: 0, answer: 'wrong' })
    expect(busy).toEqual({ state: 'locked', waitMs: 0, answer: 'busy' })
    expect(await lock.unlock({ pin: PIN })).toEqual({ state: 'open' })
    expect(lock.isLocked()).toBe(false)
    expect(events).toEqual(['admin-refused', 'admin-opened'])
  })

  it('locks itself when nobody has touched it for a while, and not before', async () => {
    const { lock, clock, events } = await lockOn(tempDir())
    await lock.unlock({ pin: PIN })
    clock.pass(9 * MINUTE_MS)
    lock.touched()
    clock.pass(9 * MINUTE_MS)
    expect(lock.isLocked()).toBe(false)
    clock.pass(MINUTE_MS)
    expect(lock.isLocked()).toBe(true)
    expect(events.at(-1)).toBe('locked')
  })

  it('leaves a locked window nothing but the unlocking, and a wall never what is the curator’s', () => {
    const names = Object.keys(callRights) as (keyof typeof callRights)[]
    expect(names.filter((name) => mayCall('admin', name, true))).toEqual(['unlock'])
    expect(names.filter((name) => mayCall('wall', name, false))).toEqual([
      'snapshot',
      'painted',
      'mediaEnded',
      'failed',
      'unfit',
      'alive',
      // What strangers may do at a booth, and a meeting in front of a chair.
      ...['visit', 'leaveVisit', 'visitChoices', 'visitItems', 'meToo', 'feel'],
      ...['calibrate', 'chairKey', 'chairChoose', 'chairGuess', 'chairType', 'chairPainted'],
    ])
  })
})

describe('setting it on the terminal', () => {
  async function answer(dir: string, typed: string): Promise<{ code: number; said: string }> {
    const output = new PassThrough()
    const code = await askAndSetPin(dir, {
      input: PassThrough.from([typed]) as unknown as PassThrough,
      output,
    })
    return { code, said: String(output.read()) }
  }

  it('asks twice, and shows nothing of what is typed', async () => {
    const dir = join(tempDir(), 'data')
    const { code, said } = await answer(dir, `${PIN}\n${PIN}\n`)
    expect(code).toBe(0)
    expect(said).not.toContain(PIN)
    expect(await tryPin(dir, PIN, () => 0)).toEqual({ type: 'right' })
  })

  it.each([
    ['two that differ', `${PIN}\n271829\n`],
    ['a short one', '12\n12\n'],
    ['nothing', ''],
    ['one alone', `${PIN}\n`],
  ])('changes nothing for %s', async (_what, typed) => {
    const dir = tempDir()
    const { code, said } = await answer(dir, typed)
    expect(code).toBe(1)
    expect(said).toContain('Nothing has changed')
    expect(existsSync(join(dir, 'pin.json'))).toBe(false)
  })
})
