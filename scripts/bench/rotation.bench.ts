import { parseArgs } from 'node:util'
import type { Card } from '../../renderer/core/deck.ts'
import { DWELL_BOUNDS } from '../../renderer/core/dwell.ts'
import { Rotation, type RotationRules } from '../../renderer/core/rotation/rotation.ts'
import { printFigure } from './figures.ts'
import { oneOf, type Random, randomFrom } from './random.ts'

// Choosing what comes next in rooms of three sizes, beside a naive weighted draw that adds up all weights each time.

const { values } = parseArgs({ options: { turns: { type: 'string', default: '20000' } } })
const TURNS = Number(values.turns)
const WARM_UP = 3_000
const SIZES = [1_000, 100_000, 1_000_000] as const
const RULES: RotationRules = {
  mode: 'corridor',
  bounds: DWELL_BOUNDS,
  share: 'turns',
  order: 'shuffle',
  promises: [
    { every: 'persona', withinMs: 3_600_000, text: 'every persona within 1 h' },
    { every: 'segment', withinMs: 86_400_000, text: 'every segment within 1 day' },
  ],
}
const KINDS = ['journey', 'quote', 'quote', 'quote', 'call', 'photo', 'metric', 'prompt'] as const
const PERSONAS = ['ruth', 'marek', 'samira', 'tomas', 'ines', 'yusuf'] as const
const THEMES = ['price', 'lift', 'staff', 'delay', 'app'] as const
const SEGMENTS = ['commuters', 'families', 'students', 'tourists'] as const
const SOURCES = ['survey', 'letters', 'reviews', 'interviews'] as const

if (typeof globalThis.gc !== 'function') throw new Error('Memory can only be measured with --expose-gc.')

const p50s: number[] = []
for (const size of SIZES) p50s.push(measure(size))
const growth = (p50s[2] ?? 0) / (p50s[0] ?? 1)
printFigure('a pick in 1,000,000 items beside 1,000: median', growth, 'x', {
  most: (Math.log2(1e6) / Math.log2(1e3)) * 2,
})

function measure(size: number): number {
  const random = randomFrom(7)
  const before = heldBytes()
  const cards = Array.from({ length: size }, (_, number) => cardOf(number, random))
  const withCards = heldBytes()
  const start = performance.now()
  const rotation = new Rotation(7, RULES)
  for (const card of cards) rotation.join(card, 0)
  const builtMs = performance.now() - start
  const held = heldBytes()
  const times = turns(rotation)
  const one = edits(rotation, cards)
  const naive = naiveDraws(cards, random)
  const name = size.toLocaleString('en')
  const [p50, p99] = [at(times, 0.5), at(times, 0.99)]
  console.log(
    `${name} items: built in ${builtMs.toFixed(0)} ms; a pick and its turn p50 ${p50.toFixed(1)} us, p99 ${p99.toFixed(1)} us,` +
      ` most ${at(times, 1).toFixed(0)} us; one item changed p50 ${at(one, 0.5).toFixed(1)} us, p99 ${at(one, 0.99).toFixed(1)} us.`,
  )
  console.log(
    `  naive weighted draw of the same room: p50 ${at(naive, 0.5).toFixed(1)} us, p99 ${at(naive, 0.99).toFixed(1)} us.`,
  )
  printFigure(`${name} items: a pick, p99`, p99, 'us', { most: 50 })
  // In a small room the code itself, just compiled, weighs more than its items.
  if (size >= 100_000) {
    printFigure(`${name} items: rotation, an item`, (held - withCards) / size, 'bytes', { most: 300 })
  }
  console.log(`  the cards themselves: ${((withCards - before) / size).toFixed(0)} bytes an item.`)
  if (rotation.size !== cards.length) throw new Error('Some items were lost.')
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

function naiveDraws(cards: readonly Card[], random: Random): number[] {
  const times: number[] = []
  for (let draw = 0; draw < 200; draw += 1) {
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

function cardOf(number: number, random: Random): Card {
  return {
    id: `quotes/survey#row-${number}`,
    kind: number < PERSONAS.length ? 'persona' : oneOf(KINDS, random),
    title: PERSONAS[number] ?? `Answer ${number}`,
    personas: random() < 0.7 ? [oneOf(PERSONAS, random)] : [],
    themes: [oneOf(THEMES, random)],
    segments: [oneOf(SEGMENTS, random)],
    source: oneOf(SOURCES, random),
    sentiment: Math.floor(random() * 5) - 2,
    weight: random() < 0.9 ? 1 : 2,
    facts: { basis: 'none', personalData: [] },
    parts: [{ words: Math.floor(random() * 60), characters: 0, figures: 0, mediaMs: 0 }],
  }
}

/** Heap and typed arrays, after everything that nobody holds is gone. */
function heldBytes(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
}
