import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMap, isScalar, parseDocument, stringify } from 'yaml'
import { patchYaml } from '../../electron/curate/yaml-patch.ts'
import { commentsOf, isPlainMap, withValues, type YamlEdit } from '../../electron/curate/yaml-values.ts'

function patched(text: string, ...edits: YamlEdit[]): string {
  const made = patchYaml(/^[{]\n/.test(text) ? 'a.json' : 'room.yaml', text, edits)
  if (!made.ok) throw new Error(`${made.problem.message}\n${text}`)
  return made.text
}

const set = (path: string, value: unknown): YamlEdit => ({
  path: path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
  value,
})

describe('one value', () => {
  test.each<[string, string, YamlEdit, string]>([
    [
      'a plain one, with its remark',
      'name:   Old   # ours\nb: 1\n',
      set('name', 'New'),
      'name:   New   # ours\nb: 1\n',
    ],
    ['its quotes stay', "a: 'x' # c\n", set('a', 'y'), "a: 'y' # c\n"],
    ['what needs quotes gets them', 'a: x\n', set('a', 'Late: again'), 'a: "Late: again"\n'],
    ['curly quotes are ours to keep', 'a: x\n', set('a', '“Late”'), 'a: "“Late”"\n'],
    [
      'a new one at the end, before the remarks that follow',
      'a: 1\n# tail\n',
      set('b', 2),
      'a: 1\nb: 2\n# tail\n',
    ],
    ['no end of line at the end', 'a: 1', set('b', 2), 'a: 1\nb: 2'],
    ['CRLF', 'a: 1\r\nb: 2\r\n', set('c', { d: 1 }), 'a: 1\r\nb: 2\r\nc:\r\n  d: 1\r\n'],
    ['into nothing', '', set('a.b', 1), 'a:\n  b: 1\n'],
    ['into remarks', '# c\n', set('a', 1), '# c\na: 1\n'],
    [
      'a decision where there was none',
      'items: {} # none\n#  x: 1\n',
      set('items.q/a.hidden', true),
      'items: # none\n  q/a:\n    hidden: true\n#  x: 1\n',
    ],
    [
      'into an empty key',
      'items:\nb: 1\n',
      set('items.q/a.hidden', true),
      'items:\n  q/a:\n    hidden: true\nb: 1\n',
    ],
    ['within braces', 'a: {b: 1, c: 2} # d\n', set('a.c', 3), 'a: {b: 1, c: 3} # d\n'],
    ['one more within braces', 'a: {b: 1}\n', set('a.c', 'x, y'), 'a: {b: 1, c: "x, y"}\n'],
    ['out of braces', 'a: {b: 1, c: 2}\n', set('a.b', undefined), 'a: {c: 2}\n'],
    ['the last out of braces', 'a: {b: 1, c: 2}\n', set('a.c', undefined), 'a: {b: 1}\n'],
    ['out of lines', 'a:\n  b: 1\n  c: 2\n', set('a.b', undefined), 'a:\n  c: 2\n'],
    ['its remark stays', 'a:\n  b: 1 # why\n  c: 2\n', set('a.b', undefined), 'a:\n  # why\n  c: 2\n'],
    ['the only one', 'a:\n  b: 1\nc: 2\n', set('a.b', undefined), 'a: {}\nc: 2\n'],
    [
      'a list by an item',
      'a:\n  - 1\n  # two\n  - 2\nb: 1\n',
      set('a', [1, 2, 3]),
      'a:\n  - 1\n  # two\n  - 2\n  - 3\nb: 1\n',
    ],
    [
      'an item out of a list',
      'a:\n  - 1   # one\n  # two\n  - 2\n  -   3 # three\nb: 1\n',
      set('a', [1, 3]),
      'a:\n  - 1   # one\n  # two\n  -   3 # three\nb: 1\n',
    ],
    [
      'items of fields out of a list, their remarks stay',
      'a:\n  - {x: 1,  y: 2}  # first\n  - x: 2 # second\n    y:  3\n  - x: 3\n  - x:   4\nb: 1\n',
      set('a', [{ x: 1, y: 2 }, { x: 4 }]),
      'a:\n  - {x: 1,  y: 2}  # first\n  # second\n  - x:   4\nb: 1\n',
    ],
    ['an item out of brackets', 'a: [1,  2, 3] # c\n', set('a', [1, 3]), 'a: [1,  3] # c\n'],
    ['the first of a list', 'a:\n- x\n- y  # why\nb: 1\n', set('a', ['y']), 'a:\n- y  # why\nb: 1\n'],
    ['a text of lines', 'a: |\n  one\n  two\nb: 1\n', set('a', 'x'), 'a: x\nb: 1\n'],
    ['to a text of lines', 'a: x\nb: 1\n', set('a', 'one\ntwo'), 'a: |-\n  one\n  two\nb: 1\n'],
    [
      'keys that need quotes',
      'items:\n  x: {}\n',
      set('items.constructor.hidden', true),
      'items:\n  x: {}\n  constructor:\n    hidden: true\n',
    ],
    [
      'an emoji and a number as keys',
      'items:\n  x: {}\n',
      { path: ['items', '1'], value: { '🥚: a': 1 } },
      'items:\n  x: {}\n  "1":\n    "🥚: a": 1\n',
    ],
    [
      'JSON',
      '{\n  "a": 1,\n  "b": "x"\n}\n',
      set('c.d', ['y']),
      '{\n  "a": 1,\n  "b": "x",\n  "c": {"d":["y"]}\n}\n',
    ],
    [
      'an alias gets a value of its own',
      'a: &x {b: 1}\nc: *x\n',
      set('c.b', 2),
      'a: &x {b: 1}\nc:\n  b: 2\n',
    ],
    [
      'what a merge gave is said here',
      'a: &x {b: 1}\nc:\n  <<: *x\n',
      set('c.b', 2),
      'a: &x {b: 1}\nc:\n  <<: *x\n  b: 2\n',
    ],
  ])('%s', (_name, text, edit, wanted) => {
    expect(patched(text, edit)).toBe(wanted)
  })

  test('tabs and curly quotes are mended where they stand in the way, and told apart from what is broken', () => {
    expect(patched('a:\n\tb: 1\n', set('a.b', 2))).toBe('a:\n  b: 2\n')
    expect(patchYaml('room.yaml', 'a: 1\na: 2\n', [set('b', 1)])).toMatchObject({
      ok: false,
      problem: { line: 2, message: 'This field stands here twice.' },
    })
    expect(patchYaml('room.yaml', 'a: [1\n', [set('b', 1)])).toMatchObject({ ok: false })
  })

  test('what an anchor gives to others is not changed for them', () => {
    const made = patchYaml('room.yaml', 'a: &x 1\nb: *x\n', [set('a', 2)])
    expect(made).toMatchObject({ ok: false, problem: { hint: expect.stringContaining('anchor') } })
  })

  test('five thousand decisions at once', () => {
    const edits = Array.from({ length: 5_000 }, (_, at) => set(`items.quotes/v#${at}x.hidden`, true))
    const made = patched('items: {}\n# tail\n', ...edits)
    expect(made.split('\n')).toHaveLength(10_003)
    expect(made.endsWith('# tail\n')).toBe(true)
  })
})

// --- Any document with remarks, any edits ----------------------------------------------------------

const key = fc.constantFrom(
  'name',
  'a',
  'b',
  'items',
  'quotes/egg-box',
  'constructor',
  '1',
  '🥚',
  'e: f',
  'x y',
  '- z',
)
const text = fc.oneof(
  fc.constantFrom(
    '',
    'yes',
    'Late: again',
    '# no',
    "it's",
    '“said”',
    '[[x]]',
    ' lead',
    '9.30',
    'a\nb',
    'null',
    '- x',
    '{',
    '0',
    '1.50',
    'tail ',
  ),
  fc.string({ maxLength: 12 }),
)
const scalar = fc.oneof(text, fc.integer({ min: -99, max: 99 }), fc.boolean())
const { value: anyValue } = fc.letrec<{ value: unknown; map: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    tie('map'),
  ),
  map: fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
}))
const root = fc.dictionary(key, anyValue, { minKeys: 1, maxKeys: 5, noNullPrototype: true })

/** A text with these data, in one of many ways to write them, and with remarks wherever one may stand. */
const written = fc
  .record({
    data: root,
    indent: fc.integer({ min: 2, max: 4 }),
    flow: fc.constantFrom('any' as const, 'flow' as const, 'block' as const),
    type: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const),
    remarks: fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 6 }),
    crlf: fc.boolean(),
    open: fc.boolean(),
  })
  .map(({ data, indent, flow, type, remarks, crlf, open }) => {
    const plain = stringify(data, {
      indent,
      collectionStyle: flow,
      defaultStringType: type,
      defaultKeyType: 'PLAIN',
      lineWidth: 0,
    })
    const noted = remarks.reduce((text, [at, after], index) => withRemark(text, at, after, index), plain)
    const ended = open ? noted.replace(/\n$/, '') : noted
    return crlf && !/\r/.test(ended) ? ended.replaceAll('\n', '\r\n') : ended
  })
  // A text that is read otherwise than it was meant is another test's.
  .filter((text) => patchYaml('room.yaml', text, []).ok && isPlainMap(dataOf(text)))

function withRemark(text: string, at: number, isAfter: boolean, index: number): string {
  const lines = text.split('\n')
  const place = at % lines.length
  const remark = `# remark ${index}`
  const made = isAfter
    ? lines.map((line, each) => (each === place && line.trim() !== '' ? `${line}  ${remark}` : line))
    : lines.toSpliced(place, 0, remark)
  const next = made.join('\n')
  // Within a text of several lines it would be no remark.
  const isSame =
    parseDocument(next).errors.length === 0 && JSON.stringify(dataOf(next)) === JSON.stringify(dataOf(text))
  return isSame ? next : text
}

function dataOf(text: string): unknown {
  const made = patchYaml('room.yaml', text, [])
  return made.ok ? made.before : undefined
}

const edit = fc.record({
  picks: fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 4 }),
  fresh: fc.array(key, { maxLength: 2 }),
  value: fc.option(anyValue, { nil: undefined }),
})

/** A place in the data, or a new one below it. */
function placed(
  data: unknown,
  { picks, fresh, value }: { picks: number[]; fresh: string[]; value: unknown },
): YamlEdit {
  const path: (string | number)[] = []
  let inner = data
  for (const pick of picks) {
    const names = Array.isArray(inner) ? [...inner.keys()] : isPlainMap(inner) ? Object.keys(inner) : []
    const name = names[pick % Math.max(1, names.length)]
    if (name === undefined) break
    path.push(name)
    inner = Array.isArray(inner) ? inner[Number(name)] : (inner as Record<string, unknown>)[name]
  }
  const isGroup = isPlainMap(inner) || path.length === 0
  const whole = isGroup ? [...path, ...fresh] : path
  return { path: whole.length === 0 ? ['a'] : whole, value }
}

test('any edits to any document: just that is otherwise, and every remark and every other field stays as it was written', () => {
  fc.assert(
    fc.property(written, fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
      const [data, now] = [dataOf(text), { text }]
      let model = data
      const touched = new Set<string>()
      for (const each of edits) {
        const made = placed(model, each)
        model = withValues(model, [made])
        now.text = patched(now.text, made)
        touched.add(String(made.path[0]))
      }
      expect(dataOf(now.text)).toEqual(model)
      const left = commentsOf(now.text).map((found) => found.text)
      for (const found of commentsOf(text)) expect(left).toContain(found.text)
      for (const [name, source] of sourcesOf(text)) if (!touched.has(name)) expect(now.text).toContain(source)
    }),
    { numRuns: 400 },
  )
})

/** How each field at the top is written. */
function sourcesOf(text: string): [string, string][] {
  const { contents } = parseDocument(text)
  if (!isMap(contents) || contents.flow) return []
  return contents.items.flatMap(({ key: name, value }): [string, string][] => {
    const end = isScalar(value) || isMap(value) ? value.range?.[1] : undefined
    if (!isScalar(name) || !name.range || end === undefined) return []
    return [[`${name.value}`, text.slice(name.range[0], end).trimEnd()]]
  })
}
