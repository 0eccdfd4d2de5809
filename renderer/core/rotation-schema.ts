import { z } from 'zod'
import type { DwellBounds } from './dwell.ts'
import { type CoveragePromise, PROMISE_FIELDS } from './rotation/promise.ts'
import { DAY_MS } from './week-hours.ts'

/** How the room turns: `rotation:` in room.yaml. */

const SECONDS = { error: 'has to be a number from 3 to 600 seconds' }
const seconds = z.number(SECONDS).min(3, SECONDS).max(600, SECONDS)
const PARTS = { error: 'has to be a number from 0 to 100' }
const parts = z.number(PARTS).min(0, PARTS).max(100, PARTS)

const UNITS: Readonly<Record<string, number>> = {
  min: 60_000,
  minute: 60_000,
  minutes: 60_000,
  h: 3_600_000,
  hour: 3_600_000,
  hours: 3_600_000,
  d: 86_400_000,
  day: 86_400_000,
  days: 86_400_000,
}

/** `1 h`, `90 minutes`, `1 day` in ms; undefined for anything else, and for less than a minute. */
export function readSpan(text: string): number | undefined {
  const [, count = '', unit = ''] = /^\s*(\d+(?:\.\d+)?)?\s*([a-z]+)\s*$/i.exec(text) ?? []
  const ms = (count === '' ? 1 : Number(count)) * (UNITS[unit.toLowerCase()] ?? 0)
  return ms >= 60_000 ? ms : undefined
}

const within = z
  .string({ error: 'needs how long: 1 h, 30 minutes or 1 day' })
  .refine((text) => readSpan(text) !== undefined, {
    error: 'is no time that we can read: write it as 1 h, 30 minutes or 1 day',
  })

const promise = z.object(
  {
    every: z.enum(PROMISE_FIELDS, {
      error: `has to be ${PROMISE_FIELDS.slice(0, -1).join(', ')} or ${PROMISE_FIELDS.at(-1)}`,
    }),
    within,
  },
  { error: 'needs what is promised and how often: {every: persona, within: 1 h}' },
)

const kindBounds = z
  .object({ seconds_min: seconds.optional(), seconds_max: seconds.optional() })
  .refine(({ seconds_min = 0, seconds_max = 600 }) => seconds_min <= seconds_max, {
    error: 'has a shortest time that is longer than its longest',
  })

export const rotationSchema = z
  .object({
    seconds_min: seconds.default(8),
    seconds_max: seconds.default(60),
    /** Bounds of single kinds, in place of those of all. */
    kinds: z.preprocess((value) => value ?? {}, z.record(z.string(), kindBounds)),
    order: z.enum(['shuffle', 'story'], { error: 'has to be shuffle or story' }).default('shuffle'),
    share: z.enum(['time', 'turns'], { error: 'has to be time or turns' }).default('time'),
    /** Shares of those that sound negative, neutral and positive, in any unit; the room's own where absent. */
    sentiment: z.preprocess(
      (value) => value ?? undefined,
      z
        .object({ negative: parts, neutral: parts, positive: parts })
        .refine(({ negative, neutral, positive }) => negative + neutral + positive > 0, {
          error: 'says that nothing is to be shown',
        })
        .optional(),
    ),
    promises: z.preprocess(
      (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]),
      z.array(promise),
    ),
  })
  .refine((rotation) => rotation.seconds_min <= rotation.seconds_max, {
    error: 'has a shortest time that is longer than its longest',
  })
export type RotationSettings = Readonly<z.infer<typeof rotationSchema>>

export const ROTATION_FIELDS = [
  'seconds_min',
  'seconds_max',
  'kinds',
  'order',
  'share',
  'sentiment',
  'promises',
] as const

/**
 * The promises in time on the wall. Days are meant as a wall has them: `dayMs` is how long it is on in one, so that what is
 * promised for each day is not put off by its nights.
 */
export function coveragePromises({ promises }: RotationSettings, dayMs = DAY_MS): readonly CoveragePromise[] {
  return promises.map((each) => {
    const ms = readSpan(each.within) ?? 0
    const withinMs = ms < DAY_MS ? ms : (ms / DAY_MS) * dayMs
    return { every: each.every, withinMs, text: `every ${each.every} within ${each.within.trim()}` }
  })
}

/** Clamped to what the room allows: a kind's own bound may lie beyond the other bound of all. */
export function kindBoundsOf(settings: RotationSettings): Readonly<Record<string, DwellBounds>> {
  const { seconds_min, seconds_max } = settings
  const entries = Object.entries(settings.kinds).map(([kind, own]) => {
    const minMs = 1_000 * (own.seconds_min ?? Math.min(seconds_min, own.seconds_max ?? seconds_min))
    const maxMs = 1_000 * (own.seconds_max ?? Math.max(seconds_max, own.seconds_min ?? seconds_max))
    return [kind, { minMs, maxMs }] as const
  })
  return Object.fromEntries(entries)
}
