import type { Evidence } from '../core/item.ts'

/** The product's own words on the wall. Another language is another table; the compiler names what it lacks. */
export interface Messages {
  readonly evidence: Readonly<Record<Evidence, string>>
  composite(n: string): string
  people(n: string): string
  readonly compositeOfUnknown: string
  readonly needs: string
  readonly givesUpWhen: string
  readonly wants: string
  readonly values: string
  readonly access: string
  readonly weGuessNeeds: string
  readonly weThink: string
  readonly weDoNotKnow: string
  readonly soundOff: string
  /** Of what was heard or seen so many whole months ago. */
  heardAgo(months: number): string
  seenAgo(months: number): string
  readonly stillTrue: string
  readonly continues: string
  readonly continued: string
  readonly momentOfTruth: string
  readonly shownWithConsent: string
  /** Begins the line that says who saw it; a full stop closes it. */
  fieldNoteBy(department: string): string
  readonly seenOnce: string
  readonly followUp: string
  readonly emotion: Readonly<
    Record<'frustration' | 'joy' | 'irritation' | 'surprise' | 'exasperation', string>
  >
  readonly wall: Readonly<Record<'empty' | 'withheld' | 'gone' | 'indexing', readonly [string, string]>>
  position(index: number, count: number): string
}

const en: Messages = {
  evidence: { assumption: 'Assumption.', partial: 'Partial.', research: 'Research.' },
  composite: (n) => `A composite of ${n} people`,
  people: (n) => (n === '1' ? '1 person' : `${n} people`),
  compositeOfUnknown: 'A composite',
  needs: 'Needs',
  givesUpWhen: 'Gives up when',
  wants: 'Wants',
  values: 'Values',
  access: 'Access needs',
  weGuessNeeds: 'Needs, we guess',
  weThink: 'We think',
  weDoNotKnow: 'We do not know',
  soundOff: 'Sound is off. Read along.',
  heardAgo: (months) => `Heard ${ago(months)}`,
  seenAgo: (months) => `Seen ${ago(months)}`,
  stillTrue: 'Is it still true? Go and ask.',
  continues: 'continues',
  continued: 'continued',
  momentOfTruth: 'Moment of truth',
  shownWithConsent: 'Shown with consent',
  fieldNoteBy: (department) => `Field note by ${department}.`,
  seenOnce: 'Seen once.',
  followUp: 'Follow-up',
  emotion: {
    frustration: 'Frustration',
    joy: 'Joy',
    irritation: 'Irritation',
    surprise: 'Surprise',
    exasperation: 'Exasperation',
  },
  wall: {
    empty: [
      'No customer is in the room yet.',
      'Put one true sentence that a customer said into the folder {folder}. It hangs here at once.',
    ],
    withheld: [
      'Nothing here may be shown.',
      'What is in {folder} waits for consent, for its date or for this audience. The curator’s window says which.',
    ],
    gone: ['The folder is out of reach.', 'Reconnect {folder}, and the customers are back.'],
    indexing: ['The room is being hung.', 'What is in {folder} is being read. This takes a moment.'],
  },
  position: (index, count) => `${index} of ${count}`,
}

/** Months up to two years, then years: nobody counts 47 months. */
function ago(months: number): string {
  if (months < 1) return 'this month'
  if (months < 24) return months === 1 ? 'a month ago' : `${months} months ago`
  return `${Math.floor(months / 12)} years ago`
}

/** The language that the product's own words are in for a room: dates beside them are written in it too. */
export function wordsLanguage(language: string): string {
  if (TABLES[language]) return language
  const base = language.split('-')[0] ?? ''
  return TABLES[base] ? language : 'en'
}

const TABLES: Readonly<Record<string, Messages>> = { en }

/** The table for a language tag; English where there is none yet. */
export function messages(language: string): Messages {
  return TABLES[language] ?? TABLES[language.split('-')[0] ?? ''] ?? en
}

/** The same for the words of one kind, which it keeps beside its slide. */
export function tableFor<Words>(
  tables: { readonly en: Words } & Readonly<Record<string, Words>>,
  language: string,
): Words {
  return tables[language] ?? tables[language.split('-')[0] ?? ''] ?? tables.en
}
