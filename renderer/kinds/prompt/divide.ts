import type { Draft, Section } from '../../core/draft.ts'
import { fieldKey, meantField } from '../../core/draft-fields.ts'
import { isMap, textOf } from '../../core/draft-values.ts'
import { redactText } from '../../core/redaction.ts'
import { askOf, PROMPT_ALIASES } from './asks.ts'

/** A file of many prompts, one draft each: the items of a Markdown list, or of `prompts:`. */

const LISTS = new Set(['prompts', 'questions', 'items'])

/** The draft itself where it holds but one. What the file says of all of them is said of each; an entry's own word wins. */
export function dividePrompts(draft: Draft): readonly Draft[] {
  const shared = Object.entries(draft.fields)
  const listed = shared.find(([name, value]) => LISTS.has(fieldKey(name)) && Array.isArray(value))
  const others = Object.fromEntries(shared.filter(([name]) => name !== listed?.[0]))
  if (listed) {
    const entries: readonly unknown[] = Array.isArray(listed[1]) ? listed[1] : []
    return entries.map((entry, index) => {
      const line = draft.lines[`${listed[0]}[${index}]`] ?? draft.lines[listed[0]] ?? draft.line
      return entryDraft(draft, line, { ...others, ...fieldsOf(entry) })
    })
  }
  const items = draft.sections.flatMap((section) => itemsOf(section))
  if (items.length < 2) return [draft]
  return items.map(({ section, text }) =>
    entryDraft(draft, section.line, { ...others, ...askField(section), ...fieldsInLine(text) }),
  )
}

function entryDraft(draft: Draft, line: number, fields: Readonly<Record<string, unknown>>): Draft {
  return { ...draft, line, fields, lines: {}, sections: [], pictures: [] }
}

function itemsOf(section: Section): { section: Section; text: string }[] {
  return section.lists.flat().map((text) => ({ section, text }))
}

/** Under the heading “Pre-mortem” all are pre-mortems. */
function askField({ heading }: Section): Record<string, unknown> {
  const ask = askOf(heading)
  return ask === undefined ? {} : { ask }
}

/** Inside a list of prompts `kind:` can only mean the kind of question. */
function fieldsOf(entry: unknown): Record<string, unknown> {
  if (!isMap(entry)) return fieldsInLine(textOf(entry) ?? '')
  return Object.fromEntries(
    Object.entries(entry).map(([name, value]) => [
      ['kind', 'type'].includes(fieldKey(name)) ? 'ask' : name,
      value,
    ]),
  )
}

const IN_BRACKETS = /\s*[([]([^()[\]]*:[^()[\]]*)[)\]]\s*$/
const ARROW = /\s*(?:→|⇒|->|=>)\s*([^\s/]+(?:\/[^\s/]+)+)\s*$/

/** `What does she do? (persona: ruth; answer: quotes/egg-box)` or `What does she do? → quotes/egg-box`. */
export function fieldsInLine(line: string): Record<string, unknown> {
  const text = redactText(line)
  const arrow = ARROW.exec(text)
  if (arrow) return { ...fieldsInLine(text.slice(0, arrow.index)), answer: arrow[1] }
  const brackets = IN_BRACKETS.exec(text)
  const pairs = (brackets?.[1] ?? '').split(/;|,(?=[^,:]*:)/).flatMap((part) => {
    const [name = '', ...rest] = part.split(':')
    const meant = ['kind', 'type'].includes(fieldKey(name)) ? 'ask' : meantField(name, PROMPT_ALIASES)
    return meant === undefined ? [] : [[meant, rest.join(':').trim()] as const]
  })
  // What names no field of ours is part of the question.
  if (!brackets || pairs.length === 0) return { text: text.trim() }
  return { text: text.slice(0, brackets.index).trim(), ...Object.fromEntries(pairs) }
}
