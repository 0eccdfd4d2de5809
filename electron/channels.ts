/** The names under which the contract crosses; `ipc.ts` and `preload.ts` are its two ends, and nobody else knows them. */
export const CALL = 'room:call'
export const SNAPSHOT = 'room:snapshot'
