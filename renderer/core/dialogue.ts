import { isMap, textOf } from './draft-values.ts'
import { plainText } from './plain-text.ts'
import { roleOf } from './speaker-role.ts'

/** Conversations as help desks, chats and researchers export them: one list of turns, each with a speaker and words. */

export interface Turn {
  /** What the export calls whoever speaks: their side where it says one, else a name, which is never shown. */
  readonly speaker: string
  readonly text: string
  /** Place in the list, from 0. */
  readonly place: number
  readonly id?: string | undefined
  /** When it was said, where it is a date and not an offset. */
  readonly date?: string | undefined
}

export interface Dialogue {
  /** Field that holds the list; empty where the file is the list. */
  readonly list: string
  readonly turns: readonly Turn[]
}

const LISTS =
  /^(utterances?|messages|turns|conversations?|conversation_parts|dialog(ue)?s?|comments|entries|exchanges|lines|chat|segments|thread)$/i
const TEXT = ['text', 'body', 'plain_body', 'message', 'content', 'utterance', 'words', 'html_body']
const SPEAKER = [
  'speaker_role',
  'role',
  'author_type',
  'sender_type',
  'speaker',
  'author',
  'sender',
  'from',
  'user',
  'participant',
  'name',
]
const DATES = ['created_at', 'timestamp', 'sent_at', 'date', 'datetime', 'time']
/** Turns that need both, of all; the rest are joins, notes and pictures. */
const MOST = 0.6

/** The one conversation in a file's data; undefined where it holds none. A list of reviews has authors too, but nobody of ours. */
export function dialogueIn(data: unknown): Dialogue | undefined {
  if (Array.isArray(data)) return withBothSides(dialogueOf('', data))
  if (!isMap(data)) return undefined
  for (const [name, value] of Object.entries(data)) {
    // Intercom: `conversation_parts: {conversation_parts: [...]}`
    const list = isMap(value) && Array.isArray(value[name]) ? value[name] : value
    if (!LISTS.test(name) || !Array.isArray(list)) continue
    const found = dialogueOf(name, list)
    if (found) return found
  }
  return undefined
}

function withBothSides(found: Dialogue | undefined): Dialogue | undefined {
  const speakers = new Set(found?.turns.map(({ speaker }) => speaker))
  const isTalk = speakers.size >= 2 && [...speakers].some((speaker) => roleOf(speaker) === 'us')
  return isTalk && speakers.size <= 6 ? found : undefined
}

function dialogueOf(list: string, entries: readonly unknown[]): Dialogue | undefined {
  const turns = entries.flatMap((entry, place) => turnOf(entry, place) ?? [])
  return turns.length >= 2 && turns.length >= entries.length * MOST ? { list, turns } : undefined
}

function turnOf(entry: unknown, place: number): Turn | undefined {
  if (!isMap(entry)) return undefined
  const text = TEXT.map((name) => entry[name]).find((value) => typeof value === 'string')
  const speaker = SPEAKER.flatMap((name) => speakerOf(entry[name]) ?? [])[0]
  if (typeof text !== 'string' || speaker === undefined) return undefined
  const date = DATES.map((name) => textOf(entry[name])).find(
    (value) => value && /^\d{4}-\d\d-\d\d/.test(value),
  )
  return { speaker, text: plainText(text), place, id: idOf(entry['id']), date: date?.slice(0, 10) }
}

/** `"agent"`, `7`, `{type: "admin", name: "Ann"}`. */
function speakerOf(value: unknown): string | undefined {
  if (!isMap(value)) return typeof value === 'string' || typeof value === 'number' ? textOf(value) : undefined
  return [value['role'], value['type'], value['name'], value['id']]
    .map(textOf)
    .find((text) => text !== undefined)
}

function idOf(value: unknown): string | undefined {
  return isMap(value) ? textOf(value['id']) : textOf(value)
}
