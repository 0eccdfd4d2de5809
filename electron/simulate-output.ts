import { tellReasons } from '../renderer/core/rotation/reasons.ts'
import type { Asked } from './simulate-options.ts'
import { toldWhy, type WhyAnswer } from './simulate-why.ts'
import { timelineLine, toldSimulation } from './simulate-words.ts'
import type { SimulatedPlay } from './simulation.ts'
import type { SimulationCount } from './simulation-count.ts'

/** What a simulation prints, as text or as JSON. A timeline of years is written as it comes: no string could hold it. */
export interface Output {
  shown(play: SimulatedPlay): void
  end(count: SimulationCount, why: WhyAnswer | undefined): void
}

export interface OutputParts {
  readonly write: (text: string) => void
  readonly zone: string
  readonly title: (id: string) => string
}

/** Slides that are told where not all are asked for. */
const FIRST_TOLD = 15
const BATCH = 500

export function makeOutput({ json, timeline }: Asked, parts: OutputParts): Output {
  return json ? jsonOutput(timeline, parts) : textOutput(timeline, parts)
}

function textOutput(isWhole: boolean, { write, zone, title }: OutputParts): Output {
  const lines = batched(write, '\n')
  let told = 0
  lines.add(isWhole ? 'What is on:' : 'What is on first:')
  return {
    shown(play) {
      told += 1
      if (isWhole || told <= FIRST_TOLD) lines.add(timelineLine(play, { zone, title }))
    },
    end(count, why) {
      lines.add('')
      for (const line of why ? toldWhy(why, zone) : []) lines.add(line)
      lines.add(toldSimulation(count))
      lines.end('\n')
    },
  }
}

function jsonOutput(hasTimeline: boolean, { write }: OutputParts): Output {
  const entries = batched(write, ',\n')
  if (hasTimeline) write('{\n  "timeline": [\n')
  return {
    shown(play) {
      if (hasTimeline) entries.add(`    ${JSON.stringify(timelineEntry(play))}`)
    },
    end(count, why) {
      const rest = JSON.stringify({ ...count, ...(why && { why }) }, null, 2)
      if (!hasTimeline) return write(`${rest}\n`)
      entries.end('\n  ],')
      write(`${rest.slice(1)}\n`)
    },
  }
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

/** Written some hundred at a time, with `between` between any two. */
function batched(write: (text: string) => void, between: string) {
  let waiting: string[] = []
  let isFirst = true
  const flush = (): void => {
    if (waiting.length > 0) write(`${isFirst ? '' : between}${waiting.join(between)}`)
    isFirst = isFirst && waiting.length === 0
    waiting = []
  }
  return {
    add(text: string): void {
      waiting.push(text)
      if (waiting.length >= BATCH) flush()
    },
    end(last: string): void {
      flush()
      write(last)
    },
  }
}
