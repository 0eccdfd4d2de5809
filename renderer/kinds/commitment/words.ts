import { tableFor } from '../../ui/messages.ts'
import type { State } from './read.ts'

/** The product's own words about a promise. */
export interface CommitmentWords {
  readonly youSaid: string
  readonly weDid: Readonly<Record<State, string>>
  readonly whatHappened: string
  readonly promisedBy: (owner: string) => string
  readonly kept: string
  keptEarly(days: number): string
  keptLate(days: number): string
  readonly keptInTime: string
  due(date: string): string
  late(date: string): string
  dropped(date: string | undefined): string
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

const en: CommitmentWords = {
  youSaid: 'You said',
  weDid: { kept: 'We did', due: 'We promise', late: 'We promised', dropped: 'We promised' },
  whatHappened: 'What happened?',
  promisedBy: (owner) => `Promised by ${owner}`,
  kept: 'Kept',
  keptEarly: (count) => `Kept, ${days(count)} early`,
  keptLate: (count) => `Kept, ${days(count)} late`,
  keptInTime: 'Kept in time',
  due: (date) => `Due ${date}`,
  late: (date) => `Late. It was due ${date}`,
  dropped: (date) => (date === undefined ? 'Dropped' : `Dropped ${date}`),
}

/** English where there is no table for the language yet. */
export function commitmentWords(language: string): CommitmentWords {
  return tableFor({ en }, language)
}
