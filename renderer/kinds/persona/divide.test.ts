import { expect, test } from 'vitest'
import type { Draft, Section } from '../../core/draft.ts'
import { dividePersonas } from './divide.ts'
import { labelledIn } from './labelled-table.ts'
import { readPersona } from './read.ts'

function section(depth: number, heading: string, paragraphs: readonly string[] = []): Section {
  return { heading, depth, line: 10 * depth, paragraphs, lists: [], quotes: [], strong: [] }
}

function page(sections: readonly Section[], fields: Draft['fields'] = {}): Draft {
  return { path: 'personas/all.md', line: 1, fields, lines: {}, sections, pictures: [], siblings: [] }
}

test('each heading under the one that announces archetypes is a persona, and no other heading is', () => {
  const drafts = dividePersonas(
    page([
      section(1, 'Grants archetypes', ['About us.']),
      section(3, 'The methodology', ['We asked 30 people.']),
      section(3, 'Applicant archetypes', ['Archetypes are summaries.']),
      section(4, 'The Novice', ['New to it all. However, they face a steep learning curve.']),
      section(4, 'The Maestro', ['Their concerns are the deadlines.']),
      section(3, 'General themes'),
      section(4, 'Friction', ['Make it easy.']),
    ]),
  )
  expect(drafts.map(({ fields }) => [fields['name'], fields['need']])).toEqual([
    ['The Novice', 'They face a steep learning curve.'],
    ['The Maestro', 'Their concerns are the deadlines.'],
  ])
  expect(drafts[0]?.told?.[0]?.message).toContain('holds 2 personas')
})

test('a table of labels under a heading is read', () => {
  const table =
    '| Grace | | | :---- | ---: | | Role | Data analyst | | Age | 35 | | Goals | 1. To be done by noon 2. To be sure | | Location | Town |'
  const [grace, awa] = dividePersonas(
    page([
      section(2, 'Personas'),
      section(3, 'Grace — Portal user', [table]),
      {
        ...section(3, 'Awa — Analyst', [table, 'Supporting documentation']),
        lists: [['Her attributes', 'The wiki']],
      },
    ]),
  )
  expect(grace && readPersona(grace).fields).toMatchObject({
    name: 'Grace',
    age: 35,
    occupation: 'Data analyst',
    goals: ['To be done by noon', 'To be sure'],
  })
  expect(awa && readPersona(awa).fields).not.toHaveProperty('needs')
})

test.each(['', '|', '| a | b |', '| --- |', '| a | | :--- | | b |', '||||||'])(
  '%j is no table of labels, and no trap',
  (text) => {
    expect(labelledIn(text)).toEqual([])
  },
)

test('a page about one person, and one that names nobody, stay whole', () => {
  const one = page([section(1, 'Ruth, 71'), section(2, 'Goals', ['To be on time.'])])
  expect(dividePersonas(one)).toEqual([one])
  const several = dividePersonas(page([section(1, 'Personas', ['See the links.'])]))
  expect(several).toHaveLength(1)
  expect(several[0]?.told?.[0]).toMatchObject({
    severity: 'error',
    message: expect.stringContaining('several personas'),
  })
})
