import type { Problem } from '../renderer/core/problem.ts'
import { DISPLAY, type Standing, type StandingFacts } from '../renderer/core/standing.ts'

/** An item that is in the room and not on the wall. Neither reasons nor remedy quote it: they go to terminals and logs. */
export interface NotShown {
  /** POSIX path relative to the content folder. */
  readonly path: string
  /** 1-based line in that file. */
  readonly line: number
  readonly standing: Standing['state']
  readonly reasons: readonly string[]
  /** What a curator can do about it; empty where the reasons say so themselves. */
  readonly remedy: string
}

/** Lines that are named where many rows of a table wait for the same thing. */
const LINES_NAMED = 3

const STATES: Readonly<Record<Exclude<Standing['state'], 'shown'>, string>> = {
  withheld: 'withheld',
  expired: 'expired',
  'not-yet': 'not yet shown',
  hidden: 'hidden',
  closed: 'not shown at this time',
}

/** Nobody waits for anything: it is so because somebody wants it so. */
const DECIDED: readonly Standing['state'][] = ['not-yet', 'hidden', 'closed']

/**
 * Why these items are not on the wall: one warning for what waits for somebody, one note for what was decided so.
 * Items of one file with the same reasons are one line. Those that are shown are passed over.
 */
export function tellNotShown(items: Iterable<NotShown>): Problem[] {
  const groups = new Map<string, { readonly first: NotShown; readonly lines: number[] }>()
  for (const item of items) {
    if (item.standing === 'shown') continue
    const key = JSON.stringify([item.path, item.standing, item.reasons])
    const group = groups.get(key)
    if (group) group.lines.push(item.line)
    else groups.set(key, { first: item, lines: [item.line] })
  }
  return [...groups.values()].map(({ first, lines }) => problemOf(first, lines))
}

function problemOf({ path, standing, reasons, remedy }: NotShown, lines: readonly number[]): Problem {
  const state = standing === 'shown' ? '' : STATES[standing]
  const sorted = lines.toSorted((a, b) => a - b)
  const subject =
    lines.length === 1 ? capital(state) : `${lines.length} items ${state} (lines ${named(sorted)})`
  return {
    path,
    line: Math.max(1, sorted[0] ?? 1),
    severity: DECIDED.includes(standing) ? 'note' : 'warning',
    message: `${subject}: ${reasons.join(' ')}`,
    hint: remedy,
  }
}

function named(lines: readonly number[]): string {
  const more = lines.length - LINES_NAMED
  const first = lines.slice(0, LINES_NAMED).join(', ')
  return more > 0 ? `${first} and ${more} more` : first
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** What a curator can do, in a sentence or two; empty where it is shown or the reasons say it themselves. */
export function remedyOf(standing: Standing, facts: StandingFacts): string {
  switch (standing.state) {
    case 'shown':
      return ''
    case 'withheld':
      return withheldRemedy(facts)
    case 'expired':
      return 'To show it again, renew the consent or change the date; otherwise take it out of the folder.'
    case 'not-yet':
      return 'Nothing has to be done; to show it sooner, change from.'
    case 'hidden':
      return 'To show it, take hidden away from it in room.yaml.'
    case 'closed':
      return 'Nothing has to be done; to show it at other times, change its dayparts in room.yaml.'
  }
}

function withheldRemedy({ basis, consent, personalData, withheldBecause }: StandingFacts): string {
  if (consent?.withdrawn !== undefined) return 'Take it out of the folder.'
  if (basis === 'consent' && !isConsent(consent)) return `${RECORD}. ${NOBODY_SEEN}`
  if (basis !== 'none' && consent === undefined) return `${RECORD}${OR_PUBLISHED}.`
  if (consent !== undefined && 'purposes' in consent && !consent.purposes.includes(DISPLAY)) return ASK
  // These reasons end with what to do.
  if (personalData.length > 0 || withheldBecause !== undefined) return ''
  return 'If these people are to see it, change whom it is for in its file; otherwise it may stay so.'
}

/** A public source is a basis for words alone. */
function isConsent(basis: StandingFacts['consent']): boolean {
  return basis !== undefined && !('public_source' in basis)
}

const RECORD = `Write down who agreed: consent: with who, given, purposes: [${DISPLAY}] and audience`
const OR_PUBLISHED = ', or public_source: with the place where it was published'
const NOBODY_SEEN = 'For a picture in which nobody can be recognised, write people: none.'
const ASK = `Ask for consent to show it, and write ${DISPLAY} among its purposes.`
