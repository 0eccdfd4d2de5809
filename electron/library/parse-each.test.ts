import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { envelopeSchema } from '../../renderer/core/item.ts'
import { quoteSchema } from '../../renderer/kinds/quote/schema.ts'
import { parseEach } from './parse-each.ts'

const word = fc.constantFrom('2026-03-04', '03/04/2026', 'research', 'staff', 'yes', '7', '-1', '', 'display')
const consent = fc.constantFrom(
  { who: 'list 7', given: '2026-06-01', purposes: ['display'], audience: ['staff'] },
  { public_source: 'The annual report', withdrawn: 'no' },
  { who: 'list 7' },
)
const value = fc.oneof(word, consent, fc.integer(), fc.boolean(), fc.constant(undefined), fc.constant(null))
const fields = (schema: z.ZodObject): fc.Arbitrary<Record<string, unknown>> =>
  fc.dictionary(fc.constantFrom(...Object.keys(schema.shape), 'other'), value, { maxKeys: 5 })

const schemas: readonly (readonly [string, z.ZodObject])[] = [
  ['envelope', envelopeSchema],
  ['quote', quoteSchema],
]

test.each(schemas)('fields one by one are the %s as a whole, or nothing', (_, schema) => {
  fc.assert(
    fc.property(fields(schema), (written) => {
      const whole = schema.safeParse(written)
      // Twice: what was seen before is looked up.
      for (const each of [parseEach(schema, written), parseEach(schema, written)])
        expect(each).toStrictEqual(whole.success ? whole.data : undefined)
    }),
    { numRuns: 2_000 },
  )
})

test('a rule over several fields, and one for names that it does not know, are asked as a whole', () => {
  const both = z.object({ a: z.string(), b: z.string() }).refine(({ a, b }) => a === b)
  expect(parseEach(both, { a: 'x', b: 'x' })).toBeUndefined()
  expect(parseEach(z.strictObject({ a: z.string() }), { a: 'x' })).toBeUndefined()
})
