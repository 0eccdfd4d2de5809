import { parseArgs } from 'node:util'
import { isCalendarDate, readDate } from '../../renderer/core/written-date.ts'

export const USAGE = `npm run bundle -- DIR --out FOLDER [--expires DATE] [--app FOLDER] [--data DIR]

Makes a portable folder of the room in DIR: what may be shown to the public, with the app, for a machine without network.

  --out FOLDER    where it is written; a folder that is empty, or not there yet
  --expires DATE  the last day on which it shows anything, such as 2026-12-24 (30 days from now where absent)
  --app FOLDER    the packaged app to put in, as npm run dist -- --dir makes it (it is packaged anew where absent)
  --data DIR      the data folder of the wall whose record notes what was exported (default: the user's data folder)

Ends with 0 when it is made, 1 when it could not be, 2 for wrong use.`

export interface Asked {
  readonly folder: string
  readonly out: string
  readonly expires?: string | undefined
  readonly app?: string | undefined
  readonly data?: string | undefined
}

/** What was asked for, or what is wrong with it. */
export function parseArguments(args: readonly string[]): Asked | { readonly wrong: string } {
  try {
    const text = { type: 'string' } as const
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: text, expires: text, app: text, data: text },
    })
    const [folder, ...more] = positionals
    if (folder === undefined || more.length > 0)
      return { wrong: 'Name the folder of the room, and one only.' }
    if (values.out === undefined) return { wrong: 'Say where the bundle is to be written: --out FOLDER.' }
    const expires = values.expires === undefined ? undefined : readDate(values.expires)
    if (values.expires !== undefined && !isDay(expires))
      return { wrong: `--expires has to be a day, such as 2026-12-24, not “${values.expires}”.` }
    return { folder, out: values.out, expires, app: values.app, data: values.data }
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) }
  }
}

function isDay(date: string | undefined): boolean {
  return date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) && isCalendarDate(date)
}
