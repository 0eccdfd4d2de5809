import { isDue } from '../../core/due.ts'
import { formatDate } from '../../ui/dates.ts'
import { wordsLanguage } from '../../ui/messages.ts'
import type { CommitmentBody } from './schema.ts'
import { commitmentWords } from './words.ts'

/** How a promise stands, in words, as of today where that is known: `YYYY-MM-DD`. */
export function stateText({ state, due, done }: CommitmentBody, language: string, today?: string): string {
  const words = commitmentWords(language)
  const date = formatDate(due, wordsLanguage(language))
  switch (state) {
    case 'due':
      return asksWhatHappened({ state, due }, today) && due.slice(0, 10) !== today
        ? words.late(date)
        : words.due(date)
    case 'late':
      return words.late(date)
    case 'dropped':
      return words.dropped(done && formatDate(done, wordsLanguage(language)))
    case 'kept': {
      const early = done === undefined ? undefined : daysBetween(done, due)
      if (early === undefined) return words.kept
      if (early === 0) return words.keptInTime
      return early > 0 ? words.keptEarly(early) : words.keptLate(-early)
    }
  }
}

/** Its day has come, and nobody has said what became of it. */
export function asksWhatHappened(body: Pick<CommitmentBody, 'state' | 'due'>, today?: string): boolean {
  return today !== undefined && isDue(body, today)
}

const DAY = /^\d{4}-\d{2}-\d{2}/
const DAY_MS = 86_400_000

/** Whole days from one day to another; 0 where either is known only to the month or year and they agree. Undefined where they do not. */
export function daysBetween(from: string, to: string): number | undefined {
  if (DAY.test(from) && DAY.test(to)) {
    return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY_MS)
  }
  const precise = Math.min(from.length, to.length, 10)
  return from.slice(0, precise) === to.slice(0, precise) ? 0 : undefined
}
