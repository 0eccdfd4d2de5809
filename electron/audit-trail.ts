import type { Card } from '../renderer/core/deck.ts'
import type { Standing, StandingFacts } from '../renderer/core/standing.ts'
import type { Clock } from './clock.ts'
import type { AuditEvent, AuditState, AuditWhat } from './records/audit.ts'
import type { Records } from './records/records.ts'

/** Writes into the audit what changes in who may be shown here, a little at a time, so that a large room does not hold up its wall. */
export interface AuditTrail {
  /** The room as it stands now; what changed since the last look is written shortly. */
  look(cards: readonly Card[], standingOf: (card: Card) => Standing): void
  /** An item is on the wall: its first time here is noted. */
  shown(itemId: string, at: number): void
  /** Nothing of it is kept any more. */
  gone(itemId: string, what: 'removed' | 'erased'): void
  /** Writes what is still waiting. */
  close(): void
}

/** Rows that are written in one go: about 10 ms. */
const BATCH = 400
const PAUSE_MS = 20

export function makeAuditTrail(records: Records, clock: Clock, screen: string): AuditTrail {
  let waiting: AuditEvent[] = []
  let stop = (): void => undefined
  const states = new Map<string, AuditState>(records.auditStates(screen))

  function add(itemId: string, what: AuditWhat, reference: string, at = clock.now()): void {
    const shown = what === 'shown' || (states.get(itemId)?.shown ?? false)
    const state = what === 'shown' ? states.get(itemId) : undefined
    states.set(itemId, { what: state?.what ?? (what === 'shown' ? 'showable' : what), reference, shown })
    waiting.push({ at, what, itemId, screen, reference })
    if (waiting.length === 1) stop = clock.after(PAUSE_MS, write)
  }

  function write(): void {
    const [now, later] = [waiting.slice(0, BATCH), waiting.slice(BATCH)]
    records.audit(now)
    waiting = later
    if (waiting.length > 0) stop = clock.after(PAUSE_MS, write)
  }

  /** A card that stands as it stood when it was last looked at tells nothing new; most of a large room does. */
  let looked = new WeakMap<Card, Standing>()

  function lookAt(card: Card, standing: Standing): void {
    if (looked.get(card) === standing) return
    looked.set(card, standing)
    if (!concernsSomebody(card.facts)) return
    const before = states.get(card.id)
    const what = standing.state === 'shown' ? 'showable' : standing.state
    const reference = referenceOf(card.facts)
    // What was never showable is no event: it waits in the folder for its consent.
    if (what !== 'showable' && (before === undefined || ENDED.includes(before.what))) return
    if (before?.what === what && before.reference === reference) return
    add(card.id, what, reference)
  }

  return {
    look(cards, standingOf) {
      for (const card of cards) lookAt(card, standingOf(card))
    },
    shown(itemId, at) {
      const before = states.get(itemId)
      if (!before?.shown) add(itemId, 'shown', before?.reference ?? '', at)
    },
    gone(itemId, what) {
      const before = states.get(itemId)
      if (before === undefined || before.what === what || before.what === 'erased') return
      looked = new WeakMap()
      add(itemId, what, '')
    },
    close() {
      stop()
      if (waiting.length > 0) records.audit(waiting)
      waiting = []
    },
  }
}

const ENDED: readonly AuditWhat[] = ['removed', 'erased']

/** Nobody agreed to what concerns nobody; of a clearance somebody answers for it. */
function concernsSomebody({ basis, cleared = [] }: StandingFacts): boolean {
  return basis !== 'none' || cleared.length > 0
}

/** On what ground: a reference into the curator's own papers, never a word of the item itself. */
export function referenceOf({ consent, cleared = [] }: StandingFacts): string {
  const answered = cleared.map(({ what, by, date }) => `cleared ${what.join(' and ')} by ${by} on ${date}`)
  const ground =
    consent === undefined
      ? []
      : 'public_source' in consent
        ? ['public source']
        : [`consent of ${consent.who}, given ${consent.given}`]
  return [...ground, ...answered].join('; ')
}
