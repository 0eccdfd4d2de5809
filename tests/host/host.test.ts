import { describe, expect, it } from 'vitest'
import type { Item } from '../../renderer/core/item.ts'
import { START } from './fake-clock.ts'
import { HostRoom, Index, openHost, quote } from './host-room.ts'

const THREE = [quote('a'), quote('b'), quote('c')]
const PAINT_LIMIT_MS = 12_000

describe('the rotation on real time', () => {
  it('shows each item once a pass, for its time, and records each play with its end', () => {
    const room = openHost(THREE)
    const first = room.show(3)
    const second = room.show(3)
    expect(new Set(first)).toEqual(new Set(THREE.map((item) => item.id)))
    expect(new Set(second)).toEqual(new Set(first))
    expect(second[0]).not.toBe(first[2])
    const plays = room.plays()
    expect(plays.map((play) => play.item_id)).toEqual([...first, ...second])
    expect(plays.map((play) => play.end_reason)).toEqual(Array(6).fill('shown'))
    for (const play of plays) expect((play.ended_at ?? 0) - play.painted_at).toBe(10_000)
  })

  it('does not leave before its time, nor long after it', () => {
    const room = openHost(THREE)
    const id = room.paint()
    room.clock.pass(9_990)
    expect(room.play?.item.id).toBe(id)
    room.clock.pass(20)
    expect(room.play?.item.id).not.toBe(id)
  })

  it('tells the next slide under the id that it will have', () => {
    const room = openHost(THREE)
    for (let slide = 0; slide < 7; slide += 1) {
      const { next } = room
      room.show(1)
      expect(room.play).toMatchObject({ playId: next?.playId, item: { id: next?.item.id }, pass: next?.pass })
    }
  })

  it('writes one row however often a paint is reported, and copies title and kind in', () => {
    const room = openHost(THREE)
    room.paint()
    room.clock.pass(3_000)
    room.paint()
    room.host.handlers.painted({ playId: 'no such play' })
    expect(room.plays()).toHaveLength(1)
    expect(room.plays()[0]).toMatchObject({
      kind: 'quote',
      title: room.play?.item.title,
      painted_at: START,
      part: 0,
    })
    expect(room.painted).toHaveLength(1)
  })

  it('gives the next one its turn where a slide is never painted, and records nothing of it', () => {
    const room = openHost(THREE)
    const id = room.play?.item.id
    room.clock.pass(PAINT_LIMIT_MS + 10)
    expect(room.play?.item.id).not.toBe(id)
    expect(room.plays()).toEqual([])
  })

  it('sets aside what the wall cannot draw, says so, and tries it again after an hour', () => {
    const room = openHost(THREE)
    const { playId = '', item } = room.play ?? {}
    room.host.handlers.failed({ playId, reason: 'A picture could not be decoded.' })
    expect(room.show(6)).not.toContain(item?.id)
    expect(room.health()).toEqual(['slide-failed'])
    room.clock.pass(3_700_000)
    expect(room.show(3)).toContain(item?.id)
  })

  it('goes on when everything failed, as soon as something can be drawn', () => {
    const room = openHost(THREE)
    for (let slide = 0; slide < 3; slide += 1)
      room.host.handlers.failed({ playId: room.play?.playId ?? '', reason: 'x' })
    expect(room.snapshot.wall.type).toBe('play')
    room.clock.pass(PAINT_LIMIT_MS + 10)
    expect(new Set(room.show(6))).toEqual(new Set(THREE.map((item) => item.id)))
  })

  it('skips an item that cannot be read any more', () => {
    const room = openHost(THREE)
    const [gone] = room.index.items.splice(
      room.index.items.findIndex((item) => item.id === room.next?.item.id),
      1,
    )
    expect(room.show(5)).not.toContain(gone?.id)
    expect(room.snapshot.wall.type).toBe('play')
  })

  it('goes on from memory of the deck while the index cannot be read, and returns', () => {
    const room = openHost(THREE)
    room.paint()
    room.index.isBroken = true
    room.clock.pass(10_000)
    expect(room.snapshot.wall.type).toBe('indexing')
    room.index.isBroken = false
    room.clock.pass(5_000)
    expect(room.snapshot.wall.type).toBe('play')
  })

  it('is not frozen by a clock that is set back, nor hurried by one set forward', () => {
    const room = openHost(THREE)
    const id = room.paint()
    room.clock.setNow(START - 86_400_000)
    room.clock.pass(9_000)
    expect(room.play?.item.id).toBe(id)
    room.clock.pass(1_000)
    expect(room.play?.item.id).not.toBe(id)
  })
})

describe('after a restart', () => {
  it('the same item is on again, the open play is closed as interrupted, and nothing is lost or repeated', () => {
    const room = openHost(THREE)
    const before = room.show(1)
    const current = room.paint()
    room.clock.pass(4_000)

    const again = room.killAndRestart()
    expect(again.play?.item.id).toBe(current)
    expect(again.plays().map((play) => play.end_reason)).toEqual(['shown', 'interrupted'])
    const rest = again.show(2)
    expect(new Set([...before, ...rest])).toEqual(new Set(THREE.map((item) => item.id)))
    expect(new Set(again.plays().map((play) => play.play_id)).size).toBe(4)
  })

  it('a closed host ends its play', () => {
    const room = openHost(THREE)
    room.paint()
    room.clock.pass(4_000)
    room.host.close()
    expect(room.plays()[0]).toMatchObject({ end_reason: 'interrupted', ended_at: START + 4_000 })
  })
})

describe('a wall that died', () => {
  it('gets the same item as a new play', () => {
    const room = openHost(THREE)
    const id = room.paint()
    const { playId } = room.play ?? {}
    room.host.wallLost()
    expect(room.play?.item.id).toBe(id)
    expect(room.play?.playId).not.toBe(playId)
    expect(room.plays()[0]?.end_reason).toBe('interrupted')
  })

  it('is not killed again and again by the same item', () => {
    const room = openHost(THREE)
    const id = room.paint()
    room.host.wallLost()
    room.paint()
    room.host.wallLost()
    expect(room.play?.item.id).not.toBe(id)
    expect(room.show(6)).not.toContain(id)
    expect(room.health()).toEqual(['item-set-aside'])
  })

  it('keeps the last item that it has', () => {
    const room = openHost([quote('a')])
    for (let loss = 0; loss < 5; loss += 1) room.host.wallLost()
    expect(room.play?.item.id).toBe('quotes/a')
  })
})

describe('the snapshot', () => {
  it('tells why nothing plays', () => {
    const index = new Index()
    index.isBroken = true
    const room = new HostRoom(index)
    expect(room.snapshot.wall).toEqual({ type: 'indexing' })
    room.host.folderReachable(false)
    expect(room.snapshot.wall).toEqual({ type: 'gone' })
    room.host.folderReachable(true)
    index.isBroken = false
    index.set([])
    room.host.indexChanged()
    expect(room.snapshot.wall).toEqual({ type: 'empty' })
    index.set([quote('a', { consent: undefined })])
    room.host.indexChanged()
    expect(room.snapshot.wall).toEqual({ type: 'withheld' })
    index.set(THREE)
    room.host.indexChanged()
    expect(room.snapshot.wall.type).toBe('play')
  })

  it('waits for the first reading of a room, but not for ever', () => {
    const index = new Index()
    const room = new HostRoom(index)
    const read = (items: readonly Item[], isLast: boolean): void => {
      index.set(items)
      if (!isLast) room.host.libraryReads()
      room.host.indexChanged()
    }
    read([quote('a')], false)
    read([quote('a'), quote('b')], false)
    expect(room.snapshot.wall).toEqual({ type: 'indexing' })
    read(THREE, true)
    expect(room.play?.pass.count).toBe(3)
    read([...THREE, quote('d')], false)
    expect(room.play?.pass.count).toBe(4)

    const slow = new HostRoom(new Index())
    slow.index.set([quote('a')])
    slow.host.libraryReads()
    slow.host.indexChanged()
    slow.clock.pass(10_000)
    expect(slow.play?.item.id).toBe('quotes/a')
  })

  it('goes on from its own copy while the folder is gone', () => {
    const room = openHost(THREE)
    room.host.folderReachable(false)
    expect(room.snapshot).toMatchObject({ folderGone: true, wall: { type: 'play' } })
    expect(room.show(3)).toHaveLength(3)
    room.host.folderReachable(true)
    expect(room.health()).toEqual(['folder-gone', 'folder-back'])
  })

  it('keeps what it has while a new library has not read the folder yet', () => {
    const room = openHost(THREE)
    room.index.set([])
    room.index.revision = 0
    room.host.indexChanged()
    expect(room.snapshot.wall.type).toBe('play')
  })

  it('grows in revision with each change, and goes out only with one', () => {
    const room = openHost(THREE)
    room.show(5)
    const revisions = room.snapshots.map((snapshot) => snapshot.revision)
    expect(revisions).toEqual(revisions.map((_, index) => (revisions[0] ?? 0) + index))
    const before = room.snapshots.length
    room.paint()
    room.paint()
    room.clock.pass(5_000)
    expect(room.snapshots).toHaveLength(before)
  })

  it('names a text that does not fit, until the index changes', () => {
    const room = openHost(THREE)
    const { playId = '', item } = room.play ?? {}
    room.host.handlers.unfit({ playId, words: 312, holds: 80 })
    room.host.handlers.unfit({ playId, words: 312, holds: 80 })
    expect(room.snapshot.problems).toEqual([
      expect.objectContaining({ path: item?.path, message: '312 words; a wall holds about 80.' }),
    ])
    room.index.set(THREE)
    room.host.indexChanged()
    expect(room.snapshot.problems).toEqual([])
  })
})

describe('after the end', () => {
  it('nothing that a window or the library still says is done or recorded', () => {
    const room = openHost(THREE)
    room.paint()
    const { playId = '' } = room.play ?? {}
    room.host.close()
    const [plays, health, snapshots] = [room.plays(), room.health(), room.snapshots.length]
    const { handlers } = room.host
    handlers.painted({ playId })
    handlers.mediaEnded({ playId })
    handlers.failed({ playId, reason: 'x' })
    handlers.unfit({ playId, words: 9, holds: 3 })
    handlers.alive()
    handlers.trustClock({ by: 'Research' })
    room.index.set([quote('z')])
    room.host.indexChanged()
    room.host.folderReachable(false)
    room.host.wallLost()
    room.host.close()
    room.clock.pass(600_000)
    expect([room.plays(), room.health(), room.snapshots.length]).toEqual([plays, health, snapshots])
    expect(room.snapshot.wall.type).toBe('play')
  })
})

it('a play whose item cannot be read any more as it is painted has an end all the same', () => {
  const room = openHost(THREE)
  const { playId = '', item } = room.play ?? {}
  room.index.items = room.index.items.filter(({ id }) => id !== item?.id)
  room.host.handlers.painted({ playId })
  expect(room.play?.item.id).not.toBe(item?.id)
  expect(room.plays()).toMatchObject([{ play_id: playId, end_reason: 'failed' }])
})

describe('a wall that lives and paints nothing', () => {
  it.each([[THREE], [[quote('a')]]])(
    'is told after three plays in a row, and again after three more',
    (items) => {
      const room = openHost(items)
      room.clock.pass(2 * PAINT_LIMIT_MS + 10)
      expect(room.unpainted).toBe(0)
      room.clock.pass(PAINT_LIMIT_MS + 10)
      expect(room.unpainted).toBe(1)
      room.clock.pass(3 * PAINT_LIMIT_MS + 10)
      expect(room.unpainted).toBe(2)
    },
  )

  it('not where it paints now and then', () => {
    const room = openHost(THREE)
    for (let round = 0; round < 4; round += 1) {
      room.clock.pass(2 * PAINT_LIMIT_MS + 10)
      room.show(1)
    }
    expect(room.unpainted).toBe(0)
  })
})
