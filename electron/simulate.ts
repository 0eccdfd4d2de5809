import { statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Curation } from '../renderer/core/curation.ts'
import type { Card } from '../renderer/core/deck.ts'
import type { Problem } from '../renderer/core/problem.ts'
import { roomZone } from '../renderer/core/screen-state.ts'
import { HeatMap, heatMapSvg } from './heat-map.ts'
import { readRoom } from './library/check.ts'
import { screenProblems } from './screen-problem.ts'
import { type Asked, parseArguments, readRange, USAGE } from './simulate-options.ts'
import { makeOutput } from './simulate-output.ts'
import { makeProgress, type Progress } from './simulate-progress.ts'
import { askWhy } from './simulate-why.ts'
import { simulate } from './simulation.ts'

/** npm run simulate: what a wall would show, by the rules of the wall itself, as fast as they can be followed. */

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
    (reader): Room => ({
      cards: reader.cards(),
      curation: reader.curation(),
      problems: reader.problems(),
    }),
  )
  progress.end()
  return play(room, asked, from, progress)
}

interface Room {
  readonly cards: readonly Card[]
  readonly curation: Curation
  readonly problems: readonly Problem[]
}

function play(room: Room, asked: Asked, cwd: string, progress: Progress): number {
  const { cards, curation } = room
  const zone = roomZone(curation, Date.now())
  const range = readRange(asked, zone)
  if ('wrong' in range) return wrongUse(range.wrong)
  const screen = asked.screen ?? 'default'
  const oddScreen = oddScreenOf(curation, asked.screen)
  if (oddScreen !== undefined) return wrongUse(oddScreen)
  const why = asked.why === undefined ? undefined : askWhy(asked.why, room, screen, range)
  if (why && 'wrong' in why) return wrongUse(why.wrong)
  const { begin, end } = range
  const map = new HeatMap(zone)
  const write = (text: string): boolean => process.stdout.write(text)
  const output = makeOutput(asked, { write, zone, title: titles(cards) })
  const count = simulate({
    ...{ cards, curation, screen, seed: asked.seed, from: begin, to: end },
    onPlay(shown) {
      output.shown(shown)
      if (asked.svg !== undefined) map.add(shown)
      why?.shown(shown)
    },
    // What is told as it comes is progress enough, and a line that is rewritten would run into it.
    onProgress: asked.timeline ? undefined : progress.share,
  })
  progress.end()
  if (asked.svg !== undefined) {
    const title = { room: curation.name, screen, from: begin, to: end }
    writeFileSync(resolve(cwd, asked.svg), heatMapSvg(map, title))
  }
  output.end(count, why?.answer(count))
  return count.blankMinutes > 0 ? 1 : 0
}

/** A screen that was named and that the room does not know. */
function oddScreenOf(curation: Curation, name: string | undefined): string | undefined {
  const [odd] = name === undefined ? [] : screenProblems(curation, name)
  if (odd === undefined || odd.severity === 'note') return undefined
  const known = Object.keys(curation.screens).join(', ')
  return `There is no screen “${name}” in this room: it has ${known}.`
}

function titles(cards: readonly Card[]): (id: string) => string {
  const byId = new Map(cards.map(({ id, title }) => [id, title]))
  return (id) => byId.get(id) ?? id
}

function wrongUse(message: string): number {
  process.stderr.write(`${message}\n\n${USAGE}\n`)
  return 2
}
