import { describe, expect, it } from 'vitest'
import { tellNotShown } from '../../electron/withheld.ts'
import type { Item } from '../../renderer/core/item.ts'
import { openHost, quote } from './host-room.ts'

const HELD = { consent: undefined }

/** Rows of one table. */
function rows(count: number, envelope: Partial<Item['envelope']> = HELD): Item[] {
  return Array.from({ length: count }, (_, at) => ({
    ...quote(`row-${at}`, envelope),
    path: 'quotes/all.csv',
    line: at + 2,
  }))
}

describe('what is not on the wall is told', () => {
  it('with path, line, reason and what to do, and never a word of it', () => {
    const room = openHost([
      quote('fine'),
      quote('bare', HELD),
      quote('mail', {}, 'Write to ruth.holm@tarnholt.example about it.'),
      quote('over', { until: '2026-01-01' }),
      quote('soon', { from: '2027-01-01' }),
    ])
    expect(room.snapshot.problems).toEqual([
      {
        path: 'quotes/bare.md',
        line: 1,
        severity: 'warning',
        message: 'Withheld: Neither consent to display nor a public source is recorded.',
        hint: expect.stringContaining('Write down who agreed'),
      },
      expect.objectContaining({
        path: 'quotes/mail.md',
        severity: 'warning',
        message: expect.stringContaining('personal data (e-mail'),
      }),
      expect.objectContaining({
        path: 'quotes/over.md',
        severity: 'warning',
        message: 'Expired: It was to be shown until 2026-01-01.',
      }),
      expect.objectContaining({ path: 'quotes/soon.md', severity: 'note' }),
    ])
    expect(JSON.stringify(room.snapshot.problems)).not.toMatch(/tarnholt|It just worked|Title of/)
  })

  it('rows of one table with the same reason are one line', () => {
    const [first, ...more] = openHost([...rows(120), quote('alone', HELD)]).snapshot.problems
    expect(first).toMatchObject({
      path: 'quotes/all.csv',
      line: 2,
      message: expect.stringMatching(/^120 items withheld \(lines 2, 3, 4 and 117 more\): Neither/),
    })
    expect(more.map(({ path }) => path)).toEqual(['quotes/alone.md'])
  })

  it('until it is put right', () => {
    const room = openHost([quote('a', HELD)])
    expect(room.snapshot.problems).toHaveLength(1)
    room.index.set([quote('a')])
    room.host.indexChanged()
    expect(room.snapshot.problems).toEqual([])
  })

  it('what is shown is passed over', () => {
    const place = { path: 'a.md', line: 1, reasons: [], remedy: '' }
    expect(tellNotShown([{ ...place, standing: 'shown' }])).toEqual([])
  })
})

it('an error is told before five hundred notes, whatever its path', () => {
  const room = openHost([quote('a')])
  const of = (path: string, severity: 'error' | 'note') => ({
    path,
    severity,
    message: 'Odd.',
    hint: 'Look.',
  })
  room.index.problems = [
    ...Array.from({ length: 600 }, (_, at) => of(`a/${at}.md`, 'note')),
    of('z.md', 'error'),
  ]
  room.index.revision += 1
  room.host.indexChanged()
  expect(room.snapshot.problems).toHaveLength(500)
  expect(room.snapshot.problems[0]).toMatchObject({ path: 'z.md', severity: 'error' })
})

describe('a screen that room.yaml does not name', () => {
  const STAFF = [quote('a')]
  const told = (screens: object, name: string) => openHost(STAFF, { screens }, name)

  it('is told with the likely name, and shows only what the public may see', () => {
    const room = told({ lobby: { audience: 'staff' }, canteen: {} }, 'loby')
    expect(room.snapshot.problems[0]).toMatchObject({
      path: 'room.yaml',
      severity: 'error',
      message: expect.stringContaining('There is no screen “loby”'),
      hint: 'Did you mean --screen lobby?',
    })
    expect(room.snapshot.wall.type).toBe('withheld')
    room.index.set(STAFF, { screens: { loby: { audience: 'staff' } } })
    room.host.indexChanged()
    expect(room.snapshot.problems).toEqual([])
    expect(room.play?.item.id).toBe('quotes/a')
  })

  it('is told all the same where no name was given', () => {
    const room = told({ lobby: {} }, 'default')
    expect(room.snapshot.problems[0]).toMatchObject({
      severity: 'error',
      hint: expect.stringContaining('lobby'),
    })
    expect(room.snapshot.wall.type).toBe('withheld')
  })

  it.each([
    [{ default: {}, lobby: {} }, 'lobi', ['warning']],
    [{}, 'lobby', ['note']],
    [{}, 'default', []],
    [{ default: {} }, 'default', []],
  ])('of %o, %s uses the usual settings', (screens, name, severities) => {
    const room = told(screens, name)
    expect(room.snapshot.problems.map(({ severity }) => severity)).toEqual(severities)
    expect(room.snapshot.wall.type).toBe('play')
  })
})
