import { localDate } from '../renderer/core/item.ts'
import { beginOf } from '../renderer/core/local-time.ts'
import { firstInstant } from '../renderer/core/zoned.ts'

/** What npm run simulate is asked for, read and checked. */

export const USAGE = `npm run simulate -- DIR --from 2026-03-01 --to 2026-04-01 [--screen NAME] [--seed N] [--why ID] [--json] [--timeline] [--svg FILE]

Plays the room in DIR from one time until just before another, without a wall and without waiting, and tells what was
shown, how it compares with what was due, which promises were kept and why each item came. Times are the room's own;
with an offset or Z at their end they are just that. --why tells of one item why it is on or is not; --timeline tells
every slide; --svg draws the week by hour and kind. Ends with 0, with 1 where a minute was blank, with 2 for wrong use.`

export interface Asked {
  readonly folder: string
  readonly from: string
  readonly to: string
  /** Absent where it was not named. */
  readonly screen: string | undefined
  readonly seed: number
  readonly json: boolean
  readonly timeline: boolean
  readonly svg?: string | undefined
  /** The item that is asked about. */
  readonly why?: string | undefined
}

const VALUES = ['--from', '--to', '--screen', '--seed', '--svg', '--why'] as const
const SWITCHES = ['--json', '--timeline'] as const

/** What was asked for, or what is wrong with it. */
export function parseArguments(args: readonly string[]): Asked | { readonly wrong: string } {
  const rest = [...args]
  const given = new Map<string, string>()
  let folder: string | undefined
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [name = '', inline] = arg.startsWith('-') ? arg.split(/=(.*)/s) : ['']
    if (SWITCHES.some((each) => each === arg)) given.set(arg, 'yes')
    else if (VALUES.some((each) => each === name)) {
      const value = inline ?? rest.shift()
      if (value === undefined || value.trim() === '' || value.startsWith('--'))
        return { wrong: `${name} needs a value.` }
      if (given.has(name)) return { wrong: `${name} is given twice.` }
      given.set(name, value)
    } else if (name !== '') return { wrong: `There is no option ${name}.` }
    else if (folder !== undefined) return { wrong: 'Name one folder.' }
    else folder = arg
  }
  return asked(folder, given)
}

function asked(
  folder: string | undefined,
  given: ReadonlyMap<string, string>,
): Asked | { readonly wrong: string } {
  const [from, to, seed] = [given.get('--from'), given.get('--to'), Number(given.get('--seed') ?? 1)]
  if (folder === undefined || folder === '') return { wrong: 'Name the folder of the room.' }
  if (from === undefined || to === undefined) return { wrong: 'Say from when to when: --from and --to.' }
  if (!Number.isSafeInteger(seed)) return { wrong: '--seed has to be a whole number.' }
  const [json, timeline] = [given.has('--json'), given.has('--timeline')]
  return {
    ...{ folder, from, to, seed, json, timeline },
    screen: given.get('--screen'),
    svg: given.get('--svg'),
    why: given.get('--why'),
  }
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2}(\.\d+)?)?(z|[+-]\d\d:?\d\d)$/i

/** An instant, ms since 1970 UTC; undefined where the text is none. Without an offset it is a time in `zone`. */
export function readInstant(text: string, zone: string): number | undefined {
  const [, day, minute] = INSTANT.exec(text) ?? []
  if (day !== undefined) {
    // A date that is in no calendar would be taken for one in the next month.
    const ms = localDate.safeParse(`${day}T${minute}`).success ? Date.parse(text) : Number.NaN
    return Number.isNaN(ms) ? undefined : ms
  }
  const date = localDate.safeParse(text.replace(/^(\S{16}):\d\d(\.\d+)?$/, '$1'))
  return date.success ? firstInstant(zone, beginOf(date.data)) : undefined
}

/** Twenty years, in ms: whoever asks for more has mistyped a year. */
const LONGEST_MS = 20 * 366 * 86_400_000

export interface Range {
  readonly begin: number
  readonly end: number
}

/** The time that is asked for, or what is wrong with it. */
export function readRange({ from, to }: Asked, zone: string): Range | { readonly wrong: string } {
  const [begin, end] = [readInstant(from, zone), readInstant(to, zone)]
  const odd = begin === undefined ? ['--from', from] : end === undefined ? ['--to', to] : undefined
  if (odd) return { wrong: `${odd[0]} ${odd[1]} is no time: write 2026-03-01 or 2026-03-01T09:00.` }
  if (begin === undefined || end === undefined || begin >= end)
    return { wrong: `--from has to be earlier than --to: ${from} is not before ${to}.` }
  if (end - begin > LONGEST_MS) return { wrong: 'That is more than twenty years: ask for a shorter time.' }
  return { begin, end }
}
