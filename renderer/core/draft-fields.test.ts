import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Draft } from './draft.ts'
import {
  consentNotes,
  ENVELOPE_ALIASES,
  envelopeFields,
  fieldKey,
  hasColumn,
  nameFields,
} from './draft-fields.ts'
import {
  booleanOf,
  extensionOf,
  numberOf,
  pathBeside,
  sentenceCase,
  stemOf,
  textOf,
  textsOf,
  withoutQuotationMarks,
} from './draft-values.ts'
import { envelopeSchema } from './item.ts'

const draft: Draft = {
  path: 'a.md',
  line: 1,
  fields: {},
  lines: { Consent: 3 },
  sections: [],
  pictures: [],
  siblings: [],
}

describe('names of fields', () => {
  test.each(['Pain Points', 'pain_points', 'PAIN-POINTS', 'painPoints', ' pain points: '])(
    '%s is one name',
    (name) => {
      expect(fieldKey(name)).toBe('painpoints')
    },
  )

  test('our own name wins, whatever the order; what lost is kept', () => {
    const aliases = { pains: ['frustrations'], goals: [] }
    for (const fields of [
      { frustrations: 'b', pains: 'a' },
      { pains: 'a', frustrations: 'b' },
    ]) {
      expect(nameFields(fields, aliases)).toMatchObject({
        values: { pains: 'a' },
        rest: { frustrations: 'b' },
      })
    }
    expect(nameFields({ Frustrations: 'b' }, aliases)).toMatchObject({
      values: { pains: 'b' },
      writtenAs: { pains: 'Frustrations' },
    })
  })

  test('a blank value is no value', () => {
    expect(nameFields({ pains: ' ', frustrations: 'b' }, { pains: ['frustrations'] }).values).toEqual({
      pains: 'b',
    })
  })

  test('names that JavaScript knows are names like others', () => {
    const fields = JSON.parse('{"__proto__": {"hidden": 1}, "constructor": "x", "toString": "y"}')
    expect(nameFields(fields, ENVELOPE_ALIASES).values).toEqual({})
  })

  test('tells which column means what, empty or not', () => {
    expect(hasColumn(['Id', 'Tags'], ENVELOPE_ALIASES, 'theme')).toBe(true)
    expect(hasColumn(['Id'], ENVELOPE_ALIASES, 'theme')).toBe(false)
  })

  test('redacts every text on its way', () => {
    const fields = { source: 'Said by [[Ruth]]', tags: ['a', '[[b]]'], consent: { who: '[[c]]' } }
    expect(nameFields(fields, ENVELOPE_ALIASES).values).toEqual({
      source: 'Said by ——',
      theme: ['a', '——'],
      consent: { who: '——' },
    })
  })
})

describe('the envelope', () => {
  const envelope = (fields: Record<string, unknown>) =>
    envelopeSchema.parse(envelopeFields(nameFields(fields, ENVELOPE_ALIASES)))

  test('is read from what people write', () => {
    expect(
      envelope({
        Tags: 'lifts; stairs',
        Date: '4 March 2026',
        evidence: 'Validated',
        source: 2026,
        weight: '2',
      }),
    ).toEqual({
      theme: ['lifts', 'stairs'],
      captured: '2026-03-04',
      evidence: 'research',
      source: '2026',
      weight: 2,
    })
  })

  test('a published source is a basis; a word is none, and that is told', () => {
    expect(envelope({ public_source: 'A review site' })).toEqual({
      consent: { public_source: 'A review site' },
    })
    const named = nameFields({ Consent: 'yes' }, ENVELOPE_ALIASES)
    expect(envelopeFields(named)).toEqual({})
    expect(consentNotes(draft, named)).toMatchObject([{ line: 3, severity: 'warning' }])
  })

  test('consent in lists or in words, and a withdrawal in any words', () => {
    const given = { who: 'list, 7', given: '2026-03-04', purposes: 'display, training', audience: 'staff' }
    expect(envelope({ consent: given }).consent).toMatchObject({
      purposes: ['display', 'training'],
      audience: ['staff'],
    })
    for (const withdrawn of ['2026-05-01', 'yes', 'by phone', true, 5]) {
      expect(envelope({ consent: { ...given, withdrawn } }).consent).toHaveProperty(
        'withdrawn',
        expect.any(String),
      )
    }
    for (const withdrawn of ['no', false, '', null]) {
      expect(envelope({ consent: { ...given, withdrawn } }).consent?.withdrawn).toBeUndefined()
    }
  })
})

describe('values', () => {
  test.each([
    ['  x ', 'x'],
    [9.2, '9.2'],
    [true, 'true'],
    [['a', 'b'], 'a b'],
    [{ 'Her words': 'none' }, 'Her words: none'],
    [{ a: 1, b: 2 }, undefined],
    ['', undefined],
    [null, undefined],
  ])('%o as a text', (value, text) => {
    expect(textOf(value)).toBe(text)
  })

  test.each([
    ['One, two; and three', ['One, two', 'and three']],
    ['- one\n- two', ['one', 'two']],
    [
      ['a; b', 5, ''],
      ['a; b', '5'],
    ],
    ['', []],
  ])('%o as a list', (value, texts) => {
    expect(textsOf(value)).toEqual(texts)
  })

  test.each([
    ['14 %', 14],
    ['3,5', 3.5],
    ['−2', -2],
    ['between 3 and 4', undefined],
    [NaN, undefined],
    ['none', undefined],
  ])('%o as a number', (value, number) => {
    expect(numberOf(value)).toBe(number)
  })

  test('yes and no', () => {
    expect(['yes', 'No', true, 'TRUE', 0, 'perhaps', undefined].map(booleanOf)).toEqual([
      true,
      false,
      true,
      true,
      false,
      undefined,
      undefined,
    ])
  })

  test.each([
    ['“It works.”', 'It works.'],
    ['"It works."', 'It works.'],
    ['„Es geht.“', 'Es geht.'],
    ['« Ça marche. »', 'Ça marche.'],
    ['「動いた。」', '動いた。'],
    ['“One,” she said, “two.”', '“One,” she said, “two.”'],
    ['"One," she said, "two."', '"One," she said, "two."'],
    ['“He said “no” to me.”', 'He said “no” to me.'],
    ['It’s', 'It’s'],
    ['“”', '“”'],
  ])('%s without the marks around it', (text, bare) => {
    expect(withoutQuotationMarks(text)).toBe(bare)
  })

  test('the first letter, in every script', () => {
    expect(['uses', 'élan', 'ß', '駅', ''].map(sentenceCase)).toEqual(['Uses', 'Élan', 'SS', '駅', ''])
  })
})

describe('paths', () => {
  test.each([
    ['ruth.svg', 'personas/ruth.svg'],
    ['../images/a b.png', 'images/a b.png'],
    ['./x/../y.png', 'personas/y.png'],
    ['/top.png', 'top.png'],
    ['sub\\x.png', 'personas/sub/x.png'],
    ['../../x.png', undefined],
    ['https://example.org/x.png', undefined],
    ['file:///etc/passwd', undefined],
    ['C:\\x.png', undefined],
    ['//host/x.png', undefined],
    ['.', 'personas'],
  ])('%s', (written, path) => {
    expect(pathBeside('personas/ruth.md', written)).toBe(path)
  })

  test('never lead out of the folder', () => {
    const part = fc.constantFrom('..', '.', 'a', '', '...', '..\\', 'b.png', '/', 'C:', '\0')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const path = pathBeside('one/two.md', parts.join('/'))
        if (path !== undefined) expect(path).not.toMatch(/^\/|(^|\/)\.\.(\/|$)|^[a-z]:|\0/i)
      }),
    )
  })

  test('stem and extension', () => {
    expect([
      stemOf('a/ruth.md'),
      stemOf('a/.hidden'),
      stemOf('x'),
      extensionOf('a/b.WAV'),
      extensionOf('a'),
    ]).toEqual(['ruth', '.hidden', 'x', 'wav', ''])
  })
})
