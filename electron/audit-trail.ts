import type { JudgedCard } from '../renderer/core/deck-keeper.ts'
import type { StandingFacts } from '../renderer/core/standing.ts'
import type { Clock } from './clock.ts'
import type { AuditEvent, AuditState, AuditWhat } from './records/audit.ts'
import type { Records } from './records/records.ts'

/** Writes into the audit what changes in who may be shown here, a little at a time, so that a large room does not hold up its wall. */
export interface AuditTrail {
  /** These cards were judged anew, and any other can be asked for; what changed in them is written shortly. */
  look(judged: readonly JudgedCard[], find: (id: string) => JudgedCard | undefined): void
  /** An item is on the wall: its first time here is noted. */
  shown(itemId: string, at: number): void
  /** Nothing of it is kept any more. */
  gone(itemId: string, what: 'removed' | 'erased'): void
  /** Writes what is still waiting. */
  close(): void
}

/** Rows that are written in one go, which takes about 15 ms; the wall has more than as long for itself before the next. */
const BATCH = 500
const PAUSE_MS = 25

export function makeAuditTrail(records: Records, clock: Clock, screen: string): AuditTrail {
  let waiting: AuditEvent[] = []
  let written = 0
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
    records.audit(waiting.slice(written, written + BATCH))
    written = Math.min(waiting.length, written + BATCH)
    if (written < waiting.length) stop = clock.after(PAUSE_MS, write)
    else drop()
  }

  function drop(): void {
    waiting = []
    written = 0
  }

  /** Those that were said to be gone since the last look: whoever is still there is looked at again. */
  const lookAgain = new Set<string>()

  function lookAt({ card, standing }: JudgedCard): void {
    if (!concernsSomebody(card.facts)) return
    const before = states.get(card.id)
    // Between its dayparts nothing changes in who may see it.
    const isShowable = standing.state === 'shown' || standing.state === 'closed'
    const what = isShowable ? 'showable' : standing.state
    const reference = referenceOf(card.facts)
    // What was never showable is no event: it waits in the folder for its consent.
    if (what !== 'showable' && (before === undefined || ENDED.includes(before.what))) return
    if (before?.what === what && before.reference === reference) return
    add(card.id, what, reference)
  }

  return {
    look(judged, find) {
      for (const each of judged) lookAt(each)
      const again = [...lookAgain].flatMap((id) => find(id) ?? [])
      for (const each of again) lookAt(each)
      lookAgain.clear()
    },
    shown(itemId, at) {
      const before = states.get(itemId)
      if (!before?.shown) add(itemId, 'shown', before?.reference ?? '', at)
    },
    gone(itemId, what) {
      const before = states.get(itemId)
      if (before === undefined || before.what === what || before.what === 'erased') return
      lookAgain.add(itemId)
      add(itemId, what, '')
    },
    close() {
      stop()
      if (written < waiting.length) records.audit(waiting.slice(written))
      drop()
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
