import { useEffect, useState } from 'react'
import { redo, undo } from '../kit/change.ts'
import { go, PLACES, type PlaceName } from './route.ts'

/** Keys that hold in every place. Single letters do nothing while somebody writes (WCAG 2.1.4). */

/** Puts the caret into the search of the place, where it has one; else into the library's. */
function search(): void {
  const field = document.querySelector<HTMLElement>('main [data-search] input, main input[type=search]')
  if (field) return field.focus()
  // Who stands elsewhere would be left there.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  go('library')
}

/** Whoever goes by keys reads on from the place's beginning, wherever she stood. */
function goToBegin(place: PlaceName): void {
  go(place)
  document.getElementById('main')?.focus()
}

export function useKeys(): readonly [isListOpen: boolean, setListOpen: (isOpen: boolean) => void] {
  const [isListOpen, setListOpen] = useState(false)
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const act = actionOf(event, () => setListOpen(true))
      if (!act || event.defaultPrevented) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  return [isListOpen, setListOpen]
}

function actionOf(event: KeyboardEvent, openList: () => void): (() => void) | undefined {
  const { key, shiftKey, altKey } = event
  const isCommand = event.ctrlKey || event.metaKey
  if (altKey || isModalOpen()) return undefined
  if (isCommand) {
    const place = PLACES[Number(key) - 1]
    if (place && !shiftKey) return () => goToBegin(place)
    if (key.toLowerCase() === 'f' && !shiftKey) return search
    // A field takes its own letters back first.
    if (isWriting(event.target)) return undefined
    if (key.toLowerCase() === 'z') return () => void (shiftKey ? redo() : undo())
    return key.toLowerCase() === 'y' ? () => void redo() : undefined
  }
  if (isWriting(event.target)) return undefined
  if (key === '/') return search
  return key === '?' ? openList : undefined
}

function isModalOpen(): boolean {
  return document.querySelector('.veil, .popover') !== null
}

/** Sliders, boxes and switches are inputs too, and nobody writes in them. */
function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !/^(range|checkbox|radio|button|submit)$/.test(target.type)
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName)
}
