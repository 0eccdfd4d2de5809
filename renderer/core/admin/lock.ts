import { z } from 'zod'

/** The PIN before the curator's window: rules and shapes that both ends share. */

/** Fewer letters could be tried through within a season, whatever the delay. */
export const PIN_LENGTH = { min: 6, max: 64 } as const

export type LockView =
  /** No PIN is asked for, or it was given. */
  | { readonly state: 'open' }
  /** Nobody has set a PIN on this machine: then nobody gets in by its keyboard. */
  | { readonly state: 'no-pin' }
  /** `waitMs` until the next try; `wrong`: this one was not the PIN; `busy`: another one is just being checked. */
  | { readonly state: 'locked'; readonly waitMs: number; readonly answer?: 'wrong' | 'busy' | undefined }

/** What may be called before the PIN was given: `unlock` alone. Without a PIN it tells how things stand. */
export interface LockCalls {
  unlock(attempt: { pin?: string | undefined }): LockView
  /** Asks for the PIN again; on a desk, where there is none, it does nothing. */
  lock(): LockView
}

export const lockArguments = {
  unlock: z.tuple([z.strictObject({ pin: z.string().max(PIN_LENGTH.max).optional() })]),
  lock: z.tuple([]),
}

/** Why this may not be a PIN, as a key of the catalogue; undefined where it may. */
export function pinTrouble(pin: string): 'short' | 'long' | 'plain' | undefined {
  const letters = [...pin]
  if (letters.length < PIN_LENGTH.min) return 'short'
  if (letters.length > PIN_LENGTH.max) return 'long'
  return isPlain(letters) ? 'plain' : undefined
}

/** One letter again and again, or a run of neighbours up or down: what a stranger tries first. */
function isPlain(letters: readonly string[]): boolean {
  const codes = letters.map((letter) => letter.codePointAt(0) ?? 0)
  const steps = new Set(codes.slice(1).map((code, at) => code - (codes[at] ?? 0)))
  const [step = 2] = steps
  return steps.size === 1 && Math.abs(step) <= 1
}

/** Tries that cost nothing: fingers slip. */
const FREE_TRIES = 3
const FIRST_DELAY_MS = 5_000
const LONGEST_DELAY_MS = 15 * 60_000

/** How long nobody may try after so many wrong ones in a row, ms: 0, 0, 0, 5 s, 10 s, 20 s ... 15 min. */
export function delayAfter(failures: number): number {
  if (failures <= FREE_TRIES) return 0
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - FREE_TRIES - 1))
}
