import { statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Curation } from '../renderer/core/curation.ts'
import type { Card } from '../renderer/core/deck.ts'
import { localDate } from '../renderer/core/item.ts'
import { beginOf } from '../renderer/core/local-time.ts'
import { MOST_VALUES } from '../renderer/core/rotation/promises.ts'
import { tellReasons } from '../renderer/core/rotation/reasons.ts'
import { roomZone } from '../renderer/core/screen-state.ts'
import { firstInstant } from '../renderer/core/zoned.ts'
import { HeatMap, heatMapSvg } from './heat-map.ts'
import { readRoom } from './library/check.ts'
import { toldSimulation } from './simulate-words.ts'
import { type SimulatedPlay, simulate } from './simulation.ts'

/** npm run simulate: what a wall would show, by the rules of the wall itself, as fast as they can be followed. */

const USAGE = `npm run simulate -- DIR --from 2026-03-01 --to 2026-04-01 [--screen NAME] [--seed N] [--json] [--timeline] [--svg FILE]

Plays the room in DIR from one time until just before another, without a wall and without waiting, and tells what was
shown, how it compares with what was due, which promises were kept and why each item came. Times are the room's own;
with an offset or Z at their end they are just that. --timeline tells every slide; --svg draws the week by hour and kind.
Ends with 0, with 1 where a minute was blank, with 2 for wrong use.`

export interface Asked {
  readonly folder: string
  readonly from: string
  readonly to: string
  readonly screen: string
  readonly seed: number
  readonly json: boolean
  readonly timeline: boolean
  readonly svg?: string | undefined
}

const VALUES = ['--from', '--to', '--screen', '--seed', '--svg'] as const
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
      if (value === undefined || value === '') return { wrong: `${name} needs a value.` }
      given.set(name, value)
    } else if (name !== '') return { wrong: `There is no option ${name}.` }
    else if (folder !== undefined) return { wrong: 'Name one folder.' }
    else folder = arg
  }
  const [from, to, seed] = [given.get('--from'), given.get('--to'), Number(given.get('--seed') ?? 1)]
  if (folder === undefined) return { wrong: 'Name the folder of the room.' }
  if (from === undefined || to === undefined) return { wrong: 'Say from when to when: --from and --to.' }
  if (!Number.isSafeInteger(seed)) return { wrong: '--seed has to be a whole number.' }
  const screen = given.get('--screen') ?? 'default'
  const [json, timeline] = [given.has('--json'), given.has('--timeline')]
  return { folder, from, to, screen, seed, json, timeline, svg: given.get('--svg') }
}

/** An instant, ms since 1970 UTC; undefined where the text is none. Without an offset it is a time in `zone`. */
export function readInstant(text: string, zone: string): number | undefined {
  if (/(z|[+-]\d\d:?\d\d)$/i.test(text) && text.includes('T')) {
    const ms = Date.parse(text)
    return Number.isNaN(ms) ? undefined : ms
  }
  const date = localDate.safeParse(text.replace(/^(\S{16}):\d\d(\.\d+)?$/, '$1'))
  return date.success ? firstInstant(zone, beginOf(date.data)) : undefined
}

/** Prints what was found; resolves to the exit code. */
export async function runSimulate(args: readonly string[], from: string): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${USAGE}\n`)
    return 0
  }
  const asked = parseArguments(args)
  if ('wrong' in asked) return wrongUse(asked.wrong)
  const folder = resolve(from, asked.folder)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    process.stderr.write(`There is no folder ${folder}.\n`)
    return 2
  }
  const progress = makeProgress()
  const room = await readRoom(
    folder,
    (done, total) => progress.tell(`Reading the room: ${done} of ${total}`),
    (reader): Room => ({ cards: reader.cards(), curation: reader.curation() }),
  )
  progress.end()
  return play(room, asked, from, progress)
}

interface Room {
  readonly cards: readonly Card[]
  readonly curation: Curation
}

function play({ cards, curation }: Room, asked: Asked, cwd: string, progress: Progress): number {
  const zone = roomZone(curation, Date.now())
  const [begin, end] = [readInstant(asked.from, zone), readInstant(asked.to, zone)]
  if (begin === undefined || end === undefined || begin >= end)
    return wrongUse(
      '--from and --to have to be two times, the first one earlier: 2026-03-01 or 2026-03-01T09:00.',
    )
  const [timeline, map] = [[] as SimulatedPlay[], new HeatMap(zone)]
  const isTold = asked.timeline || !asked.json
  const most = asked.timeline ? Number.POSITIVE_INFINITY : FIRST_TOLD
  const count = simulate({
    cards,
    curation,
    screen: asked.screen,
    seed: asked.seed,
    from: begin,
    to: end,
    onPlay(shown) {
      if (isTold && timeline.length < most) timeline.push(shown)
      if (asked.svg !== undefined) map.add(shown)
    },
    onProgress: progress.share,
  })
  progress.end()
  if (asked.svg !== undefined) {
    const title = { room: curation.name, screen: asked.screen, from: begin, to: end }
    writeFileSync(resolve(cwd, asked.svg), heatMapSvg(map, title))
  }
  const told = asked.json
    ? JSON.stringify({ ...count, ...(asked.timeline && { timeline: timeline.map(timelineEntry) }) }, null, 2)
    : toldSimulation(count, timeline, {
        zone,
        title: titles(cards),
        isWhole: asked.timeline,
        mostValues: MOST_VALUES,
      })
  process.stdout.write(`${told}\n`)
  return count.blankMinutes > 0 ? 1 : 0
}

/** Slides that are told where not all are asked for. */
const FIRST_TOLD = 15

function titles(cards: readonly Card[]): (id: string) => string {
  const byId = new Map(cards.map(({ id, title }) => [id, title]))
  return (id) => byId.get(id) ?? id
}

function timelineEntry({ play, kind, from, to }: SimulatedPlay) {
  return {
    at: new Date(from).toISOString(),
    id: play.itemId,
    kind,
    slide: play.part + 1,
    seconds: (to - from) / 1_000,
    reasons: play.reasons,
    why: tellReasons(play.reasons),
  }
}

function wrongUse(message: string): number {
  process.stderr.write(`${message}\n\n${USAGE}\n`)
  return 2
}

type Progress = ReturnType<typeof makeProgress>

/** One line that is rewritten, on a terminal only. */
function makeProgress() {
  const out = process.stderr
  let [isTold, toldAt] = [false, 0]
  const tell = (text: string): void => {
    if (!out.isTTY) return
    isTold = true
    out.write(`\r\u001b[2K${text}`)
  }
  return {
    tell,
    share: (done: number): void => {
      const now = performance.now()
      if (now - toldAt < 200) return
      toldAt = now
      tell(`Playing: ${Math.floor(done * 100)} %`)
    },
    end: (): void => {
      if (isTold) out.write('\r\u001b[2K')
    },
  }
}
