import { useEffect, useRef } from 'react'

/** `n` and `p` go to the next and the previous one, unless somebody writes. */
export function useNextKeys(go: (step: 1 | -1) => void): void {
  const latest = useRef(go)
  useEffect(() => {
    latest.current = go
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const step = event.key === 'n' ? 1 : event.key === 'p' ? -1 : undefined
      if (step === undefined || isTaken(event)) return
      event.preventDefault()
      // Before the list takes the letter for the beginning of a name.
      event.stopPropagation()
      latest.current(step)
    }
    document.addEventListener('keydown', listen, { capture: true })
    return () => document.removeEventListener('keydown', listen, { capture: true })
  }, [])
}

/** Whether the key is for a field, a dialog or a menu. */
export function isTaken({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const isWriting =
    target instanceof HTMLElement &&
    target.closest(
      'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=spinbutton]',
    ) !== null
  const isElsewhere = document.querySelector('.veil, .popover') !== null
  return ctrlKey || metaKey || altKey || isWriting || isElsewhere
}
