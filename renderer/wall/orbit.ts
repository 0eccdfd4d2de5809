/** A still picture burns in: the whole wall wanders round a small circle, too slowly to be seen. */

/** Radius in px; the stage is drawn larger by this on every side, so that no edge shows. */
export const ORBIT_PX = 3
const ROUND_MS = 16 * 60_000
export const ORBIT_STEP_MS = 20_000

/** Offset in whole px at a time in ms; one round takes 16 minutes. */
export function orbitAt(now: number): { readonly x: number; readonly y: number } {
  const angle = ((now % ROUND_MS) / ROUND_MS) * 2 * Math.PI
  return { x: Math.round(Math.cos(angle) * ORBIT_PX), y: Math.round(Math.sin(angle) * ORBIT_PX) }
}
