import { isOver } from './local-time.ts'

/** What a promise's file says about its time. */
export interface PromiseTime {
  readonly state: string
  readonly due: string
}

/** Promises about which nothing is left to be asked. */
const ENDED: readonly string[] = ['kept', 'dropped']

/**
 * Whether somebody has to say what happened: on its very day, or after the last day of a month or year that it was
 * promised for. `today` is `YYYY-MM-DD` in the room's own time.
 */
export function isDue({ state, due }: PromiseTime, today: string): boolean {
  if (ENDED.includes(state)) return false
  return due.length >= 10 ? due.slice(0, 10) <= today : isOver(due, `${today}T00:00`)
}
