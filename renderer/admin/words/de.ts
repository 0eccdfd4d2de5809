import { health } from './de/health.ts'
import { kinds } from './de/kinds.ts'
import { lock } from './de/lock.ts'
import { now } from './de/now.ts'
import { reasons } from './de/reasons.ts'
import { shell } from './de/shell.ts'
import type { Words } from './en.ts'

/** Every word of the curator's window in German. */
export const de: Words = { health, kinds, lock, now, reasons, shell }
