import { health } from './en/health.ts'
import { kinds } from './en/kinds.ts'
import { lock } from './en/lock.ts'
import { now } from './en/now.ts'
import { reasons } from './en/reasons.ts'
import { shell } from './en/shell.ts'

/** Every word of the curator's window in English. Its type is that of all languages: what one lacks does not compile. */
export const en = { health, kinds, lock, now, reasons, shell }
export type Words = typeof en
