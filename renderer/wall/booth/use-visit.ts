import { useEffect, useEffectEvent, useReducer, useRef, useState } from 'react'
import type { Choices, Felt, Way } from '../../core/booth/calls.ts'
import { HOME, type Place, type PlaceEvent, stepPlace } from '../../core/booth/place.ts'
import type { Bridge, PlayView } from '../../core/contract.ts'

const NO_CHOICES: Choices = { persona: [], stage: [], theme: [] }
/** Signs of life of a visitor, who may touch the screen many times a second. */
const TOUCH_MS = 1_000

/** Everything about one visit. It is this window's alone, and with the visit it is gone. */
export interface Visit {
  readonly place: Place
  readonly choices: Choices
  readonly slides: readonly PlayView[]
  /** The slide that is on, if she leafs through some. */
  readonly play: PlayView | undefined
  readonly isHeard: boolean
  /** By item: how many know it, herself among them. */
  readonly known: Readonly<Record<string, number>>
  /** What she would feel, by item and phase. */
  readonly feelings: Readonly<Record<string, number>>
  readonly felt: readonly Felt[]
  go(event: PlaceEvent): void
  choose(way: Way, value: string): void
  meToo(itemId: string): void
  feel(itemId: string, phase: string, feeling: number): void
  setHeard(isHeard: boolean): void
  leave(): void
}

/** @param isVisited as the host says: it ends a visit that nobody goes on with */
export function useVisit(bridge: Bridge, isVisited: boolean): Visit {
  const [place, go] = useReducer(stepPlace, HOME)
  const [choices, setChoices] = useState(NO_CHOICES)
  const [slides, setSlides] = useState<readonly PlayView[]>([])
  const [isHeard, setHeard] = useState(false)
  const [known, setKnown] = useState<Readonly<Record<string, number>>>({})
  const [feelings, setFeelings] = useState<Readonly<Record<string, number>>>({})
  const [felt, setFelt] = useState<readonly Felt[]>([])

  const begin = useEffectEvent(async (isBegun: boolean): Promise<void> => {
    go({ type: 'home' })
    setSlides([])
    setHeard(false)
    setKnown({})
    setFeelings({})
    setFelt([])
    setChoices(isBegun ? await bridge.call('visitChoices') : NO_CHOICES)
  })
  useEffect(() => {
    void begin(isVisited)
  }, [isVisited])
  useTouches(bridge, isVisited)

  return {
    ...{ place, choices, slides, isHeard, known, feelings, felt, go, setHeard },
    play: place.at === 'slides' ? slides[place.index] : undefined,
    async choose(way, value) {
      const found = await bridge.call('visitItems', { way, value })
      setSlides(found)
      go({ type: 'choose', value, count: found.length })
    },
    async meToo(itemId) {
      if (known[itemId] !== undefined) return
      setKnown({ ...known, [itemId]: 1 })
      const count = await bridge.call('meToo', { itemId })
      setKnown((before) => ({ ...before, [itemId]: Math.max(1, count) }))
    },
    async feel(itemId, phase, feeling) {
      const key = feelingKey(itemId, phase)
      if (feelings[key] !== undefined) return
      setFeelings({ ...feelings, [key]: feeling })
      setFelt(await bridge.call('feel', { itemId, phase, feeling }))
    },
    leave: () => void bridge.call('leaveVisit'),
  }
}

export function feelingKey(itemId: string, phase: string): string {
  return JSON.stringify([itemId, phase])
}

/** Whatever is touched or pressed, somebody is there. The touch that begins a visit is told at once. */
function useTouches(bridge: Bridge, isVisited: boolean): void {
  const last = useRef(Number.NEGATIVE_INFINITY)
  const touched = useEffectEvent((): void => {
    const now = performance.now()
    if (isVisited && now - last.current < TOUCH_MS) return
    last.current = now
    void bridge.call('visit')
  })
  useEffect(() => {
    for (const name of TOUCHES) window.addEventListener(name, touched, { capture: true })
    return () => {
      for (const name of TOUCHES) window.removeEventListener(name, touched, { capture: true })
    }
  }, [])
}

const TOUCHES = ['pointerdown', 'keydown', 'wheel'] as const
