import { useEffect } from 'react'
import type { Bridge } from '../../core/contract.ts'

/** Longer than any name of a key that the chair knows. */
const LONGEST_NAME = 20

/** Every key goes to the host, which knows what it means just now; a key that is held down is pressed once. */
export function useChairKeys(bridge: Bridge, isChair: boolean): void {
  useEffect(() => {
    if (!isChair) return
    const press = (event: KeyboardEvent): void => {
      if (event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      // The focus stays where it is, and nothing scrolls.
      if (event.key === 'Tab' || event.key.startsWith('Page')) event.preventDefault()
      if (event.key.length <= LONGEST_NAME) void bridge.call('chairKey', { key: event.key })
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [bridge, isChair])
}
