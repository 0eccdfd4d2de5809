import type { Draft } from '../../core/draft.ts'
import { fieldKey, type Note } from '../../core/draft-fields.ts'
import { sentenceCase, stemOf, textsOf } from '../../core/draft-values.ts'
import { redactText } from '../../core/redaction.ts'
import { sentences } from '../../core/text.ts'
import { type Found, readPage } from './page.ts'

/** A persona out of a plain page, as organisations keep them: what the page plainly says, and nothing that it does not. */

export interface Inferred {
  readonly fields: Readonly<Record<string, unknown>>
  readonly notes: readonly Note[]
}

type Written = Readonly<Record<string, unknown>>

export function inferPersona(draft: Draft, written: Written): Inferred {
  const found = readPage(draft)
  const naming = nameAndDescription(draft, written)
  const fields: Record<string, unknown> = { ...found.lists, ...found.facts, ...naming.fields }
  if (found.quote !== undefined) fields['quote'] = found.quote
  if (found.job !== undefined) fields['job'] = found.job
  if (
    written['description'] === undefined &&
    fields['description'] === undefined &&
    found.prose !== undefined
  ) {
    fields['description'] = found.prose
  }
  const sentence = sentenceFor({ ...fields, ...written }, found)
  if (sentence !== undefined) fields['need'] = sentence.text
  const hasSentence = [written['quote'], written['need'], fields['quote'], fields['need']].some(
    (text) => text !== undefined,
  )
  // A page that is no persona is one problem, without a list of what was made of it.
  if (!hasSentence) return { fields: { ...fields, evidence: 'assumption' }, notes: [] }
  const assumed = written['evidence'] === undefined
  if (assumed) fields['evidence'] = 'assumption'
  return {
    fields,
    notes: [...naming.notes, ...notesOf(fields, written, found, sentence), ...(assumed ? [ASSUMED] : [])],
  }
}

const ASSUMED: Note = {
  field: 'evidence',
  severity: 'note',
  message: 'The file does not say how we know this, so it is drawn as an assumption.',
  hint: 'Write evidence: research, or partial, and n: with the number of people, in the front matter.',
}

/** Her name is the page's own heading, else the beginning of its title; the rest of either says who she is. */
function nameAndDescription(draft: Draft, written: Written): Inferred {
  const heading = draft.sections.find((section) => section.depth === 1 && section.heading.trim() !== '')
  const title = typeof written['title'] === 'string' ? written['title'] : undefined
  const [headName, headRest] = splitName(redactText(heading?.heading ?? ''))
  const [titleName, titleRest] = splitName(title ?? '')
  const name = headName || titleName || sentenceCase(stemOf(draft.path).replace(/[-_]+/g, ' '))
  const rest = headRest ?? (fieldKey(titleName) === fieldKey(name) ? titleRest : undefined)
  const fields = { name, ...(rest === undefined ? {} : { description: sentenceCase(rest) }) }
  if (written['name'] !== undefined) return { fields, notes: [] }
  const from = headName ? 'the heading' : titleName ? 'the title' : 'the name of the file'
  return {
    fields,
    notes: [
      {
        ...(heading && headName ? { line: heading.line } : {}),
        field: 'name',
        severity: 'note',
        message: `We took the name “${name}” from ${from}.`,
        hint: 'Write name: in the front matter to say otherwise.',
      },
    ],
  }
}

/** `Ashleigh, severely sight impaired screenreader user` is a name and who she is. */
function splitName(text: string): [string, string | undefined] {
  const plain = text.replace(/^\s*(?:persona|archetype)\s*(?:\d+\s*)?[:–—-]\s*/i, '').trim()
  const match = /^(.{1,60}?)\s*(?:,|:|\s[–—|-])\s+(.+)$/.exec(plain)
  return match ? [match[1] ?? plain, match[2]] : [plain, undefined]
}

interface Sentence {
  readonly text: string
  readonly from: string
}

/** The sentence of a persona whom nobody has quoted: a need, or else what tells most about how she gets by. */
function sentenceFor(fields: Written, found: Found): Sentence | undefined {
  if (fields['quote'] !== undefined || fields['need'] !== undefined) return undefined
  const list = (name: string): readonly string[] => textsOf(fields[name])
  const access = list('access')
  const doing = access.find((text) =>
    /^(uses?|needs?|wants?|relies|has to|adjusts?|does|cannot|can’t|always)\b/i.test(text),
  )
  const candidates: readonly (readonly [string | undefined, string])[] = [
    [list('needs')[0], 'needs'],
    [doing, 'access'],
    [list('goals')[0], 'goals'],
    [list('frustrations')[0], 'frustrations'],
    [access.at(-1), 'access'],
    [needIn(found.prose), 'description'],
  ]
  const chosen = candidates.find(([text]) => text !== undefined)
  return chosen?.[0] === undefined ? undefined : { text: sentenceCase(chosen[0]), from: chosen[1] }
}

function needIn(prose: string | undefined): string | undefined {
  return sentences(prose ?? '').find((sentence) => /\b(needs|wants|has to|relies on|uses)\b/i.test(sentence))
}

function notesOf(fields: Written, written: Written, found: Found, sentence: Sentence | undefined): Note[] {
  const line = found.line === undefined ? {} : { line: found.line }
  const taken = Object.keys(fields).filter((name) => {
    return written[name] === undefined && !['name', 'evidence', 'need', 'quote'].includes(name)
  })
  const notes: Note[] = []
  if (sentence !== undefined) {
    notes.push({
      ...line,
      field: 'need',
      severity: 'note',
      message: `Nobody is quoted, so the wall says “${sentence.text}”, from ${NAMES[sentence.from] ?? sentence.from}.`,
      hint: 'Write quote: with her own words, or need: with ours, in the front matter.',
    })
  }
  if (found.quote !== undefined && written['quote'] === undefined) {
    notes.push({
      ...(found.quoteLine === undefined ? {} : { line: found.quoteLine }),
      field: 'quote',
      severity: 'note',
      message: `We took “${found.quote}” as her words.`,
      hint: 'Write quote: in the front matter to say otherwise.',
    })
  }
  if (taken.length > 0) {
    const told = taken.map((name) => `${NAMES[name] ?? name}${short(fields[name])}`).join('; ')
    notes.push({
      ...line,
      severity: 'note',
      message: `We took from the page: ${told}.`,
      hint: 'Write the field in the front matter to say otherwise.',
    })
  }
  return notes
}

const NAMES: Readonly<Record<string, string>> = {
  access: 'access needs',
  job: 'job to be done',
  values: 'what they value',
  unknown: 'what we do not know',
}

function short(value: unknown): string {
  if (Array.isArray(value)) return ` (${value.length})`
  return ` “${String(value)}”`
}
