import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spoken as GERMAN } from '../../renderer/admin/words/de/spoken.ts'
import { spokenOfSchemas } from '../../renderer/admin/words/de/spoken-schemas.ts'
import { speaker } from '../../renderer/admin/words/spoken.ts'
import { sentencesIn } from './sentences.ts'

/** What the host speaks, said in German: read from the source, so that a new sentence is missed here and not on a screen. */

const speak = speaker(GERMAN, (written) => `am ${written}`)

/** Reasons, orders and refusals; whatever is added there has to be said in every language. */
const SPEAKING = [
  'renderer/core/{standing,why-not,clock-trust,now-orders,screen-state,people,draft-fields}.ts',
  'renderer/core/rotation/{promise-words,reasons}.ts',
  'electron/{withheld,standing-time,screen-problem,surroundings,unfit}.ts',
  'electron/admin/{history,item-detail,change-handlers,admin-part}.ts',
  'electron/curate/!(journal|erasures).ts',
  'electron/windows/file-calls.ts',
]

/** All sources are read: that says nothing about speed, and much else may be running. */
const PATIENCE_MS = 60_000

describe('what the host speaks', { timeout: PATIENCE_MS }, () => {
  test('every sentence has a German one, which keeps all that fills its holes', () => {
    const sentences = sentencesIn(SPEAKING)
    expect(sentences.length).toBeGreaterThan(150)
    for (const { file, text: whole } of sentences) {
      // What fills a hole at the beginning is a sentence of its own.
      const text = whole.replace(/^⟦1⟧ (?=[A-Z])/, '')
      const said = speak(text)
      expect(said, `${file}: ${text}`).not.toBe(text)
      for (const [hole] of text.matchAll(/⟦\d⟧/g))
        if (!DROPPED.test(text)) expect(said, `${file}: ${text}`).toContain(hole)
    }
  })

  test('most of what is wrong with files has one too', () => {
    const all = sentencesIn([
      'electron/library/**/*.ts',
      'renderer/kinds/*/{read,schema,divide,infer,map}.ts',
    ])
    const unsaid = all.filter(({ text }) => speak(text) === text && !/SELECT|UPDATE|DELETE|INSERT/.test(text))
    expect(unsaid.length / all.length, unsaid.map(({ text }) => text).join('\n')).toBeLessThan(0.02)
  })

  test('no sentence is left that nothing in the source says', () => {
    const made = sentencesIn(['renderer/{core,kinds}/**/*.ts', 'electron/**/*.ts']).map(({ text }) => text)
    // What schemas say is put together of a subject and what is said of it.
    const whole = Object.keys(GERMAN).filter(
      (text) => /^[A-Z].*[.?!]$/.test(text) && !text.includes('{') && !Object.hasOwn(spokenOfSchemas, text),
    )
    for (const text of whole)
      expect(
        made.some((each) => each.includes(text)),
        text,
      ).toBe(true)
  })

  test('parts and dates are said too, several sentences one by one, and what nobody knows stays as it is', () => {
    expect(speak('It is for staff and guests, not for public.')).toBe(
      'Es ist für die Belegschaft und Gäste, nicht für die Öffentlichkeit.',
    )
    expect(speak('It was to be shown until 2026-03-04: that was 3 days ago (2026-03-04).')).toBe(
      'Es sollte bis am 2026-03-04 gezeigt werden: Das war vor 3 Tagen (am 2026-03-04).',
    )
    expect(
      speak('A curator has hidden it. Nobody ever heard of this. No consent to display is recorded.'),
    ).toBe(
      'Es wurde von Hand ausgeblendet. Nobody ever heard of this. Eine Einwilligung zum Zeigen ist nicht eingetragen.',
    )
  })

  test('whatever is asked, something is said, and what fills a hole is not changed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(typeof speak(text)).toBe('string')
        const name = `x${text.replaceAll(/[“”.?!:\s]/g, '')}`
        expect(speak(`There is no screen “${name}” in this room.`)).toBe(
          `In diesem Raum gibt es keinen Bildschirm „${name}“.`,
        )
      }),
    )
  })
})

/** The purpose is a word of ours, which the German sentence spells out. */
const DROPPED = /\[⟦1⟧\] and audience|write ⟦1⟧ among its purposes/
