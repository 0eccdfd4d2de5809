import { useEffect, useEffectEvent, useState } from 'react'
import type { PlayView } from '../../core/contract.ts'
import { areFontsHere, loadFonts } from '../../ui/load-fonts.ts'

/** Whether the faces for a slide are there: text is measured when they are. */
export function useFonts(play: PlayView | undefined, language: string): boolean {
  const id = play?.playId
  const [loaded, setLoaded] = useState(() => (play && areFontsHere(play, { language }) ? id : undefined))
  const load = useEffectEvent(() => loadFonts(play, { language }))
  useEffect(() => {
    if (id === undefined || loaded === id) return
    let isLate = false
    void load().then(() => isLate || setLoaded(id))
    return () => {
      isLate = true
    }
  }, [id, loaded])
  return id !== undefined && loaded === id
}
