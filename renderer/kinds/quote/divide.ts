import { type Dialogue, dialogueIn, type Turn } from '../../core/dialogue.ts'
import type { Draft } from '../../core/draft.ts'
import { meantField, type Note } from '../../core/draft-fields.ts'
import { isMap, textOf } from '../../core/draft-values.ts'
import { guessRoles, roleOf, type SpeakerRole } from '../../core/speaker-role.ts'
import { QUOTE_ALIASES } from './read.ts'

/** A conversation in a file: each thing of substance that the customer said is a verbatim, what we said is none. */

/** Words of a line that says something by itself; “Yes, please” does not. */
const WORDS = 5
/** Characters that say as much in a script without spaces. */
const CHARACTERS = 14
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu

/** The draft itself where it holds no conversation. What the file says of all of it, such as consent, is true of each line. */
export function divideDialogue(draft: Draft): readonly Draft[] {
  if (draft.sections.length > 0 || textOf(draft.fields['text']) !== undefined) return [draft]
  const found = dialogueIn(draft.fields)
  if (!found) return [draft]
  const roles = rolesOf(found, draft.fields['speakers'])
  const theirs = found.turns.filter(({ speaker }) => roles.get(speaker) === 'customer')
  if (theirs.length === 0) return [only(draft, nobody(found, roles))]
  const spoken = theirs.filter(({ text }) => saysSomething(text))
  if (spoken.length === 0) return [only(draft, nothingSaid(theirs.length))]
  const told = toldOf(found, roles, theirs.length - spoken.length)
  const shared = sharedFields(draft.fields, found.list)
  return spoken.map((turn, index) => lineOf(draft, turn, found, shared, index === 0 ? told : []))
}

function lineOf(draft: Draft, turn: Turn, { list }: Dialogue, shared: object, told: readonly Note[]): Draft {
  const place = `[${turn.place}]`
  const line = draft.lines[`${list}${place}`] ?? draft.lines[place] ?? draft.lines[list] ?? draft.line
  const fields = {
    ...shared,
    text: turn.text,
    ...(turn.id === undefined ? {} : { id: turn.id }),
    ...(turn.date === undefined ? {} : { captured: turn.date }),
  }
  return { ...draft, line, fields, lines: {}, told }
}

/** Of the file's other fields those that we know; the tool's own are about the conversation, not for the wall. */
function sharedFields(fields: Draft['fields'], list: string): Record<string, unknown> {
  const known = Object.entries(fields).filter(([name]) => {
    const field = meantField(name, QUOTE_ALIASES)
    return (
      name !== list &&
      field !== undefined &&
      !['id', 'who', 'text', 'title', 'note', 'from', 'until'].includes(field)
    )
  })
  return Object.fromEntries([...known, ...limits(fields)])
}

/** Limits of who may see it hold as they are written, whatever else the file is. */
function limits(fields: Draft['fields']): [string, unknown][] {
  return ['consent', 'public_source', 'audience', 'cleared', 'from', 'until', 'redact'].flatMap((name) =>
    name in fields ? [[name, fields[name]] as [string, unknown]] : [],
  )
}

/** `speakers: {x1: us, x2: customer}` beside it, else by their names. */
function rolesOf({ turns }: Dialogue, written: unknown): Map<string, SpeakerRole> {
  const guessed = guessRoles([...new Set(turns.map(({ speaker }) => speaker))])
  if (isMap(written))
    for (const [name, role] of Object.entries(written)) {
      const meant = roleOf(textOf(role))
      if (meant !== undefined) guessed.set(name, meant)
    }
  return guessed
}

function saysSomething(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length
  return words >= WORDS || (text.match(SPACELESS)?.length ?? 0) >= CHARACTERS
}

function toldOf({ turns }: Dialogue, roles: ReadonlyMap<string, SpeakerRole>, short: number): Note[] {
  const ours = turns.filter(({ speaker }) => roles.get(speaker) === 'us').length
  const left = [
    ...(ours > 0 ? [`${ours} ${ours === 1 ? 'line' : 'lines'} of ours`] : []),
    ...(short > 0 ? [`${short} of the customer’s that say little by themselves`] : []),
  ]
  const without = left.length === 0 ? '' : ` Left out: ${left.join(' and ')}.`
  const message = `This is a conversation: what the customer says in it are quotes (${namesOf(roles, 'customer')}).${without}`
  const hint =
    'If somebody is on the other side, write speakers: {name: customer, other name: us} into the YAML file beside it.'
  return [{ severity: 'note', message, hint }]
}

/** Sides, not people: a name that tells no side is not repeated. */
function namesOf(roles: ReadonlyMap<string, SpeakerRole>, side: SpeakerRole): string {
  const names = [...roles].filter(([, role]) => role === side).map(([name]) => name)
  return names.every((name) => roleOf(name) !== undefined) ? names.join(', ') : `${names.length} speaker`
}

function only(draft: Draft, told: Note): Draft {
  return { ...draft, fields: Object.fromEntries(limits(draft.fields)), told: [told] }
}

function nobody({ turns }: Dialogue, roles: ReadonlyMap<string, SpeakerRole>): Note {
  const names = [...roles.keys()].slice(0, 4)
  return {
    line: 1,
    severity: 'error',
    message: `This is a conversation of ${turns.length} lines, and nothing in it tells which speaker is the customer.`,
    hint: `Write into a YAML file of the same name beside it: speakers: {${names.map((name, index) => `${JSON.stringify(name)}: ${index === 0 ? 'us' : 'customer'}`).join(', ')}}, each with the side it is on.`,
  }
}

function nothingSaid(count: number): Note {
  return {
    line: 1,
    severity: 'note',
    message: `This is a conversation in which the customer’s ${count} lines say little by themselves, so no quote was made of it.`,
    hint: 'Nothing is to be done. A recording of it belongs into calls/, with its transcript.',
  }
}
