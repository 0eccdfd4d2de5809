import { type RefObject, useEffect } from 'react'

/** What the Tab key stops at. */
const STOPS =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]'

/** Where something stood that had the focus and is gone. */
interface Gap {
  readonly parent: Element
  readonly before: Node | null
}

/**
 * Whoever presses a button that goes away with what it did, goes on where it stood: at what came in its place, else at what
 * follows, else at what was before it. Without this she would begin anew at the top of the window.
 */
export function useKeptFocus(main: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const within = main.current
    if (!within) return
    let last: Element | undefined
    let gap: Gap | undefined
    let frame = 0
    // A row that a hand has scrolled away is no loss, and the arrow keys are not to land on another one.
    let isByKeys = false
    const hear = ({ type }: Event): void => {
      isByKeys = type === 'keydown'
    }

    /** A sheet or a message gives the focus back to where it was before. */
    function note({ target }: FocusEvent): void {
      if (!(target instanceof Element)) return
      gap = undefined
      if (within?.contains(target)) last = target
      else if (target.closest('header')) last = undefined
    }
    function look(records: readonly MutationRecord[]): void {
      if (last && !last.isConnected) {
        gap = gapOf(last, records) ?? gap
        last = undefined
      }
      if (!gap) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(fill)
    }
    function fill(): void {
      if (!gap || !within || !isByKeys || document.activeElement !== document.body) return
      const to = stopAt(gap, within)
      gap = undefined
      to.focus({ preventScroll: true })
    }

    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true })
    const end = new AbortController()
    const options = { capture: true, passive: true, signal: end.signal }
    document.addEventListener('focusin', note, options)
    for (const name of ['keydown', 'pointerdown', 'wheel']) document.addEventListener(name, hear, options)
    return () => {
      observer.disconnect()
      end.abort()
      cancelAnimationFrame(frame)
    }
  }, [main])
}

function gapOf(gone: Element, records: readonly MutationRecord[]): Gap | undefined {
  const record = records.findLast(
    ({ target, removedNodes }) =>
      target.isConnected && [...removedNodes].some((removed) => removed.contains(gone)),
  )
  return record?.target instanceof Element
    ? { parent: record.target, before: record.previousSibling }
    : undefined
}

/** The place itself, where all of it is another one. */
function stopAt({ parent, before }: Gap, main: HTMLElement): HTMLElement {
  let [around, from]: [Element | null, Node | null] = [parent, before?.isConnected ? before : null]
  while (around && around !== main && main.contains(around)) {
    const stops = [...around.querySelectorAll<HTMLElement>(STOPS)]
    const after = stops.find((stop) => from === null || isBehind(stop, from))
    const found = after ?? stops.at(-1)
    if (found) return found
    ;[around, from] = [around.parentElement, around]
  }
  return main
}

function isBehind(stop: Node, from: Node): boolean {
  return !from.contains(stop) && (from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}
