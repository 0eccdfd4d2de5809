import {
  type AuditPart,
  CONSENT_STATES,
  type ConsentState,
  type LedgerAnswer,
  type LedgerEntry,
  type LedgerQuestion,
} from '../../renderer/core/admin/ledger.ts'
import type { Card } from '../../renderer/core/deck.ts'
import { AUDIENCES, type Audience, type Consent, type PublicSource } from '../../renderer/core/item.ts'
import { beginOf, endOf, hasBegun, isOver, localMinute } from '../../renderer/core/local-time.ts'
import { roomZone } from '../../renderer/core/screen-state.ts'
import { foldText } from '../../renderer/core/search-text.ts'
import { consentEnd, DISPLAY } from '../../renderer/core/standing.ts'
import { DAY_MS } from '../../renderer/core/week-hours.ts'
import { CSV_MARK, csvRows } from './csv.ts'
import type { RoomNow } from './room-now.ts'
import { eachInSlices } from './slices.ts'

/** The consents of a room, by who gave them. Made anew when the room is another, or its minute. */
export interface Ledger {
  ask(question: LedgerQuestion): Promise<LedgerAnswer>
}

const EXPIRING_DAYS = 60
const MOST_IDS = 100

interface Book {
  readonly entries: readonly LedgerEntry[]
  readonly without: number
}

export function makeLedger(room: RoomNow): Ledger {
  let made: { readonly of: readonly unknown[]; readonly book: Book } | undefined

  async function book(): Promise<Book> {
    const { cards, curation } = room.index.state()
    const now = room.standingTime()
    const of = [cards, curation, Math.floor(now / 60_000)]
    if (made && of.every((each, at) => each === made?.of[at])) return made.book
    const minute = localMinute(now, roomZone(curation, now))
    const accounts = new Map<string, Account>()
    let without = 0
    await eachInSlices(cards.length, (at) => {
      const card = cards[at]
      const consent = card?.facts.consent
      if (!card) return
      if (!consent) {
        if (card.facts.basis !== 'none') without += 1
        return
      }
      const key = 'who' in consent ? `who ${consent.who}` : `public ${consent.public_source}`
      const account = accounts.get(key) ?? new Account(consent)
      accounts.set(key, account)
      account.add(card, consent, minute, room.find(card.id)?.standing.state === 'shown')
    })
    const entries = [...accounts.values()].map((account) => account.entry(minute)).sort(soonestFirst)
    made = { of, book: { entries, without } }
    return made.book
  }

  return {
    async ask({ text, state, from, count }) {
      const { entries, without } = await book()
      const wanted = foldText(text ?? '')
      const told = entries.filter(({ who }) => foldText(who).includes(wanted))
      const asked = state === undefined ? told : told.filter((each) => each.state === state)
      return {
        revision: room.index.state().revision,
        total: asked.length,
        entries: asked.slice(from, from + count),
        counts: countsOf(told),
        without,
      }
    },
  }
}

/** One person's consents, or one publication, added up. */
class Account {
  readonly #first: Consent | PublicSource
  readonly #kinds: Record<string, number> = {}
  readonly #ids: string[] = []
  readonly #purposes = new Set<string>()
  readonly #states = new Set<ConsentState>()
  #audience: readonly Audience[] = AUDIENCES
  #given: string | undefined
  #until: string | undefined
  #withdrawn: string | undefined
  #collected: string | undefined
  #controller: string | undefined
  #items = 0
  #shown = 0

  constructor(first: Consent | PublicSource) {
    this.#first = first
  }

  add(card: Card, consent: Consent | PublicSource, minute: string, isShown: boolean): void {
    this.#items += 1
    if (isShown) this.#shown += 1
    this.#kinds[card.kind] = (this.#kinds[card.kind] ?? 0) + 1
    if (this.#ids.length < MOST_IDS) this.#ids.push(card.id)
    this.#states.add(consentState(consent, minute))
    this.#withdrawn ??= consent.withdrawn
    if ('public_source' in consent) return
    for (const purpose of consent.purposes) this.#purposes.add(purpose)
    this.#audience = this.#audience.filter((each) => consent.audience.includes(each))
    if (this.#given === undefined || consent.given < this.#given) this.#given = consent.given
    const until = consentEnd(consent)
    if (until !== undefined && (this.#until === undefined || endOf(until) < endOf(this.#until)))
      this.#until = until
    this.#collected ??= consent.collected
    this.#controller ??= consent.controller
  }

  entry(minute: string): LedgerEntry {
    const until = this.#until
    const daysLeft = until === undefined ? undefined : Math.floor((endOf(until) - beginOf(minute)) / DAY_MS)
    return {
      who: basisName(this.#first),
      state: CONSENT_STATES.find((state) => this.#states.has(state)) ?? 'valid',
      purposes: [...this.#purposes],
      audience: 'who' in this.#first ? this.#audience : AUDIENCES,
      ...(this.#given === undefined ? {} : { given: this.#given }),
      ...(until === undefined ? {} : { until }),
      ...(this.#withdrawn === undefined ? {} : { withdrawn: this.#withdrawn }),
      ...(daysLeft === undefined ? {} : { daysLeft }),
      ...(this.#collected === undefined ? {} : { collected: this.#collected }),
      ...(this.#controller === undefined ? {} : { controller: this.#controller }),
      items: this.#items,
      shown: this.#shown,
      kinds: this.#kinds,
      ids: this.#ids,
    }
  }
}

/** How a consent stands on a day, whomever it is shown to. */
export function consentState(consent: Consent | PublicSource, minute: string): ConsentState {
  if (consent.withdrawn !== undefined) return 'withdrawn'
  if ('public_source' in consent) return 'public'
  const until = consentEnd(consent)
  if (until !== undefined && isOver(until, minute)) return 'expired'
  if (!consent.purposes.some((purpose) => purpose.trim().toLowerCase() === DISPLAY)) return 'not-display'
  if (!hasBegun(consent.given, minute)) return 'future'
  const isSoon = until !== undefined && endOf(until) - beginOf(minute) <= EXPIRING_DAYS * DAY_MS
  return isSoon ? 'expiring' : 'valid'
}

function soonestFirst(a: LedgerEntry, b: LedgerEntry): number {
  const end = ({ until }: LedgerEntry): number =>
    until === undefined ? Number.POSITIVE_INFINITY : endOf(until)
  const [one, other] = [end(a), end(b)]
  return one === other ? (a.who < b.who ? -1 : 1) : one - other
}

function countsOf(entries: readonly LedgerEntry[]): LedgerAnswer['counts'] {
  const counts = Object.fromEntries(CONSENT_STATES.map((state) => [state, 0])) as Record<ConsentState, number>
  for (const { state } of entries) counts[state] += 1
  return counts
}

/** Every item of one person, or of one publication. */
export function ledgerIds(room: RoomNow, { who, published }: { who: string; published: boolean }): string[] {
  const name = published ? 'public_source' : 'who'
  return room.index
    .state()
    .cards.flatMap(({ id, facts: { consent } }) =>
      consent && name in consent && basisName(consent) === who ? [id] : [],
    )
}

function basisName(consent: Consent | PublicSource): string {
  return 'who' in consent ? consent.who : consent.public_source
}

const AUDIT_ROWS = 5_000
const AUDIT_HEAD = ['row', 'time (UTC)', 'what', 'item', 'screen', 'reference', 'previous hash', 'hash']

/** A part of the audit as CSV. Each row is reckoned again on its way out; the verdict comes with the last part, or where the chain breaks. */
export function auditPart({ records }: Pick<RoomNow, 'records'>, after: number): AuditPart {
  const { rows, verdict } = records.auditPage(after, AUDIT_ROWS)
  const text = csvRows(
    rows.map(({ seq, at, what, itemId, screen, reference, previous, hash }) => [
      seq,
      new Date(at).toISOString(),
      what,
      itemId,
      screen,
      reference,
      previous,
      hash,
    ]),
  )
  const head = after === 0 ? CSV_MARK + csvRows([AUDIT_HEAD]) : ''
  const last = rows.at(-1)
  if (verdict?.ok === false)
    return { text: head + text, verdict: { ok: false, row: verdict.seq, reason: verdict.reason } }
  if (verdict || !last) return { text: head + text, ...(verdict && { verdict }) }
  return { text: head + text, next: last.seq }
}
