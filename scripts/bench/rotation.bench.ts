import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { curationSchema } from '../../renderer/core/curation.ts'
import type { Card, DeckChanges } from '../../renderer/core/deck.ts'
import { DeckKeeper } from '../../renderer/core/deck-keeper.ts'
import { DWELL_BOUNDS } from '../../renderer/core/dwell.ts'
import { step } from '../../renderer/core/player.ts'
import { newMemory, startPlayer } from '../../renderer/core/player-state.ts'
import { Rotation } from '../../renderer/core/rotation/rotation.ts'
import type { RotationRules } from '../../renderer/core/rotation/seating.ts'
import { printFigure } from './figures.ts'
import { type Random, randomFrom } from './random.ts'
import { cardOf } from './rotation-room.ts'

// Choosing what comes next in rooms of three sizes, beside a naive weighted draw that adds up all weights each time.

const { values } = parseArgs({ options: { turns: { type: 'string', default: '20000' } } })
const TURNS = Number(values.turns)
/** The collector and the compiler go on in the background for a while after a room was built. */
const WARM_UP = 20_000
const SIZES = [1_000, 100_000, 1_000_000] as const
/** As many as the host judges and seats in one go. */
const PORTION = 1_500
const RULES: RotationRules = {
  mode: 'corridor',
  bounds: DWELL_BOUNDS,
  share: 'time',
  order: 'shuffle',
  promises: [
    { every: 'persona', withinMs: 3_600_000, text: 'every persona within 1 h' },
    { every: 'segment', withinMs: 86_400_000, text: 'every segment within 1 day' },
  ],
}
/** So short that something presses all the time. */
const PRESSING: RotationRules = {
  ...RULES,
  promises: [{ every: 'theme', withinMs: 60_000, text: 'every theme within 1 min' }],
}

// The collector can be called however this was started.
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

// Code that was never run is slow and takes memory of its own: the first rooms show none of that in the figures.
for (const size of [10_000, 1_000, 1_000]) measure(size, () => undefined)
const p50s = SIZES.map((size) => measure(size, console.log))
const growth = (p50s[2] ?? 0) / (p50s[0] ?? 1)
printFigure('a pick in 1,000,000 items beside 1,000: median', growth, 'x', {
  // Comparisons grow with log n; a large room waits for memory as well.
  most: (Math.log2(1e6) / Math.log2(1e3)) * 2,
})

function measure(size: number, say: (line: string) => void): number {
  const random = randomFrom(7)
  const before = heldBytes()
  const cards = Array.from({ length: size }, (_, number) => cardOf(number, random))
  const withCards = heldBytes()
  const rotation = new Rotation(7, RULES)
  for (const card of cards) rotation.join(card, 0)
  const held = heldBytes()
  const times = turns(rotation)
  const one = edits(rotation, cards)
  rotation.setRules(PRESSING, 0)
  const pressed = turns(rotation)
  if (rotation.size !== cards.length) throw new Error('Some items were lost.')
  const portions = portionTimes(cards)
  const name = `${size.toLocaleString('en')} items`
  const [p50, p99] = [at(times, 0.5), at(times, 0.99)]
  if (say !== console.log) return p50
  say(
    `${name}: a pick and its turn p50 ${us(times, 0.5)}, p99 ${us(times, 0.99)}, most ${us(times, 1)}; ten foreseen ${us(foreseen(rotation), 0.5)}.`,
  )
  say(`  one item changed: p50 ${us(one, 0.5)}, p99 ${us(one, 0.99)}.`)
  const naive = naiveDraws(cards, random)
  say(`  naive weighted draw of the same room: p50 ${us(naive, 0.5)}, p99 ${us(naive, 0.99)}.`)
  say(`  the cards themselves: ${((withCards - before) / size).toFixed(0)} bytes an item.`)
  printFigure(`${name}: a pick, p99`, p99, 'us', { most: 50 })
  printFigure(`${name}: a pick while a promise presses, p99`, at(pressed, 0.99), 'us', { most: 50 })
  // A small room shares its lanes and lists among few.
  printFigure(`${name}: rotation, an item`, (held - withCards) / size, 'bytes', {
    most: size < 10_000 ? 600 : 300,
  })
  say(
    `  built in ${portions.length} portions: p50 ${us(portions, 0.5)}, p99 ${us(portions, 0.99)}, the first ${us(portions.slice(0, 1), 1)}.`,
  )
  // In the largest the collector and maps that double take longer than any portion.
  if (size <= 100_000)
    printFigure(`${name}: a portion of the building, longest`, at(portions, 1) / 1_000, 'ms', { most: 100 })
  return p50
}

/** Each with the clock of a wall that shows a slide for ten seconds. */
function turns(rotation: Rotation): number[] {
  const times: number[] = []
  for (let turn = 0; turn < TURNS + WARM_UP; turn += 1) {
    const now = turn * 10_000
    const start = performance.now()
    const pick = rotation.pick(now)
    if (pick) rotation.take(pick, now)
    if (turn >= WARM_UP) times.push((performance.now() - start) * 1_000)
    rotation.memory()
    rotation.changes()
  }
  return times
}

function foreseen(rotation: Rotation): number[] {
  return Array.from({ length: 500 }, () => {
    const start = performance.now()
    rotation.ahead(10, 0)
    return (performance.now() - start) * 1_000
  })
}

/** Saved again with other words: out of the room, and back in another place of it. */
function edits(rotation: Rotation, cards: readonly Card[]): number[] {
  const times: number[] = []
  for (let edit = 0; edit < 2_000; edit += 1) {
    const card = cards[(edit * 7_919) % cards.length]
    if (!card) continue
    const start = performance.now()
    rotation.join({ ...card, weight: 1 + (edit % 3) }, 0)
    times.push((performance.now() - start) * 1_000)
  }
  return times
}

/** From the index to a wall that has everybody, as the host goes about it: us for which nobody else is heard. */
function portionTimes(cards: readonly Card[]): number[] {
  const keeper = new DeckKeeper()
  const curation = curationSchema.parse({ timezone: 'UTC' })
  let player = startPlayer(newMemory(7), RULES)
  const times: number[] = []
  const timed = (make: () => DeckChanges): void => {
    const start = performance.now()
    const changes = make()
    player = step(player, { type: 'deck', deck: keeper.deck, changes }, 0, RULES).state
    times.push((performance.now() - start) * 1_000)
  }
  timed(() => keeper.update(cards, curation, { screen: 'default', now: 0 }, { most: PORTION, first: [] }))
  while (keeper.isBehind) timed(() => keeper.goOn(PORTION))
  return times
}

function naiveDraws(cards: readonly Card[], random: Random): number[] {
  const times: number[] = []
  for (let draw = 0; draw < 100; draw += 1) {
    const start = performance.now()
    let rest = random() * cards.reduce((sum, { weight }) => sum + weight, 0)
    cards.find(({ weight }) => {
      rest -= weight
      return rest < 0
    })
    times.push((performance.now() - start) * 1_000)
  }
  return times
}

/** Heap and typed arrays, after everything that nobody holds is gone. */
function heldBytes(): number {
  collect()
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function us(times: readonly number[], share: number): string {
  return `${at(times, share).toFixed(1)} us`
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
}
