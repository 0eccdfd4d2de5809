import { useEffect, useSyncExternalStore } from 'react'
import { MOST_SLIDES } from '../../core/admin/look.ts'
import type { PlayView } from '../../core/contract.ts'
import { bridge } from '../bridge.ts'
import { atRest } from './drawing.ts'

/** Slides of the items in sight: asked for by the dozen once the list rests, and kept for a while. */

const KEPT = 400
const plays = new Map<string, PlayView | undefined>()
const wanted = new Set<string>()
const listeners = new Set<() => void>()
let isAsking = false

/** The first slide of an item that may be drawn. `version`: what it is drawn from may be another since. */
export function useSlide(id: string, version: string): PlayView | undefined {
  const key = `${version} ${id}`
  const play = useSyncExternalStore(subscribe, () => plays.get(key))
  useEffect(() => {
    if (plays.has(key)) return
    wanted.add(key)
    // All of a screenful is mounted before the first is asked for; what flies past is not asked for at all.
    queueMicrotask(() => atRest(() => void ask()))
    return () => void wanted.delete(key)
  }, [key])
  return play
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

async function ask(): Promise<void> {
  if (isAsking || wanted.size === 0) return
  isAsking = true
  const keys = [...wanted].slice(0, MOST_SLIDES)
  for (const key of keys) wanted.delete(key)
  const ids = keys.map((key) => key.slice(key.indexOf(' ') + 1))
  const answer = await bridge.call('slides', { ids }).catch(() => [])
  for (const [at, key] of keys.entries()) plays.set(key, answer[at]?.play)
  for (const key of [...plays.keys()].slice(0, Math.max(0, plays.size - KEPT))) plays.delete(key)
  isAsking = false
  for (const listener of listeners) listener()
  void ask()
}
