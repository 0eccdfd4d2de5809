import { useSyncExternalStore } from 'react'
import type { ScreenView } from '../core/contract.ts'
import type { Stage } from '../ui/slide-props.ts'
import { stageFor } from '../ui/stage.ts'
import { ORBIT_PX } from './orbit.ts'

/**
 * The stage of this window: as large as the window, and a little over for the orbit. A window that grows between the
 * first drawing and the subscription, as one does that is just taking its screen, is asked again.
 */
export function useStageSize(panel: ScreenView['panel']): Stage {
  const widthPx = useSyncExternalStore(subscribe, windowWidth)
  const heightPx = useSyncExternalStore(subscribe, windowHeight)
  const stage = stageFor({ ...panel, widthPx, heightPx })
  return { ...stage, widthPx: widthPx + 2 * ORBIT_PX, heightPx: heightPx + 2 * ORBIT_PX }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

const windowWidth = (): number => Math.max(1, window.innerWidth)
const windowHeight = (): number => Math.max(1, window.innerHeight)
