import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NO_EVIDENCE } from '../../renderer/core/chair/evidence.ts'
import { askEvidence } from './ask-evidence.ts'
import { cells, isThere, jupyterRoom } from './jupyter-room.ts'
import type { TestRoom } from './open-room.ts'

/** Twenty topics over a survey of 1,706 people: what is found is relevant, exact, and where nothing is, nothing is found. */

const THEMES = `  version control: [git, diff, merge, versioning, svn, github]
  collaboration: [sharing, collaborate, collaborative, co-author]
  learning curve: beginner, newcomer, first steps
`

let room: TestRoom
let asked: ReturnType<typeof askEvidence>

/** Judged by hand: each verbatim that is shown on the topic has to speak of it. */
const TOPICS: Readonly<Record<string, RegExp>> = {
  'version control': /version(ing)?|\bgit|diff|merg/i,
  debugging: /debug/i,
  'installing it': /install/i,
  'keyboard shortcuts': /shortcut/i,
  collaboration: /collabor|shar(e|ing)|co-?author/i,
  documentation: /document/i,
  'slow performance': /slow|perform/i,
  'large notebooks': /large/i,
  'code completion': /complet/i,
  'exporting to PDF': /pdf/i,
  'teaching students': /teach|student|course/i,
  R: /\bR\b/,
  latex: /latex/i,
  security: /secur/i,
  'error messages': /error|message/i,
  'code folding': /fold/i,
  memory: /memory/i,
  'tables of contents': /table[- ]of[- ]content/i,
  'spell checking': /spell/i,
  'inline plots and images': /inline|plot|image/i,
}

describe.skipIf(!isThere)('twenty topics over a survey', () => {
  beforeAll(async () => {
    room = await jupyterRoom(THEMES)
    asked = askEvidence(room)
  }, 120_000)

  afterAll(async () => {
    asked.close()
    await room.close()
  })

  test.each(Object.entries(TOPICS))('on %s it finds what people said of it', async (words, speaksOfIt) => {
    const { verbatims, majority } = await asked.find(words)
    expect(verbatims.length).toBeGreaterThanOrEqual(3)
    expect(verbatims.filter(({ text }) => !speaksOfIt.test(text))).toEqual([])
    expect(new Set(verbatims.map(({ text }) => text)).size).toBe(verbatims.length)
    // Whoever contradicts the majority is heard, where anybody does.
    if (majority && majority.count < majority.of)
      expect(verbatims.some(({ isAgainst }) => isAgainst)).toBe(true)
    if (!majority) expect(verbatims.some(({ isAgainst }) => isAgainst)).toBe(false)
  })

  test('every verbatim is byte for byte what the file says, with its source and its day', async () => {
    for (const words of Object.keys(TOPICS)) {
      const { verbatims } = await asked.find(words, { most: 12 })
      for (const { itemId, text, goesOn, source, captured } of verbatims) {
        const question = /^quotes\/(\w+)#/.exec(itemId)?.[1]
        const cell = cells.find((each) => each.question === question && each.text.includes(text))
        expect(cell, `${itemId}: ${text}`).toBeDefined()
        if (goesOn === undefined || !(goesOn.before || goesOn.after)) expect(cell?.text.trim()).toBe(text)
        expect(source).toBe('Jupyter Notebook UX survey')
        expect(captured).toMatch(/^201(5-12|6-01)-\d\dT\d\d:\d\d$/)
      }
    }
  })

  test.each([
    'wheelchair ramps',
    'parking spaces at the station',
    'refund of tickets',
    'Warteschlange',
    '電車',
    '',
  ])('on “%s” nobody said anything, and nothing is found', async (words) => {
    expect(await asked.find(words)).toMatchObject({ ...NO_EVIDENCE })
  })

  test('a theme is found by the words that the room has for it', async () => {
    const { verbatims } = await asked.find('learning curve', { most: 12 })
    expect(verbatims.some(({ text }) => /beginner|newcomer|first steps/i.test(text))).toBe(true)
    const byWord = await asked.find('svn', { most: 12 })
    expect(byWord.verbatims.some(({ text }) => /version control/i.test(text) && !/svn/i.test(text))).toBe(
      true,
    )
  })

  test('the same room gives the same answer, with its search and without', async () => {
    const first = await asked.find('version control')
    expect(await asked.find('version control')).toEqual(first)
  })
})
