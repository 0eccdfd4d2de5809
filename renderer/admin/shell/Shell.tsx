import { createElement, useEffect, useRef } from 'react'
import { bridge } from '../bridge.ts'
import { useDrop } from '../import/use-drop.ts'
import { useMirror } from '../mirror.ts'
import { useWords } from '../words/use-words.ts'
import { KeyList } from './KeyList.tsx'
import { Navigation } from './Navigation.tsx'
import { PlaceBoundary } from './PlaceBoundary.tsx'
import { places } from './places.ts'
import { useRoute } from './route.ts'
import { Toasts } from './Toasts.tsx'
import { useKeptFocus } from './use-kept-focus.ts'
import { useKeys } from './use-keys.ts'

/** The frame around all places: where somebody is, where she can go, and what was just done. */
export function Shell() {
  const { shell, imports } = useWords()
  const isDropped = useDrop()
  const { place, detail } = useRoute()
  const folderGone = useMirror((mirror) => mirror.snapshot?.folderGone ?? false)
  const folder = useMirror((mirror) => mirror.snapshot?.room.folder ?? '')
  const isThere = useMirror((mirror) => mirror.snapshot !== undefined)
  const main = useMainFocus(place)
  useEffect(() => {
    // The host puts a large room in order while somebody looks at the first place; whoever asks for a list next waits for none.
    if (isThere) bridge.call('find', { from: 0, count: 0 }).catch((error: unknown) => console.error(error))
  }, [isThere])
  useKeptFocus(main)
  const [isListOpen, setListOpen] = useKeys()

  return (
    <div className="shell">
      {/* A button, since the window's address names the place and not a part of it. */}
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {shell.skip}
      </button>
      <Navigation place={place} onKeys={() => setListOpen(true)} />
      <main id="main" tabIndex={-1} ref={main} className={`place ${place}`}>
        {folderGone ? (
          <p className="notice" role="alert">
            <strong className="signal">{shell.folderGone}</strong> {shell.folderGoneHint(folder)}
          </p>
        ) : null}
        {isThere ? (
          <PlaceBoundary key={place}>{createElement(places[place], { detail })}</PlaceBoundary>
        ) : null}
      </main>
      {isDropped ? <p className="drop-here lead">{imports.dropHere}</p> : null}
      <Toasts />
      <KeyList isOpen={isListOpen} onOpenChange={setListOpen} />
    </div>
  )
}

/** Whoever changes the place reads on from its beginning. */
function useMainFocus(place: string) {
  const main = useRef<HTMLElement>(null)
  const before = useRef(place)
  useEffect(() => {
    if (before.current !== place) main.current?.scrollTo(0, 0)
    before.current = place
  }, [place])
  return main
}
