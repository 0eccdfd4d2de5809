import type { Cue, Draft } from '../../core/draft.ts'
import { type Aliases, fieldKey, type NamedFields, type Note, nameFields } from '../../core/draft-fields.ts'
import { isMap, textOf } from '../../core/draft-values.ts'
import { guessRoles, type SpeakerRole as Role, roleOf } from '../../core/speaker-role.ts'
import { initialsOf, looksLikeName } from './person-names.ts'

/** Who speaks: as the front matter says, else as the names in the transcript suggest, which is told in a note. */

interface ReadSpeaker {
  readonly name: string
  readonly role: Role
  readonly label?: string | undefined
}

export interface Speakers {
  readonly speakers: readonly ReadSpeaker[]
  readonly indexOf: (cue: Cue, index: number) => number
  readonly notes: readonly Note[]
}

const SPEAKER_ALIASES: Aliases = {
  name: ['speaker', 'id', 'voice'],
  role: ['side', 'is'],
  label: ['shown as', 'description', 'descriptor', 'title'],
}

/** The name of a voice that the transcript does not name. */
const UNNAMED = 'Speaker'

export function findSpeakers(draft: Draft, named: NamedFields, cues: readonly Cue[]): Speakers {
  const written = writtenSpeakers(named.values['speakers'])
  const voices = voicesOf(cues)
  const names = [
    ...new Set([...written.map(({ name }) => name), ...voices].map((name) => knownAs(name, written))),
  ]
  const known = new Map(written.map((speaker) => [fieldKey(speaker.name), speaker]))
  const guessed = guessRoles(names.filter((name) => known.get(fieldKey(name))?.role === undefined))
  const speakers = names.map((name): ReadSpeaker => {
    const given = known.get(fieldKey(name))
    return { name, role: given?.role ?? guessed.get(name) ?? 'other', label: given?.label }
  })
  const labelled = withCaller(speakers, textOf(named.values['caller']))
  const index = new Map(labelled.map((speaker, place) => [fieldKey(speaker.name), place]))
  const isNamed = ({ name }: ReadSpeaker): boolean => !known.has(fieldKey(name)) && looksLikeName(name)
  return {
    speakers: labelled.map((each) => (isNamed(each) ? { ...each, name: initialsOf(each.name) } : each)),
    indexOf: (_cue, place) => index.get(fieldKey(voices[place] ?? '')) ?? 0,
    notes:
      cues.length === 0
        ? []
        : [
            ...notesOf(draft, labelled, guessed, written, voices),
            ...(labelled.some(isNamed) ? [initialsNote(draft)] : []),
          ],
  }
}

/** One name a cue. A cue without a name goes on with the voice before it, as most transcripts mean it. */
function voicesOf(cues: readonly Cue[]): string[] {
  let voice = UNNAMED
  return cues.map((cue) => {
    voice = textOf(cue.speaker) ?? voice
    return voice
  })
}

interface WrittenSpeaker {
  readonly name: string
  readonly role?: Role | undefined
  readonly label?: string | undefined
}

/** A list of names, roles and labels; or `Caller: customer`, one a line. */
function writtenSpeakers(value: unknown): WrittenSpeaker[] {
  if (Array.isArray(value))
    return value.flatMap((entry) => (isMap(entry) ? speakerOf(entry) : byName(textOf(entry))))
  if (!isMap(value)) return byName(textOf(value))
  return Object.entries(value).flatMap(([name, about]) => {
    return isMap(about) ? speakerOf({ name, ...about }) : [{ name, role: roleOf(textOf(about)) }]
  })
}

function speakerOf(entry: Readonly<Record<string, unknown>>): WrittenSpeaker[] {
  const { values } = nameFields(entry, SPEAKER_ALIASES)
  const name = textOf(values['name'])
  if (name !== undefined)
    return [{ name, role: roleOf(textOf(values['role'])), label: textOf(values['label']) }]
  const [pair] = Object.entries(entry)
  return pair ? [{ name: pair[0], role: roleOf(textOf(pair[1])) }] : []
}

function byName(name: string | undefined): WrittenSpeaker[] {
  return name === undefined ? [] : [{ name }]
}

function knownAs(name: string, written: readonly WrittenSpeaker[]): string {
  return written.find((speaker) => fieldKey(speaker.name) === fieldKey(name))?.name ?? name
}

/** `caller: Caller, 71` describes the customer of the call. */
function withCaller(speakers: readonly ReadSpeaker[], caller: string | undefined): ReadSpeaker[] {
  const first = speakers.findIndex((speaker) => speaker.role === 'customer')
  return speakers.map((speaker, index) =>
    index === first && caller !== undefined ? { ...speaker, label: speaker.label ?? caller } : speaker,
  )
}

function notesOf(
  draft: Draft,
  speakers: readonly ReadSpeaker[],
  guessed: ReadonlyMap<string, Role>,
  written: readonly WrittenSpeaker[],
  voices: readonly string[],
): Note[] {
  const line = draft.lines['speakers']
  const place = line === undefined ? {} : { line }
  const notes: Note[] = []
  const told = speakers
    .filter(({ name }) => guessed.has(name))
    .map(({ name, role }) => `${name} as ${ROLE_WORDS[role]}`)
  if (told.length > 0) {
    notes.push({
      ...place,
      field: 'speakers',
      severity: 'note',
      message: `We took ${told.join(', ')}.`,
      hint: 'Write speakers: with name and role (customer, us or other) to say otherwise.',
    })
  }
  const spoken = new Set(voices.map(fieldKey))
  const silent = written.filter(({ name }) => !spoken.has(fieldKey(name))).map(({ name }) => name)
  if (silent.length > 0) {
    notes.push({
      ...place,
      field: 'speakers',
      severity: 'warning',
      message: `Nobody in the transcript is called ${silent.join(' or ')}.`,
      hint: `The transcript has ${[...new Set(voices)].join(', ')}: write the names alike in both files.`,
    })
  }
  return notes
}

function initialsNote(draft: Draft): Note {
  const line = draft.lines['speakers']
  return {
    ...(line === undefined ? {} : { line }),
    field: 'speakers',
    severity: 'note',
    message:
      'The transcript calls voices by what look like people’s names; the wall shows initials in their place.',
    hint: 'Write speakers: with each name and its role, and what it is to be called into the transcript.',
  }
}

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  customer: 'the customer',
  us: 'one of us',
  other: 'somebody else',
}
