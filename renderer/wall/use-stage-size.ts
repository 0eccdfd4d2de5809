import { useEffect, useState } from 'react'
import type { ScreenView } from '../core/contract.ts'
import type { Stage } from '../ui/slide-props.ts'
import { stageFor } from '../ui/stage.ts'
import { ORBIT_PX } from './orbit.ts'

/** The stage of this window: as large as the window, and a little over for the orbit. */
export function useStageSize(panel: ScreenView['panel']): Stage {
  const [size, setSize] = useState(windowSize)
  useEffect(() => {
    const listener = (): void => setSize(windowSize())
    window.addEventListener('resize', listener)
    return () => window.removeEventListener('resize', listener)
  }, [])
  const stage = stageFor({ ...panel, ...size })
  return { ...stage, widthPx: size.widthPx + 2 * ORBIT_PX, heightPx: size.heightPx + 2 * ORBIT_PX }
}

function windowSize(): { widthPx: number; heightPx: number } {
  return { widthPx: Math.max(1, window.innerWidth), heightPx: Math.max(1, window.innerHeight) }
}
