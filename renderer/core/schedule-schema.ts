import { z } from 'zod'
import { holidaysSchema } from './holidays.ts'
import { asLines, hoursSchema } from './hours-schema.ts'

/** When a screen is on and may be heard, in room.yaml: for the whole room below `schedule:`, for one screen below its own. */

const hoursOf = z.preprocess((value) => value ?? undefined, hoursSchema.optional())

const HOW = { error: 'has to hold hours, sound_hours or holidays' }

export const screenScheduleSchema = z.object(
  {
    /** Absent: it is on all day. */
    hours: hoursOf,
    /** Absent: it may be heard whenever it is on, if its sound is. */
    sound_hours: hoursOf,
    holidays: z.preprocess((value) => value ?? undefined, holidaysSchema.optional()),
  },
  HOW,
)
export type ScreenSchedule = Readonly<z.infer<typeof screenScheduleSchema>>

export const roomScheduleSchema = z.object(
  {
    ...screenScheduleSchema.shape,
    /** Times of the week by a name of the curator's own, for items to be shown in. */
    dayparts: z
      .preprocess(
        (value) => value ?? {},
        z.record(z.string(), hoursSchema, {
          error: 'has to be names with their times: mornings: mon-fri 07:00-11:00',
        }),
      )
      .default({}),
  },
  HOW,
)
export type RoomSchedule = Readonly<z.infer<typeof roomScheduleSchema>>

/** Of one item: names of dayparts, or times of the week; which, only the whole room can tell. */
export const itemDayparts = z.preprocess(
  (value) => asLines(value ?? undefined),
  z
    .array(z.string({ error: 'has to be a daypart, or a time of the week such as mon-fri 08:00-12:00' }), {
      error: 'has to be a daypart, or times of the week such as mon-fri 08:00-12:00',
    })
    .min(1, { error: 'names no daypart: take the line away to show it at all times' })
    .optional(),
)
