import { z } from 'zod'
import { AUDIENCES, dateField, localDate } from './item.ts'

/** Orders for this very moment, below `now:` in room.yaml, so that every screen that shares the folder follows. */

const text = z.string({ error: 'has to be a text' }).trim()
/** As many as a wall holds that is read from afar, in any script. */
const MESSAGE_LETTERS = 160

/** Names of screens; absent: all of them. */
const screens = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : (value ?? undefined)),
  z
    .array(text, { error: 'has to be the name of a screen, or a list of them' })
    .min(1, { error: 'names no screen: take the line away for all of them' })
    .optional(),
)

const takeover = z
  .object(
    {
      message: text
        .min(1, { error: 'is empty' })
        .max(MESSAGE_LETTERS, { error: `is too long for a wall: ${MESSAGE_LETTERS} letters at most` })
        .optional(),
      item: text.min(1, { error: 'is empty' }).optional(),
      screens,
      from: localDate.optional(),
      until: dateField('needs an end, so that no screen is taken over for ever: until: 2026-03-04 18:30'),
    },
    { error: 'has to be {message: its words, until: 2026-03-04 18:30}' },
  )
  .refine(({ message, item }) => (message === undefined) !== (item === undefined), {
    error: 'needs either message: with its words, or item: with the id of what is to be shown',
  })
export type Takeover = Readonly<z.infer<typeof takeover>>

const MINUTE = /T\d{2}:\d{2}$/

const pause = z.object(
  {
    /** When it was ordered: half an hour from then on where no end is named. */
    from: dateField('needs the minute at which it was ordered: from: 2026-03-04 10:00').refine(
      (date) => MINUTE.test(date),
      {
        error: 'needs the minute as well: write it as 2026-03-04 10:00',
      },
    ),
    until: localDate.optional(),
    screens,
  },
  { error: 'has to be {from: 2026-03-04 10:00}' },
)
export type Pause = Readonly<z.infer<typeof pause>>

const pin = z.preprocess(
  (value) => (typeof value === 'string' ? { item: value } : value),
  z.object({ item: text.min(1, { error: 'is empty' }), screens }, { error: 'has to be the id of an item' }),
)
export type Pin = Readonly<z.infer<typeof pin>>

const visitors = z.object(
  {
    audience: z.enum(AUDIENCES, {
      error: `has to be ${AUDIENCES.slice(0, -1).join(', ')} or ${AUDIENCES.at(-1)}`,
    }),
    from: localDate.optional(),
    until: dateField('needs an end, so that the room is its own again: until: 2026-03-04 18:30'),
    screens,
  },
  { error: 'has to be {audience: guests, until: 2026-03-04 18:30}' },
)
export type Visitors = Readonly<z.infer<typeof visitors>>

/** One order or a list of them; a key with nothing after it gives none. */
function orders<Order extends z.ZodType>(order: Order) {
  return z.preprocess(
    (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]),
    z.array(order),
  )
}

export const nowSchema = z.object(
  {
    takeover: orders(takeover),
    pause: orders(pause),
    pin: orders(pin),
    /** Whom the wall is for while somebody from outside stands before it. */
    visitors: orders(visitors),
  },
  { error: 'has to hold takeover, pause, pin or visitors' },
)
export type NowOrders = Readonly<z.infer<typeof nowSchema>>

/** The fields that each order may have. */
export const ORDER_FIELDS: { readonly [Order in keyof NowOrders]: readonly string[] } = {
  takeover: ['message', 'item', 'screens', 'from', 'until'],
  pause: ['from', 'until', 'screens'],
  pin: ['item', 'screens'],
  visitors: ['audience', 'from', 'until', 'screens'],
}
