import { z } from 'zod'
import { brandSchema } from './brand.ts'
import { DATE_ORDERS } from './date-order.ts'
import { checkDayparts, resolveDayparts } from './daypart-names.ts'
import { AUDIENCES, type Audience, clearances, localDate } from './item.ts'
import { nowSchema } from './now-schema.ts'
import { patinaSchema } from './patina.ts'
import { rotationSchema } from './rotation-schema.ts'
import { itemDayparts, roomScheduleSchema, screenScheduleSchema } from './schedule-schema.ts'

/** room.yaml, the curation: everything a person decided that is not in an artefact itself. Unknown keys are warned about. */

/** A number within bounds; the words are the end of a sentence that begins with the field. */
function between(low: number, high: number, unit = '') {
  const error = `has to be a number from ${low} to ${high}${unit}`
  return z.number({ error }).min(low, { error }).max(high, { error })
}

function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: `has to be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}` })
}

const yesOrNo = z.boolean({ error: 'has to be true or false' })
const text = z.string({ error: 'has to be a text' })
const theme = oneOf(['day', 'evening'])

const soundSchema = z.object({
  on: yesOrNo.default(false),
  /** 0..1 */
  volume: between(0, 1).default(0.6),
})

export const screenSchema = z.object({
  diagonal_inches: between(5, 400, ' inches').default(55),
  distance_m: between(0.3, 30, ' metres').default(3),
  /** Stands in place of what was matched with a bank card on the glass, and of the diagonal. */
  mm_per_pixel: between(0.02, 10, ' millimetres').optional(),
  /** Of a chair: how high its picture begins above the floor; at the height of a table where absent. */
  lower_edge_mm: between(0, 1_200, ' millimetres').optional(),
  mode: oneOf(['corridor', 'chair', 'booth']).default('corridor'),
  /** Of a chair: seconds without a key after which it is still again; two minutes where absent. */
  idle_seconds: between(5, 3_600, ' seconds').optional(),
  /** What may be shown here; the room's own audience where absent. */
  audience: oneOf(AUDIENCES).optional(),
  theme: theme.optional(),
  sound: soundSchema.prefault({}),
  motion: oneOf(['full', 'reduced']).default('full'),
  /** What is said here stands in place of the same of the room's. */
  schedule: z.preprocess(written, screenScheduleSchema.optional()),
})
export type Screen = Readonly<z.infer<typeof screenSchema>>

/** A curator's decision about one item, by its id. */
export const decisionSchema = z.object({
  hidden: yesOrNo.optional(),
  weight: between(0, 100).optional(),
  pinned: yesOrNo.optional(),
  from: localDate.optional(),
  until: localDate.optional(),
  /** When it plays within a week; at all times where absent. */
  dayparts: itemDayparts,
  /** False finds of personal data in this item, a row of a table among them. */
  cleared: clearances,
  /** Somebody asked to be forgotten: nothing of it is kept, wherever it still stands in the folder. */
  erased: yesOrNo.optional(),
})
export type Decision = Readonly<z.infer<typeof decisionSchema>>

/** How tables are read that have one header: which column is which, and what comes first in their dates. */
export const tableSchema = z.object({
  /** Headers as the table has them, by the field that they mean. */
  columns: z
    .record(z.string(), z.union([z.string(), z.number()], { error: 'has to be a header of the table' }))
    .optional(),
  dates: oneOf(DATE_ORDERS).optional(),
})
export type TableSettings = Readonly<z.infer<typeof tableSchema>>

/** The curator's window on the machine of a wall. */
export const adminSchema = z.object({
  /** Whether Ctrl+Shift+A on the wall asks for the PIN. */
  shortcut: yesOrNo.default(true),
  /** Untouched for so long it locks itself. */
  lock_minutes: between(1, 480, ' minutes').default(10),
})

const roomSchema = z.object({
  name: text.min(1, { error: 'is empty' }).default('Customer Room'),
  organisation: text.optional(),
  audience: oneOf(AUDIENCES).default('staff'),
  language: text.default('en'),
  /** IANA name; the machine's own zone where absent. */
  timezone: text.refine(isTimeZone, { error: 'is not a time zone, such as Europe/London' }).optional(),
  theme: theme.default('day'),
  brand: z.preprocess(written, brandSchema.optional()),
  patina: z.preprocess(written, patinaSchema.optional()),
  rotation: z.preprocess(said, rotationSchema),
  screens: byName(screenSchema),
  /** What is true of all files below a folder, or of one file: fields of the envelope, by path. */
  defaults: byName(z.record(z.string(), z.unknown())),
  items: byName(decisionSchema),
  /** By the key that is told with each table: tables of one header have one, whatever their names. */
  tables: byName(tableSchema),
  /** Other words for the same thing, by theme: a topic of a meeting is looked for by all of them. */
  themes: byName(z.preprocess(wordList, z.array(text.min(1)))),
  schedule: z.preprocess(said, roomScheduleSchema),
  now: z.preprocess(said, nowSchema),
  admin: z.preprocess(said, adminSchema),
})

export const curationSchema = roomSchema.superRefine(checkDayparts).overwrite(resolveDayparts)
export type Curation = Readonly<z.infer<typeof curationSchema>>

/** The room of somebody who has not written a room.yaml. */
export const DEFAULT_CURATION: Curation = curationSchema.parse({})

/**
 * The room whose room.yaml is there but cannot be read, while no earlier one is known: for the strictest audience, since
 * the file may have said so.
 */
export const UNREADABLE_CURATION: Curation = { ...DEFAULT_CURATION, audience: 'public' }

const DEFAULT_SCREEN: Screen = screenSchema.parse({})

/** Settings of one screen: its own, else those of `default`, else the product's. */
export function screenSettings(curation: Curation, name: string): Screen {
  return own(curation.screens, name) ?? own(curation.screens, 'default') ?? DEFAULT_SCREEN
}

/** A screen that nobody described, in a room that describes others and has no `default`: most likely a misspelt name. */
export function isUnknownScreen({ screens }: Curation, name: string): boolean {
  return Object.keys(screens).length > 0 && !own(screens, name) && !own(screens, 'default')
}

/** Whom a screen is for. Of an unknown screen nobody knows who stands before it, so it is for the strictest audience. */
export function screenAudience(curation: Curation, name: string): Audience {
  if (isUnknownScreen(curation, name)) return 'public'
  return screenSettings(curation, name).audience ?? curation.audience
}

/** What a curator decided about an item, if anything. */
export function decisionFor(curation: Curation, itemId: string): Decision | undefined {
  return own(curation.items, itemId)
}

/** What a curator said of tables with this header, if anything. */
export function tableSettings(curation: Curation, key: string): TableSettings | undefined {
  return own(curation.tables, key)
}

/** Ids and names are anybody's: one that is called `constructor` is no property of every object. */
function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

/** `queue, delay` is a list too; a theme with nothing after it has no other words. */
function wordList(value: unknown): unknown {
  if (typeof value !== 'string') return isEmptyGroup(value) ? [] : value
  const words = value.split(/[;,\n]/).map((word) => word.trim())
  return words.filter((word) => word !== '')
}

function isEmptyGroup(value: unknown): boolean {
  return typeof value === 'object' && !Array.isArray(value) && Object.keys(value ?? {}).length === 0
}

/** A key with nothing after it, as an editor leaves it, says nothing. */
function byName<Value extends z.ZodType>(value: Value) {
  return z
    .record(
      z.string(),
      z.preprocess((written) => written ?? {}, value),
    )
    .default({})
}

/** A key with nothing after it, where a group of fields stands. */
function said(value: unknown): unknown {
  return value ?? {}
}

/** A key with nothing after it, where nothing can stand for it. */
function written(value: unknown): unknown {
  return value ?? undefined
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}
