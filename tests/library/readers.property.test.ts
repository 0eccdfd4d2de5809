import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCuration } from '../../electron/library/curation-file.ts'
import { deriveAudio } from '../../electron/library/derive/audio.ts'
import { derivePicture } from '../../electron/library/derive/picture.ts'
import { interpret } from '../../electron/library/items.ts'
import { readMarkdown } from '../../electron/library/readers/markdown.ts'
import { type Row, readTable } from '../../electron/library/readers/table.ts'
import { readText } from '../../electron/library/readers/text-file.ts'
import { readTranscript } from '../../electron/library/readers/transcript.ts'
import { readYaml } from '../../electron/library/readers/yaml.ts'
import { editDistance, likelyName } from '../../renderer/core/likely-name.ts'
import { KINDS } from '../../renderer/kinds/index.ts'

const RUNS = 150

/** Text that looks like the formats, with everything that breaks them. */
const nearlyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '---\n',
        '\n',
        '"',
        ',',
        ';',
        '\t',
        ': ',
        '- ',
        '# ',
        '> ',
        '*',
        '[',
        ']',
        '{',
        '}',
        '&a ',
        '*a',
        '<<: ',
        '!!js ',
        '<v A>',
        ' --> ',
        '00:01.000',
        'WEBVTT\n\n',
        '<img src="',
        '-->',
        '\0',
        '\uFEFF',
        '__proto__: ',
        'consent: ',
        'kind: ',
        'phases:\n  - name: ',
        'sep=;\n',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

const bytes = fc.oneof(
  nearlyText.map((text) => new Uint8Array(Buffer.from(text))),
  nearlyText.map((text) => new Uint8Array(Buffer.from(text, 'utf16le'))),
  fc.uint8Array({ maxLength: 400 }),
)

test('no reader of text throws, whatever it is given', async () => {
  await fc.assert(
    fc.asyncProperty(bytes, nearlyText, async (raw, text) => {
      const read = readText('x', raw)
      const given = read.ok ? read.value : text
      const results = [
        readMarkdown('x.md', given),
        readYaml('x.yaml', given),
        readCuration('room.yaml', raw),
        await readTranscript('x.vtt', given),
        await readTranscript('x.srt', given),
        await readTable('x.csv', raw, { onHeaders: (headers) => ({ names: headers }), onRow: () => {} }),
      ]
      for (const result of results) {
        const problem = result.ok ? undefined : result.unreadable
        expect(problem === undefined || (problem.message !== '' && problem.hint !== '')).toBe(true)
      }
    }),
    { numRuns: RUNS },
  )
})

const fields = fc.dictionary(
  fc.constantFrom(
    'name',
    'quote',
    'text',
    'phases',
    'speakers',
    'consent',
    'evidence',
    'captured',
    'source',
    'age',
    'n',
    'persona',
    'checked',
    'mute',
    'emotion_scale',
    'in',
    'out',
    'zzz',
  ),
  fc.anything({ maxDepth: 3 }),
)

test('no kind throws past the library, whatever its fields hold', () => {
  fc.assert(
    fc.property(fields, fc.constantFrom(...KINDS), (given, kind) => {
      const draft = {
        path: `${kind}s/x.md`,
        line: 1,
        fields: given,
        lines: {},
        sections: [],
        pictures: [],
        siblings: [],
      }
      const made = interpret(draft, kind)
      expect(made.ok || made.problems.some(({ severity }) => severity === 'error')).toBe(true)
    }),
    { numRuns: RUNS * 2 },
  )
})

test('no bytes make a picture or a recording throw', async () => {
  const heads = fc.constantFrom(
    '',
    'RIFF\x10\0\0\0WAVEfmt ',
    '\xff\xd8\xff\xe0',
    '\x89PNG\r\n\x1a\n',
    'GIF89a',
    'OggS',
    'fLaC',
    'ID3',
    '<svg xmlns="http://www.w3.org/2000/svg" width="',
    '\0\0\0\x18ftypM4A ',
  )
  await fc.assert(
    fc.asyncProperty(heads, fc.uint8Array({ maxLength: 300 }), async (head, rest) => {
      const given = Buffer.concat([Buffer.from(head, 'latin1'), rest])
      await derivePicture(given, 64)
      await deriveAudio(given, { as: 'audio', path: 'x' })
    }),
    { numRuns: 60 },
  )
}, 60_000)

const cell = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .map((text) => text.replace(/[\0\uFEFF\r]/g, '').trim())

test('a table says what was written into it, whatever its delimiter and line ends', async () => {
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      async (rows, delimiter, end) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
        const lines = [['first', 'second', 'third'], ...rows].map((row) => row.map(quoted).join(delimiter))
        const read: Row[] = []
        const listener = {
          onHeaders: (headers: readonly string[]) => ({ names: headers }),
          onRow: (row: Row) => void read.push(row),
        }
        const result = await readTable('x.csv', Buffer.from(lines.join(end) + end), listener)
        expect(result.ok).toBe(true)
        const told = rows.filter((row) => row.some((text) => text !== ''))
        const wanted = told.map(([first, second, third]) => ({
          ...(first && { first }),
          ...(second && { second }),
          ...(third && { third }),
        }))
        expect(read.map(({ cells }) => cells)).toEqual(wanted)
      },
    ),
    { numRuns: RUNS },
  )
})

test('a name with one slip is known again', () => {
  fc.assert(
    fc.property(fc.constantFrom('evidence', 'captured', 'audience', 'segment'), fc.nat(), (name, at) => {
      const place = at % (name.length - 1)
      const swapped =
        name.slice(0, place) + name.charAt(place + 1) + name.charAt(place) + name.slice(place + 2)
      const dropped = name.slice(0, place) + name.slice(place + 1)
      for (const slip of [swapped, dropped])
        expect(likelyName(slip, ['evidence', 'captured', 'audience', 'segment', 'n'])).toBe(name)
    }),
  )
})

test('edit distance is symmetric, and zero only for equal words', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a))
      expect(editDistance(a, b) === 0).toBe(a === b)
    }),
  )
})
