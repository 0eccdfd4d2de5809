import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test.each([
  [
    '<p>I waited <b>three hours</b>&nbsp;on the phone &amp; left.</p><br/>Never again.',
    'I waited three hours on the phone & left.\n\nNever again.',
  ],
  ['<div class="x">They were <i>kind</i>, &ldquo;truly&rdquo;.</div>', 'They were kind, “truly”.'],
  ['The ramp was not there _x000D_\nagain', 'The ramp was not there \nagain'],
  ['2 < 3 and 5 > 4', '2 < 3 and 5 > 4'],
  ['if a <b and c> d, then <Ruth> knows', 'if a <b and c> d, then <Ruth> knows'],
  ['I <3 you & AT&amp;T', 'I <3 you & AT&amp;T'],
  ['<script>alert(1)</script><p>Hello</p>', 'Hello'],
])('%j', (text, plain) => {
  expect(plainText(text)).toBe(plain)
})

test('never throws, and what has no tag keeps its words', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const plain = plainText(text)
      if (!text.includes('<') && !text.includes('_x000D_')) expect(plain).toBe(text.trim())
    }),
  )
})
