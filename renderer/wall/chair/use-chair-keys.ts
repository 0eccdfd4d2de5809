import { useEffect, useEffectEvent } from 'react'
import type { ChairView } from '../../core/chair/view.ts'
import type { Bridge } from '../../core/contract.ts'

/** Longer than any name of a key that the chair knows. */
const LONGEST_NAME = 20
/** While she sits still, it measures the panel instead of beginning a meeting. */
const MEASURE_KEYS: readonly string[] = ['c', 'C']

/** Every key goes to the host, which knows what it means just now; a key that is held down is pressed once. */
export function useChairKeys(bridge: Bridge, chair: ChairView | undefined, onMeasure: () => void): void {
  const isListening = chair !== undefined
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    // The focus stays where it is, and nothing scrolls.
    if (event.key === 'Tab' || event.key.startsWith('Page')) event.preventDefault()
    if (chair?.scene.type === 'still' && MEASURE_KEYS.includes(event.key)) onMeasure()
    else if (event.key.length <= LONGEST_NAME) void bridge.call('chairKey', { key: event.key })
  })
  useEffect(() => {
    if (!isListening) return
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [isListening])
}
