import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { newMemory, type PlayerMemory } from '../../renderer/core/player-state.ts'
import type { Turn } from '../../renderer/core/rotation/memory.ts'
import { MIX_RULES } from '../../renderer/core/rotation/reasons.ts'

/** The player's place: a few hundred bytes a slide, and a row for each item whose place changed with it. */

/** What a player goes on from. */
export interface KeptPlace {
  readonly memory: PlayerMemory
  readonly turns: readonly Turn[]
}

export interface PlayerRecords {
  /** `turns`: the places that changed since the last call. */
  remember(screen: string, memory: PlayerMemory, turns: readonly Turn[]): void
  /** Undefined for a new screen, and where what was kept makes no sense. Forgets places that can be of no use any more. */
  memory(screen: string): KeptPlace | undefined
}

/** Turns that are looked back on at most: an item that was on longer ago is as if it had never been. */
const LOOK_BACK = 64

export function playerRecords(db: Database): PlayerRecords {
  const save = db.prepare<[string, string]>(
    'INSERT INTO player (screen, memory) VALUES (?, ?) ON CONFLICT (screen) DO UPDATE SET memory = excluded.memory',
  )
  const load = db.prepare<[string], { memory: string }>('SELECT memory FROM player WHERE screen = ?')
  const saveTurn = db.prepare<[string, string, number, number]>(
    `INSERT INTO turns (screen, item_id, due, last) VALUES (?, ?, ?, ?)
     ON CONFLICT (screen, item_id) DO UPDATE SET due = excluded.due, last = excluded.last`,
  )
  const turns = db.prepare<[string], Turn>(
    'SELECT item_id AS itemId, due, last FROM turns WHERE screen = ? ORDER BY item_id',
  )
  const forget = db.prepare<[string, number, number]>(
    'DELETE FROM turns WHERE screen = ? AND due < ? AND last < ?',
  )
  const forgetAll = db.prepare<[string]>('DELETE FROM turns WHERE screen = ?')

  const saveAll = db.transaction((screen: string, memory: PlayerMemory, changed: readonly Turn[]) => {
    save.run(screen, JSON.stringify(memory))
    for (const { itemId, due, last } of changed) saveTurn.run(screen, itemId, due, last)
  })

  return {
    remember: (screen, memory, changed) => saveAll(screen, memory, changed),
    memory(screen) {
      const memory = parseMemory(load.get(screen)?.memory)
      const { mix, clocks } = memory?.rotation ?? { mix: undefined, clocks: {} }
      if (!memory || !mix || mix.slot === 0) {
        forgetAll.run(screen)
        return memory && { memory, turns: [] }
      }
      forget.run(screen, Math.min(...Object.values(clocks)), mix.slot - LOOK_BACK)
      return { memory, turns: turns.all(screen) }
    },
  }
}

const names = z.array(z.string())
const count = z.number().int().min(0)
const place = z.object({ itemId: z.string(), part: count })

const reason = z.discriminatedUnion('type', [
  z.object({ type: z.literal('opening'), kind: z.string() }),
  z.object({ type: z.literal('due'), early: z.number() }),
  z.object({ type: z.literal('promise'), promise: z.string(), value: z.string(), isExtra: z.boolean() }),
  z.object({
    type: z.literal('story'),
    link: z.enum(['begins', 'persona', 'stage', 'theme']),
    about: z.string(),
  }),
  z.object({ type: z.literal('alone') }),
  z.object({ type: z.literal('relaxed'), rule: z.enum(MIX_RULES) }),
])

const memorySchema = z.object({
  seed: z.number(),
  serial: count,
  current: place.optional(),
  next: z.object({ itemId: z.string(), reasons: z.array(reason), isExtra: z.boolean() }).optional(),
  aside: place.optional(),
  age: z.number().min(0),
  rotation: z.object({
    mix: z.object({
      slot: count,
      seen: names,
      recent: z.array(z.object({ kind: z.string(), personas: names, themes: names, source: z.string() })),
      credit: z.record(z.string(), z.number()),
    }),
    story: z.object({ step: count, personas: names, stages: names, themes: names }),
    clocks: z.record(z.string(), z.number().min(0)),
    promises: z.record(z.string(), z.record(z.string(), z.number())),
    tallies: z.record(z.string(), z.object({ kept: count, missed: count })).default({}),
    pass: z.object({ clock: z.number().min(0), from: count }).default({ clock: 0, from: 0 }),
    extraAt: count,
  }),
})

/** As earlier versions kept it: what is on goes on, and a new round begins. */
const earlierSchema = z
  .object({ seed: z.number(), serial: count, current: place.optional(), played: names })
  .transform(
    ({ seed, serial, current }): PlayerMemory => ({
      ...newMemory(seed),
      serial,
      ...(current && { current }),
    }),
  )

/** One bad value must not stop the wall at every start: the player begins anew instead. */
function parseMemory(text: string | undefined): PlayerMemory | undefined {
  if (text === undefined) return undefined
  try {
    return z.union([memorySchema, earlierSchema]).safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
