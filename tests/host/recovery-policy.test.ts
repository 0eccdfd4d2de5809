import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CALM_MS,
  HEALTHY_MS,
  PATIENT_SILENCE_MS,
  RECREATES,
  RELAUNCHES,
  RELOADS,
  type RecoveryAction,
  type RecoveryEvent,
  type RecoveryState,
  recover,
  SILENCE_MS,
  START_MS,
  startRecovery,
  TICK_MS,
} from '../../electron/windows/recovery-policy.ts'

const GONE: RecoveryEvent = { type: 'gone', reason: 'it was killed' }

/** Plays events against the policy and keeps what it asked for. */
class Wall {
  now = 0
  state: RecoveryState
  readonly actions: { readonly at: number; readonly type: RecoveryAction['type'] }[] = []

  constructor(relaunches = 0) {
    this.state = startRecovery(0, relaunches)
  }

  take(event: RecoveryEvent): RecoveryAction['type'] | undefined {
    const { state, action } = recover(this.state, event, this.now)
    this.state = state
    if (action) this.actions.push({ at: this.now, type: action.type })
    return action?.type
  }

  /** Time with a tick each 200 ms; `isAlive` says whether the wall answers. */
  pass(ms: number, isAlive: boolean): void {
    for (const end = this.now + ms; this.now < end; ) {
      this.now += TICK_MS
      if (isAlive) this.take({ type: 'alive' })
      this.take({ type: 'tick' })
    }
  }
}

describe('the wall is kept open', () => {
  it('leaves a wall alone that runs', () => {
    const wall = new Wall()
    wall.pass(600_000, true)
    expect(wall.actions).toEqual([])
  })

  it('waits for a slow start', () => {
    const wall = new Wall()
    wall.pass(START_MS - TICK_MS, false)
    expect(wall.actions).toEqual([])
  })

  it('ends a wall that never started', () => {
    const wall = new Wall()
    wall.pass(START_MS, false)
    expect(wall.actions.map((action) => action.type)).toEqual(['kill'])
  })

  it('loads a killed wall again at once', () => {
    const wall = new Wall()
    wall.pass(1_000, true)
    expect(wall.take(GONE)).toBe('reload')
  })

  it('ends a hung wall within 1.4 s and loads it again', () => {
    const wall = new Wall()
    wall.pass(1_000, true)
    wall.take({ type: 'painted' })
    wall.pass(SILENCE_MS + TICK_MS, false)
    expect(wall.actions.map((action) => action.type)).toEqual(['kill'])
    expect((wall.actions[0]?.at ?? 0) - 1_000).toBeLessThanOrEqual(1_400)
    expect(wall.take(GONE)).toBe('reload')
  })

  it('gives a wall that has not painted yet more time, after each load', () => {
    const wall = new Wall()
    wall.pass(1_000, true)
    wall.pass(PATIENT_SILENCE_MS - TICK_MS, false)
    expect(wall.actions).toEqual([])
    wall.pass(TICK_MS, false)
    expect(wall.actions.map((action) => action.type)).toEqual(['kill'])
    wall.take({ type: 'painted' })
    wall.take(GONE)
    wall.pass(1_000, true)
    wall.pass(PATIENT_SILENCE_MS - TICK_MS, false)
    expect(wall.actions.map((action) => action.type)).toEqual(['kill', 'reload'])
  })

  it('replaces a window that cannot be ended', () => {
    const wall = new Wall()
    wall.pass(1_000, true)
    wall.take({ type: 'painted' })
    wall.pass(3_000, false)
    expect(wall.actions.map((action) => action.type)).toEqual(['kill', 'recreate'])
  })

  it('does not blame the wall for its own sleep', () => {
    const wall = new Wall()
    wall.pass(1_000, true)
    wall.now += 3_600_000
    expect(wall.take({ type: 'tick' })).toBeUndefined()
    wall.pass(1_000, true)
    expect(wall.actions).toEqual([])
  })

  it('counts no more silence than it was awake for on a busy machine', () => {
    const wall = new Wall()
    wall.pass(1_000, true)
    wall.take({ type: 'painted' })
    for (let tick = 0; tick < 4; tick += 1) {
      wall.now += 3 * TICK_MS
      wall.take({ type: 'tick' })
    }
    expect(wall.actions).toEqual([])
    wall.pass(TICK_MS, false)
    expect(wall.actions.map((action) => action.type)).toEqual(['kill'])
  })

  it('goes from reload to a new window to a new start, and forgets after a healthy minute', () => {
    const wall = new Wall()
    const each = Array.from({ length: RELOADS + RECREATES + 1 }, () => wall.take(GONE))
    expect(each).toEqual(['reload', 'reload', 'reload', 'recreate', 'recreate', 'relaunch'])
    const other = new Wall()
    other.take(GONE)
    other.take(GONE)
    other.take(GONE)
    other.pass(HEALTHY_MS + 2 * TICK_MS, true)
    expect(other.take(GONE)).toBe('reload')
  })

  it('waits calmly when this boot has had its new starts', () => {
    const wall = new Wall(RELAUNCHES)
    for (let loss = 0; loss <= RELOADS + RECREATES; loss += 1) wall.take(GONE)
    expect(wall.actions.at(-1)?.type).toBe('wait')
    wall.pass(CALM_MS, false)
    expect(wall.actions.at(-1)?.type).toBe('recreate')
    expect(wall.take(GONE)).toBe('wait')
  })

  it('never loops without an end, whatever happens', () => {
    const event = fc.oneof(
      { weight: 4, arbitrary: fc.constant<RecoveryEvent>({ type: 'tick' }) },
      { weight: 2, arbitrary: fc.constantFrom<RecoveryEvent>({ type: 'alive' }, { type: 'painted' }) },
      { weight: 2, arbitrary: fc.constant<RecoveryEvent>(GONE) },
    )
    const story = fc.array(fc.tuple(event, fc.integer({ min: 0, max: 30_000 })), { maxLength: 300 })
    fc.assert(
      fc.property(story, fc.nat(5), (steps, relaunches) => {
        const wall = new Wall(relaunches)
        for (const [each, ms] of steps) {
          wall.now += ms
          wall.take(each)
        }
        expectBounded(wall)
      }),
    )
  })

  it('a wall that dies whenever it can is tried at most a few times in five minutes', () => {
    const wall = new Wall(RELAUNCHES)
    for (let minute = 0; minute < 60_000 / TICK_MS; minute += 1) {
      wall.now += TICK_MS
      wall.take(GONE)
      wall.take({ type: 'tick' })
    }
    expect(wall.actions.length).toBeLessThanOrEqual(RELOADS + RECREATES + 1)
  })
})

/** In any stretch without a healthy minute: so many reloads, so many windows, one new start; then calm. */
function expectBounded({ actions }: Wall): void {
  for (const [index, first] of actions.entries()) {
    const soon = actions.slice(index).filter((action) => action.at - first.at < HEALTHY_MS)
    const count = (type: RecoveryAction['type']): number =>
      soon.filter((action) => action.type === type).length
    expect(count('reload')).toBeLessThanOrEqual(RELOADS * 2)
    expect(count('recreate')).toBeLessThanOrEqual(RECREATES * 2 + 1)
    expect(count('relaunch')).toBeLessThanOrEqual(1)
    expect(count('wait')).toBeLessThanOrEqual(1)
  }
  const over = actions.findIndex((action) => action.type === 'relaunch')
  if (over >= 0) expect(over).toBe(actions.length - 1)
}
