import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { byteRange } from '../../electron/byte-range.ts'
import { mediaResponse } from '../../electron/media-response.ts'

describe('what a Range header asks for', () => {
  it.each([
    [null, 100, { type: 'whole' }],
    ['bytes=0-', 100, { type: 'part', first: 0, last: 99 }],
    ['bytes=10-19', 100, { type: 'part', first: 10, last: 19 }],
    ['bytes=10-1000', 100, { type: 'part', first: 10, last: 99 }],
    ['bytes=-10', 100, { type: 'part', first: 90, last: 99 }],
    ['bytes=-1000', 100, { type: 'part', first: 0, last: 99 }],
    ['Bytes=99-', 100, { type: 'part', first: 99, last: 99 }],
    ['bytes=100-', 100, { type: 'unsatisfiable' }],
    ['bytes=-0', 100, { type: 'unsatisfiable' }],
    ['bytes=0-', 0, { type: 'unsatisfiable' }],
    ['bytes=20-10', 100, { type: 'whole' }],
    ['bytes=-', 100, { type: 'whole' }],
    ['bytes=0-1,5-6', 100, { type: 'whole' }],
    ['lines=1-2', 100, { type: 'whole' }],
  ])('%s of %i', (header, size, expected) => {
    expect(byteRange(header, size)).toEqual(expected)
  })

  it('never leaves the file, whatever it is asked', () => {
    const header = fc.oneof(
      fc.string(),
      fc.tuple(fc.bigInt({ min: 0n }), fc.bigInt({ min: 0n })).map(([from, to]) => `bytes=${from}-${to}`),
      fc.bigInt({ min: 0n }).map((from) => `bytes=${from}-`),
      fc.bigInt({ min: 0n }).map((count) => `bytes=-${count}`),
    )
    fc.assert(
      fc.property(header, fc.nat(), (text, size) => {
        const range = byteRange(text, size)
        if (range.type !== 'part') return
        expect(range.first).toBeGreaterThanOrEqual(0)
        expect(range.last).toBeGreaterThanOrEqual(range.first)
        expect(range.last).toBeLessThan(size)
      }),
    )
  })
})

describe('an address of a derived file', () => {
  it.each([
    ['', 200],
    ['#t=4', 200],
    ['/more', 404],
    ['?t=4', 404],
  ])('with “%s” behind its hash: %i', async (behind, status) => {
    const dir = mkdtempSync(join(tmpdir(), 'customer-room-'))
    onTestFinished(() => rmSync(dir, { recursive: true }))
    const file = join(dir, 'film')
    writeFileSync(file, 'a film')
    const request = new Request(`media://item/${'a'.repeat(64)}${behind}`)
    const answer = mediaResponse(request, () => ({ file, mime: 'video/webm', itemIds: [] }), 'app://room')
    expect(answer.status).toBe(status)
    expect(await answer.text()).toBe(status === 200 ? 'a film' : '')
  })
})
