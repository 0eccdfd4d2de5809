import {
  REMEDIES,
  type RemedyType,
  type WorkAnswer,
  type WorkEntry,
  type WorkQuestion,
} from '../../renderer/core/admin/work-list.ts'
import type { Card } from '../../renderer/core/deck.ts'
import type { JudgedCard } from '../../renderer/core/deck-keeper.ts'
import { evenly } from '../../renderer/core/hash.ts'
import { localMinute } from '../../renderer/core/local-time.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import { roomZone } from '../../renderer/core/screen-state.ts'
import { remedyOf } from '../withheld.ts'
import { type Clocks, itemRemedy, problemRemedy, type RemedyContext } from './remedies.ts'
import type { RoomNow } from './room-now.ts'
import { eachInSlices } from './slices.ts'

/** All that waits for a person, the gravest first. Made anew when the room is another, or its minute. */
export interface WorkList {
  ask(question: WorkQuestion): Promise<WorkAnswer>
  /** Of all items of the line of this key. */
  ids(key: string): Promise<{ readonly ids: readonly string[] }>
}

/** Items that are named of a line. */
const MOST_IDS = 100

interface Group {
  readonly first: JudgedCard
  readonly path: string
  readonly lines: { readonly line: number; readonly id: string }[]
}

interface Made {
  readonly of: readonly unknown[]
  readonly entries: readonly WorkEntry[]
  /** Lines that do not name all of their items. */
  readonly long: ReadonlyMap<string, Group>
}

export function makeWorkList(room: RoomNow): WorkList {
  let made: Made | undefined

  async function look(): Promise<Made> {
    const { cards, curation } = room.index.state()
    const of = [cards, curation, JSON.stringify(room.problems()), Math.floor(room.clock.now() / 60_000)]
    if (made && of.every((each, at) => each === made?.of[at])) return made
    const now = room.standingTime()
    const context: RemedyContext = {
      curation,
      screen: room.screen,
      minute: localMinute(now, roomZone(curation, now)),
    }
    const clocks = { clock: room.clock.now(), latest: now }
    const groups = await groupsOf([...room.notShown()], room)
    const ofItems = groups.map((group) => ({ group, entry: itemEntry(group, context) }))
    const all = [
      ...ofItems.map(({ entry }) => entry),
      ...room.problems().map((each) => problemEntry(each, clocks)),
    ]
    const long = ofItems.filter(({ entry }) => entry.items > entry.ids.length)
    made = {
      of,
      entries: all.sort(gravestFirst),
      long: new Map(long.map(({ group, entry }) => [entry.key, group])),
    }
    return made
  }

  return {
    async ask({ remedy, notes = false, from, count }) {
      const all = (await look()).entries.filter(({ severity }) => notes || severity !== 'note')
      const asked = remedy === undefined ? all : all.filter((each) => each.remedy.type === remedy)
      return {
        revision: room.index.state().revision,
        total: asked.length,
        entries: asked.slice(from, from + count),
        counts: countsOf(all),
      }
    },
    async ids(key) {
      const { entries, long } = await look()
      const all = long.get(key)?.lines.map(({ id }) => id)
      return { ids: all ?? entries.find((each) => each.key === key)?.ids ?? [] }
    },
  }
}

/** Items of one file that wait for the same thing are one line. What waits for its daypart comes by itself. */
async function groupsOf(judged: readonly JudgedCard[], room: RoomNow): Promise<Group[]> {
  const waiting = judged.filter(({ standing }) => standing.state !== 'closed')
  const places = room.index.places(new Set<Card>(waiting.map(({ card }) => card)))
  const groups = new Map<string, Group>()
  await eachInSlices(waiting.length, (at) => {
    const found = waiting[at]
    if (!found || found.standing.state === 'shown') return
    const { path, line } = places.get(found.card.id) ?? { path: found.card.id, line: 1 }
    const key = JSON.stringify([path, found.standing.state, found.standing.reasons])
    const group = groups.get(key) ?? { first: found, path, lines: [] }
    groups.set(key, group)
    group.lines.push({ line, id: found.card.id })
  })
  return [...groups.values()]
}

function itemEntry({ first, path, lines }: Group, context: RemedyContext): WorkEntry {
  const { card, standing } = first
  const sorted = lines.sort((a, b) => a.line - b.line)
  const state = standing.state === 'shown' ? 'hidden' : standing.state
  const reasons = standing.state === 'shown' ? [] : standing.reasons
  return {
    key: keyOf('items', path, state, reasons),
    severity: state === 'withheld' || state === 'expired' ? 'warning' : 'note',
    path,
    line: Math.max(1, sorted[0]?.line ?? 1),
    message: reasons.join(' '),
    hint: remedyOf(standing, card.facts),
    remedy: itemRemedy(first, context),
    standing: state,
    items: sorted.length,
    ids: sorted.slice(0, MOST_IDS).map(({ id }) => id),
    title: card.title,
    kind: card.kind,
  }
}

function problemEntry(problem: Problem, clocks: Clocks): WorkEntry {
  const { path, line, field, severity, message, hint, item } = problem
  return {
    key: keyOf('problem', path, line, field, message),
    severity,
    path,
    line: line ?? 1,
    ...(field === undefined ? {} : { field }),
    message,
    hint,
    remedy: problemRemedy(problem, clocks),
    items: 0,
    ids: item === undefined ? [] : [item],
  }
}

function keyOf(...parts: readonly unknown[]): string {
  return evenly(JSON.stringify(parts)).toString(36).slice(2)
}

const SEVERITIES: Readonly<Record<Problem['severity'], number>> = { error: 0, warning: 1, note: 2 }
const GRAVITY = new Map<RemedyType, number>(REMEDIES.map((remedy, gravity) => [remedy, gravity]))

/** Errors, then what waits, then what was decided; within each by remedy, then what concerns most items, then by place. */
function gravestFirst(a: WorkEntry, b: WorkEntry): number {
  return (
    SEVERITIES[a.severity] - SEVERITIES[b.severity] ||
    (GRAVITY.get(a.remedy.type) ?? 0) - (GRAVITY.get(b.remedy.type) ?? 0) ||
    b.items - a.items ||
    (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1)
  )
}

function countsOf(entries: readonly WorkEntry[]): WorkAnswer['counts'] {
  const counts = Object.fromEntries(REMEDIES.map((remedy) => [remedy, 0])) as Record<RemedyType, number>
  for (const { remedy } of entries) counts[remedy.type] += 1
  return counts
}
