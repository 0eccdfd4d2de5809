import type { Spoken } from '../spoken.ts'

/** What is wrong with a file, and what to do about it. */
export const spokenOfFiles: Spoken = {}
