import { describe, expect, it } from 'vitest'
import { START } from './fake-clock.ts'
import { openHost, persona, picture, quote } from './host-room.ts'

const THREE = [quote('a'), quote('b'), quote('c')]

describe('what may be shown', () => {
  it('a withdrawn item leaves the wall with the step that says so', () => {
    const room = openHost(THREE)
    const id = room.paint()
    room.index.set(THREE.map((item) => (item.id === id ? quote(id.slice(7), { consent: undefined }) : item)))
    room.host.indexChanged()
    expect(room.play?.item.id).not.toBe(id)
    expect(room.plays()[0]?.end_reason).toBe('withdrawn')
    expect(JSON.stringify(room.snapshot.wall)).not.toContain(id)
  })

  it('an edit of what is on the wall reaches the wall as the same play', () => {
    const room = openHost(THREE)
    const id = room.paint()
    const { playId } = room.play ?? {}
    room.index.set(THREE.map((item) => (item.id === id ? quote(id.slice(7), {}, 'Said better.') : item)))
    room.host.indexChanged()
    expect(room.play).toMatchObject({ playId, item: { body: { text: 'Said better.' } } })
    expect(room.snapshots.at(-1)).toBe(room.snapshot)
  })

  it('a picture or recording that an edit replaced is drawn anew at once, as another play', () => {
    const withPicture = (name: string) => [{ ...quote('a'), media: { picture: picture(name) } }]
    const room = openHost(withPicture('before'))
    room.paint()
    const { playId } = room.play ?? {}
    room.index.set(withPicture('before'))
    room.host.indexChanged()
    expect(room.play?.playId).toBe(playId)
    room.index.set(withPicture('after'))
    room.host.indexChanged()
    expect(room.play?.playId).not.toBe(playId)
    expect(room.play?.item.media).toEqual({ picture: picture('after') })
    expect(room.plays()).toMatchObject([{ play_id: playId, end_reason: 'interrupted' }])
  })

  it('consent that ends is noticed within a minute, offline', () => {
    const room = openHost([quote('a', { until: '2026-11-02T09:05' }), quote('b')], { timezone: 'UTC' })
    room.show(20)
    expect(room.snapshot.wall.type).toBe('play')
    room.clock.pass(6 * 60_000)
    expect(room.show(4)).not.toContain('quotes/a')
  })

  it('a clock that ran backwards revives nothing, also over a restart, and is told once', () => {
    const room = openHost([quote('a', { until: '2026-11-02T09:05' })], { timezone: 'UTC' })
    room.clock.pass(6 * 60_000)
    expect(room.snapshot.wall.type).toBe('withheld')
    room.clock.setNow(START)
    room.clock.pass(3 * 60_000)
    expect(room.snapshot.wall.type).toBe('withheld')
    const again = room.killAndRestart()
    expect(again.snapshot.wall.type).toBe('withheld')
    expect(again.health()).toEqual(['clock-backwards', 'clock-backwards'])
  })

  it('serves bytes only of what is in the deck or in the cast', () => {
    const items = [
      persona('ruth'),
      persona('marek', { audience: ['public'] }),
      quote('a', { persona: ['ruth', 'marek'] }),
    ]
    const room = openHost(items)
    expect(room.host.mayServe(picture('ruth').hash)).toMatchObject({ mime: 'image/webp' })
    expect(room.host.mayServe(picture('marek').hash)).toBeUndefined()
    expect(room.host.mayServe('f'.repeat(64))).toBeUndefined()
    room.index.set(items, { items: { 'personas/ruth': { hidden: true } } })
    room.host.indexChanged()
    expect(room.host.mayServe(picture('ruth').hash)).toBeUndefined()
  })

  it('serves a persona who is spoken of while another item is pinned', () => {
    const room = openHost([persona('ruth'), persona('tomas'), quote('a', { persona: ['ruth'] })], {
      items: { 'quotes/a': { pinned: true } },
    })
    expect(room.play?.cast.map((member) => member.name)).toEqual(['ruth'])
    expect(room.host.mayServe(picture('ruth').hash)).toBeDefined()
  })

  it('gives papers by order of id over the personas that may be shown', () => {
    const cast = (items: Parameters<typeof openHost>[0]): [string, string][] =>
      openHost(items, { items: { 'quotes/q': { pinned: true } } }).play?.cast.map(({ name, paper }) => [
        name,
        paper,
      ]) ?? []
    const said = quote('q', { persona: ['tomas', 'Marek', 'personas/ruth', 'nobody'] })
    expect(cast([said, persona('ruth'), persona('tomas'), persona('marek')])).toEqual([
      ['tomas', 'clay'],
      ['marek', 'ochre'],
      ['ruth', 'sky'],
    ])
    expect(
      cast([said, persona('ruth'), persona('tomas'), persona('marek', { audience: ['public'] })]),
    ).toEqual([
      ['tomas', 'sky'],
      ['ruth', 'ochre'],
    ])
  })
})
