import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partOf, readPoints, withPoints } from './clip-points.ts'

const CALL =
  '---\ntitle: A call # ours\nin: 3\nchecked: { by: Research, date: 2026-03-04 }\n---\n\nin: these words\n'

test('a part has an end after its beginning', () => {
  expect(partOf({ from: '', to: '0:20' })).toBe(20)
  for (const to of ['0:20', '', 'soon']) expect(partOf({ from: '0:30', to })).toBeUndefined()
})

test('only the two lines are other ones; the words below are no fields', () => {
  expect(readPoints('a.md', CALL)).toEqual({ from: '3', to: '' })
  const made = withPoints('a.md', CALL, { from: '0:05', to: '1:10' })
  expect(made).toBe(CALL.replace('in: 3', 'in: "0:05"').replace('04 }\n', '04 }\nout: "1:10"\n'))
  expect(withPoints('a.md', made, { from: '', to: '' })).toBe(CALL.replace('in: 3\n', ''))
  expect(withPoints('a.md', 'Words.\n', { from: '', to: '9' })).toBe('---\nout: "9"\n---\nWords.\n')
  expect(withPoints('a.yaml', 'title: A call', { from: '1', to: '9' })).toBe(
    'title: A call\nin: "1"\nout: "9"\n',
  )
})

test('what is written is read again, whatever else the file says', () => {
  const time = fc
    .integer({ min: 0, max: 9_999 })
    .map((all) => `${Math.floor(all / 60)}:${`${all % 60}`.padStart(2, '0')}`)
  const lines = fc.array(fc.constantFrom('title: x', 'in: 4', "out: '5'", '# in: no', 'note: "in: 7"'), {
    maxLength: 5,
  })
  fc.assert(
    fc.property(lines, time, time, fc.constantFrom('\n', '\r\n'), (fields, from, to, eol) => {
      const own = fields.filter(
        (line, at) => fields.findIndex((each) => each.slice(0, 3) === line.slice(0, 3)) === at,
      )
      const text = ['---', ...own, '---', '', 'Words.', ''].join(eol)
      const made = withPoints('a.md', text, { from, to })
      expect(readPoints('a.md', made)).toEqual({ from, to })
      expect(made.endsWith(`---${eol}${eol}Words.${eol}`)).toBe(true)
    }),
  )
})
