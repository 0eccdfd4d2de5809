import { localMinute } from '../renderer/core/local-time.ts'
import { tellReasons, tellSpan } from '../renderer/core/rotation/reasons.ts'
import type { SimulatedPlay } from './simulation.ts'
import type { ItemCount, SimulationCount } from './simulation-count.ts'

/** A simulation in plain words, for a terminal. */

export interface LineOptions {
  readonly zone: string
  readonly title: (id: string) => string
}

/** All but the timeline. */
export function toldSimulation(count: SimulationCount): string {
  const { plays, blankMinutes } = count
  const { slides, emptyMinutes, shownMs, spanMs } = count.details
  return [
    `${number(plays)} items came, in ${number(slides)} slides, over ${tellSpan(spanMs)}; something was on for ${percent(shownMs / spanMs)} of it.`,
    `Blank minutes: ${number(blankMinutes)}.${emptyMinutes > 0 ? ` In ${number(emptyMinutes)} minutes nothing in the room might be shown.` : ''}`,
    '',
    ...shareLines(count),
    '',
    ...gapLines(count),
    ...promiseLines(count),
    ...reasonLines(count),
  ].join('\n')
}

/** A slide, and why it came. */
export function timelineLine({ play, kind, from, to }: SimulatedPlay, { zone, title }: LineOptions): string {
  const seconds = `${Math.round((to - from) / 1_000)} s`.padStart(5)
  const part = play.part > 0 ? `, slide ${play.part + 1}` : ''
  const name = `${kind}: ${shortened(title(play.itemId))}${part}`
  return `  ${localMinute(from, zone).replace('T', ' ')}  ${seconds}  ${name}. ${tellReasons(play.reasons)}`
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`
}

function shareLines({ byKind, byItem }: SimulationCount): string[] {
  const kinds = Object.entries(byKind).map(
    ([kind, { due, given, plays }]) =>
      `  ${kind.padEnd(12)} due ${percent(due).padStart(7)}  given ${percent(given).padStart(7)}  ${number(plays).padStart(9)} times`,
  )
  const worst = byItem.reduce<ItemCount | undefined>(
    (most, each) =>
      !most || Math.abs(each.given - each.due) > Math.abs(most.given - most.due) ? each : most,
    undefined,
  )
  const never = byItem.filter(({ plays }) => plays === 0).length
  return [
    'Time on the wall by kind:',
    ...kinds,
    ...(worst
      ? [`Furthest from its share: ${worst.id}, due ${percent(worst.due)}, given ${percent(worst.given)}.`]
      : []),
    `${byItem.length - never} of ${byItem.length} items that might be shown were on${never > 0 ? `; ${never} had no turn in this time` : ''}.`,
  ]
}

const GAPS_TOLD = 3

function gapLines({ details }: SimulationCount): string[] {
  const gaps = details.gaps.slice(0, GAPS_TOLD)
  if (gaps.length === 0) return []
  return [
    'Longest away between two showings:',
    ...gaps.map(({ id, longestMs }) => `  ${tellSpan(longestMs).padEnd(12)} ${id}`),
    '',
  ]
}

function promiseLines({ details: { promises } }: SimulationCount): string[] {
  if (promises.length === 0) return []
  const lines = promises.flatMap(({ promise, kept, missed, late, why }) => {
    const names = late.slice(0, 5).join(', ')
    const end = late.length > 0 ? ` Late at the end: ${names}${late.length > 5 ? ' and others' : ''}.` : ''
    const told = `  ${promise}: kept ${number(kept)} times, missed ${number(missed)}.${end}`
    return [told, ...why.map((sentence) => `    ${sentence}`)]
  })
  return ['Promises, by the time in which the wall turned:', ...lines, '']
}

const REASONS: Readonly<Record<string, string>> = {
  opening: 'the room showed its range first',
  due: 'its turn had come',
  promise: 'a promise asked for it',
  story: 'it went on with a story',
  alone: 'nothing else had a turn left in the round',
  relaxed: 'the mix could not be kept in full',
  pinned: 'it was pinned',
  takeover: 'it took over',
  resumed: 'the wall began anew with it',
  continued: 'the next slide of the same item',
  replayed: 'somebody asked for it again',
}

function reasonLines({ details: { reasons } }: SimulationCount): string[] {
  const lines = Object.entries(reasons)
    .toSorted(([, a], [, b]) => b - a)
    .map(([type, times]) => `  ${number(times).padStart(9)} ${REASONS[type] ?? type}`)
  return ['Why slides came (one may have several reasons):', ...lines]
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`
}

function number(value: number): string {
  return value.toLocaleString('en')
}
