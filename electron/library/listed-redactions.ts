import type { Draft } from '../../renderer/core/draft.ts'
import { fieldKey, isTableRow, type Note } from '../../renderer/core/draft-fields.ts'
import { isBlank, textsOf } from '../../renderer/core/draft-values.ts'
import type { Item } from '../../renderer/core/item.ts'
import { markedStretches, phrasePattern, redactPhrases, textWithin } from '../../renderer/core/redaction.ts'

/** `redact:` lists words that nobody may read; like `[[ ]]`, it holds for every text of the item, whatever its kind. */

const REDACT: readonly string[] = ['redact', 'redactions', 'redacted', 'hidewords']
/** Most names are none of these, and there are many rows. */
const MAY_LIST = /redact|hide/i
/** Fields that hide something in a medium. They cannot be compared with what an older version hid. */
const HIDES_IN_MEDIA: readonly string[] = [...REDACT, 'mute', 'muteranges', 'muted', 'silence', 'blur']

/** The draft without the listed words. A transcript keeps them: its kind mutes them in the sound too, and blanks them there. */
export function withoutListed(draft: Draft): { draft: Draft; notes: Note[] } {
  const phrases = listedIn(draft)
  if (phrases.length === 0) return { draft, notes: [] }
  const without = <Value>(value: Value): Value => redactPhrases(value, phrases) as Value
  const fields = Object.fromEntries(
    Object.entries(draft.fields).map(([name, value]) => [name, isOwn(name) ? value : without(value)]),
  )
  const { sections, pictures, table } = draft
  const redacted: Draft = {
    ...draft,
    fields,
    sections: without(sections),
    pictures: without(pictures),
    ...(table === undefined ? {} : { table: without(table) }),
  }
  return { draft: redacted, notes: isTableRow(draft) ? [] : notFound(draft, phrases) }
}

function isOwn(name: string): boolean {
  return [...REDACT, 'id', 'kind'].includes(fieldKey(name))
}

function listedIn({ fields }: Draft): string[] {
  // No list of entries is made: a long table asks this of each of its rows.
  const listed: string[] = []
  for (const name in fields) {
    if (!MAY_LIST.test(name) || !REDACT.includes(fieldKey(name))) continue
    const value = fields[name]
    if (!isBlank(value)) listed.push(...textsOf(value))
  }
  return listed
}

function notFound(draft: Draft, phrases: readonly string[]): Note[] {
  // A call says so itself, and waits until its words are found.
  if (draft.transcript !== undefined) return []
  const { sections, pictures, table } = draft
  const fields = Object.entries(draft.fields).filter(([name]) => !isOwn(name))
  const text = textWithin([fields, sections, pictures, table ?? []])
  const missing = phrases.filter((phrase) => !phrasePattern(phrase).test(text))
  if (missing.length === 0) return []
  const line = draft.lines['redact']
  return [
    {
      ...(line === undefined ? {} : { line }),
      field: 'redact',
      severity: 'warning',
      message: `${missing.length === 1 ? 'One of the words' : `${missing.length} of the words`} to redact cannot be found in the text.`,
      hint: 'Write it as the text spells it, or take it out of the list.',
    },
  ]
}

/** What a draft hides: words, and whether something in a picture or a recording. */
export interface Hidden {
  readonly words: readonly string[]
  readonly inMedia: boolean
}

export function hiddenIn(draft: Draft): Hidden {
  const inMedia = Object.entries(draft.fields).some(
    ([name, value]) => HIDES_IN_MEDIA.includes(fieldKey(name)) && !isBlank(value),
  )
  const { fields, sections, transcript, table } = draft
  const marked = markedStretches([fields, sections, transcript ?? [], table ?? []])
  return { words: [...listedIn(draft), ...marked].filter((word) => word !== ''), inMedia }
}

/** True where an older version says, or may show, what is to be hidden now. */
export function isStillThere(hidden: Hidden, before: Item): boolean {
  if (hidden.inMedia && Object.keys(before.media).length > 0) return true
  const text = textWithin([before.title, before.envelope, before.body])
  return hidden.words.some((word) => phrasePattern(word).test(text))
}
