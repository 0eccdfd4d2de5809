import { describe, expect, it } from 'vitest'
import { PORTION } from '../../electron/deck-watch.ts'
import { openHost, quote } from './host-room.ts'

const MANY = Array.from({ length: 3 * PORTION + 7 }, (_, at) => quote(`q-${at}`))
const UTC = { timezone: 'UTC' }

describe('a large room', () => {
  it('has a slide on at once, and everybody in it a moment later', () => {
    const room = openHost(MANY, UTC)
    expect(room.play).toBeDefined()
    expect(room.host.counts()).toMatchObject({ total: MANY.length, eligible: PORTION })
    const [before, id] = [room.snapshots.length, room.paint()]
    room.clock.pass(100)
    expect(room.host.counts().eligible).toBe(MANY.length)
    expect(room.play?.item.id).toBe(id)
    // The windows hear of the whole room once, not of each portion.
    expect(room.snapshots.length - before).toBe(1)
  })

  it('goes on after a restart as if it had not stopped, whoever comes back last', () => {
    const [stopped, other] = [openHost(MANY, UTC), openHost(MANY, UTC)]
    for (const room of [stopped, other]) room.clock.pass(100)
    expect(stopped.show(25)).toEqual(other.show(25))
    const again = stopped.killAndRestart()
    // Even where its slide is over before all are back.
    again.paint()
    expect(again.show(20)).toEqual(other.show(20))
  })

  it('loses at once what may be shown no longer, and all of it soon', () => {
    const room = openHost(MANY, UTC)
    room.clock.pass(100)
    const id = room.paint()
    room.index.set(
      MANY.map((item) =>
        item.id === id ? { ...item, envelope: { ...item.envelope, consent: undefined } } : { ...item },
      ),
      { ...UTC, audience: 'staff' },
    )
    room.host.indexChanged()
    expect(room.play?.item.id).not.toBe(id)
    room.clock.pass(100)
    expect(room.host.counts()).toMatchObject({ total: MANY.length, eligible: MANY.length - 1 })
  })

  it('that is dark while it is read has everybody when it opens', () => {
    const room = openHost(MANY, { ...UTC, schedule: { hours: '09:30-10:00' } })
    room.clock.pass(100)
    expect(room.snapshot.wall.type).toBe('off')
    room.clock.pass(30 * 60_000)
    expect(room.play).toBeDefined()
    expect(new Set(room.show(20)).size).toBe(20)
  })
})
