import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brandPaper, brandSchema, PAPER_COLOURS, PAPER_INK, PAPERS } from './brand.ts'
import { contrast, fromOklch, parseHex, toHex, toOklch } from './colour.ts'

const channel = fc.integer({ min: 0, max: 255 })
const colour = fc.tuple(channel, channel, channel).map(toHex)
const ink = parseHex(PAPER_INK)

test('ink has 7:1 on the paper of every brand, and no brand becomes darker', () => {
  fc.assert(
    fc.property(colour, (hex) => {
      const paper = brandPaper({ colour: hex })
      expect(contrast(parseHex(paper.colour), ink)).toBeGreaterThanOrEqual(7)
      expect(toOklch(parseHex(paper.colour)).l).toBeGreaterThanOrEqual(toOklch(parseHex(hex)).l - 0.004)
    }),
  )
})

test('its hue is kept, as far as it still has one', () => {
  fc.assert(
    fc.property(colour, (hex) => {
      const before = toOklch(parseHex(hex))
      const after = toOklch(parseHex(brandPaper({ colour: hex }).colour))
      fc.pre(before.c > 0.03 && after.c > 0.03)
      const apart = Math.abs(before.h - after.h)
      // Whole channels turn a pale hue by a degree or two.
      expect(Math.min(apart, 2 * Math.PI - apart)).toBeLessThan(0.06)
    }),
  )
})

test('a colour that is light enough stays as it is', () => {
  for (const paper of PAPERS) {
    expect(brandPaper({ colour: PAPER_COLOURS[paper] })).toEqual({ paper, colour: PAPER_COLOURS[paper] })
  }
})

test('the paper that goes is the one of the nearest hue, unless the room says which', () => {
  expect(brandPaper({ colour: '#003a70' }).paper).toBe('sky')
  expect(brandPaper({ colour: '#c00' }).paper).toBe('clay')
  expect(brandPaper({ colour: '#0a7d00' }).paper).toBe('sage')
  expect(brandPaper({ colour: '#c00', paper: 'straw' }).paper).toBe('straw')
})

test('what is no colour is refused in words', () => {
  for (const wrong of ['red', '#12', '#12345', 12, '']) {
    const { error } = brandSchema.safeParse({ colour: wrong })
    expect(error?.issues[0]?.message).toContain('write it as "#0a7d55"')
  }
})

test('a colour comes back from OKLCH as it went', () => {
  fc.assert(
    fc.property(colour, (hex) => {
      expect(toHex(fromOklch(toOklch(parseHex(hex))))).toBe(hex)
    }),
  )
})

test('the style sheet and this list have the same papers', () => {
  const css = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8')
  for (const paper of PAPERS) expect(css).toContain(`var(--brand-${paper}, ${PAPER_COLOURS[paper]})`)
})
