import type { Draft } from '../../core/draft.ts'
import {
  envelopeFields,
  isTableRow,
  lineOf,
  type NamedFields,
  type Note,
  nameFields,
} from '../../core/draft-fields.ts'
import { itemIdOf, textOf } from '../../core/draft-values.ts'
import type { Reading } from '../../core/kind.ts'
import { redactText } from '../../core/redaction.ts'
import { askOf, PROMPT_ALIASES } from './asks.ts'
import { dividePrompts, fieldsInLine } from './divide.ts'

/** A prompt out of a file's fields, its only list item, or its prose. */
export function readPrompt(draft: Draft): Reading {
  const [first = draft, ...others] = dividePrompts(draft)
  const inProse = fromProse(first)
  const named = nameFields({ ...inProse, ...first.fields }, PROMPT_ALIASES)
  const { values } = named
  const answer = itemIdOf(values['answer']) ?? values['answer']
  const ask = textOf(values['ask'])
  const fields = {
    ...(isTableRow(draft) ? {} : named.rest),
    ...envelopeFields(named),
    ...present({
      text: textOf(values['text']) ?? textOf(values['title']),
      // A question that has an answer can be guessed.
      ask: ask === undefined ? (answer === undefined ? undefined : 'guess') : (askOf(ask) ?? ask),
      instruction: textOf(values['instruction']),
      answer,
    }),
  }
  const blank = isTableRow(draft) && !('text' in fields)
  return { fields, media: {}, notes: notesOf(draft, named, others.length), ...(blank ? { blank } : {}) }
}

function notesOf(draft: Draft, named: NamedFields, others: number): Note[] {
  const written = named.values['answer']
  const notes: Note[] = []
  if (others > 0) {
    notes.push({
      severity: 'warning',
      message: `The file holds ${others + 1} prompts; only the first is shown.`,
      hint: 'Keep one prompt a file, or put them into a table with one row each.',
    })
  }
  if (written !== undefined && itemIdOf(written) === undefined) {
    notes.push({
      ...lineOf(draft, named, 'answer'),
      field: named.writtenAs['answer'] ?? 'answer',
      severity: 'warning',
      message: `“${textOf(written) ?? 'This'}” names no item, so nothing answers this question.`,
      hint: 'Write the folder and the name of the item, such as quotes/egg-box.',
    })
  }
  return notes
}

/** The only item of a list, else the prose, else the heading; a heading may also say what kind of question it is. */
function fromProse({ sections }: Draft): Record<string, unknown> {
  const heading = sections.map((section) => section.heading).find((text) => text !== '')
  const ask = heading === undefined ? undefined : askOf(heading)
  const bodies = sections.flatMap(({ lists, quotes, paragraphs }) => [
    ...lists.flat(),
    ...quotes,
    ...paragraphs,
  ])
  const text = bodies[0] ?? (ask === undefined ? heading : undefined)
  return {
    ...(ask === undefined ? {} : { ask }),
    ...(text === undefined ? {} : fieldsInLine(text)),
    ...(heading === undefined || ask !== undefined || bodies.length === 0
      ? {}
      : { title: redactText(heading) }),
  }
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
