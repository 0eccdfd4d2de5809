import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quoteBlocks, quoteLayouts } from './slide-layouts.ts'

const LETTER = 'I paid. I would have paid anything. I want you to make a rule that lets him do that.'

test('up to 12 words take the whole wall, up to 45 a strip, more a paragraph', () => {
  expect(quoteLayouts('Nobody told us. We just stood.', 'en')[0]?.[0]).toMatchObject({
    type: 'wall',
    breaks: true,
    figure: true,
  })
  expect(
    quoteLayouts('I booked it twice. Twice I watched my own train leave. Now I ask my son.', 'en')[0]?.[0]
      ?.type,
  ).toBe('strip')
  expect(quoteLayouts('word '.repeat(60), 'en')[0]?.[0]?.type).toBe('paragraph')
  expect(quoteLayouts('手伝ってほしいわけではないの。', 'ja')[0]?.[0]?.type).toBe('wall')
})

test('no text is set under the size for reading, and type only shrinks inside a group', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 400 }), (text) => {
      const groups = quoteLayouts(text, 'en')
      expect(groups.every((group) => group.length > 0)).toBe(true)
      for (const group of groups) {
        const sizes = group.map((layout) => layout.c)
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1)
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
      }
    }),
  )
})

test('the marked sentence stands out in its own place, else the last one', () => {
  expect(quoteBlocks(LETTER, 'I would have paid anything.', 'en')).toEqual([
    { text: 'I paid.', stands: false },
    { text: 'I would have paid anything.', stands: true },
    { text: 'I want you to make a rule that lets him do that.', stands: false },
  ])
  expect(quoteBlocks(LETTER, undefined, 'en').at(-1)).toEqual({
    text: 'I want you to make a rule that lets him do that.',
    stands: true,
  })
  expect(quoteBlocks('One sentence only', 'not in it', 'en')).toEqual([
    { text: 'One sentence only', stands: false },
  ])
})

test('the order of her words never changes and none is lost', () => {
  const bare = (text: string): string => text.replace(/\s+/g, '')
  fc.assert(
    fc.property(
      fc.lorem({ maxCount: 8, mode: 'sentences' }),
      fc.option(fc.lorem({ maxCount: 2 })),
      (text, highlight) => {
        const blocks = quoteBlocks(text, highlight ?? undefined, 'en')
        expect(bare(blocks.map((block) => block.text).join(''))).toBe(bare(text))
      },
    ),
  )
})
