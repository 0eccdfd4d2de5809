import type { z } from 'zod'
import { readHours } from './week-hours.ts'

/** An item's dayparts may be named ones of its room; once a room is read they are times of the week, all of them. */

interface Room {
  readonly schedule: { readonly dayparts: Readonly<Record<string, readonly string[]>> }
  readonly items: Readonly<Record<string, { readonly dayparts?: string[] | undefined }>>
}

export function checkDayparts({ schedule, items }: Room, context: z.core.$RefinementCtx): void {
  for (const [id, { dayparts = [] }] of Object.entries(items)) {
    for (const [at, daypart] of dayparts.entries()) {
      if (Object.hasOwn(schedule.dayparts, daypart) || readHours(daypart).ok) continue
      context.addIssue({
        code: 'custom',
        path: ['items', id, 'dayparts', at],
        message: `is ${wrong(daypart, Object.keys(schedule.dayparts))}`,
      })
    }
  }
}

function wrong(daypart: string, names: readonly string[]): string {
  // Somebody who wrote a time meant a time.
  if (/\d/.test(daypart)) return `no time of the week that we can read: write it as mon-fri 08:00-12:00`
  const known = names.length > 0 ? `: this room has ${names.join(', ')}` : ', and this room names none'
  return `no daypart${known}. Name it below schedule.dayparts, or write a time such as mon-fri 08:00-12:00`
}

/** The same room with times in place of names; the very same object where nothing was named. */
export function resolveDayparts<Curation extends Room>(room: Curation): Curation {
  const { dayparts: named } = room.schedule
  const resolved = Object.entries(room.items).flatMap(([id, decision]) => {
    if (decision.dayparts === undefined) return []
    const lines = decision.dayparts.flatMap((daypart) =>
      Object.hasOwn(named, daypart) ? (named[daypart] ?? []) : [daypart],
    )
    return [[id, { ...decision, dayparts: lines }] as const]
  })
  return resolved.length === 0 ? room : { ...room, items: { ...room.items, ...Object.fromEntries(resolved) } }
}
