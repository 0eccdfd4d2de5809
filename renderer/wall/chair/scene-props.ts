import type { ChairScene, ChairSceneType, ChairView } from '../../core/chair/view.ts'
import type { Bridge, ScreenView, Snapshot } from '../../core/contract.ts'
import { mmPerPixel, type Panel } from '../../core/legibility.ts'
import type { Stage } from '../../ui/slide-props.ts'

/** What every scene of the chair is drawn from. */
export interface ChairProps {
  readonly chair: ChairView
  readonly room: Snapshot['room']
  readonly screen: ScreenView
  readonly bridge: Bridge
}

export type SceneOf<Type extends ChairSceneType> = Extract<ChairScene, { readonly type: Type }>

export type SceneProps<Type extends ChairSceneType> = ChairProps & { readonly scene: SceneOf<Type> }

/** What is touched is at least so large, mm (issue: big targets, one hand). */
const TARGET_MM = 20

/** A finger's target on this panel, in u. */
export function targetU(screen: ScreenView, stage: Stage): number {
  return TARGET_MM / mmPerPixel(panelOf(screen, stage)) / stage.u
}

export function panelOf(screen: ScreenView, stage: Stage): Panel {
  return { ...screen.panel, widthPx: stage.widthPx, heightPx: stage.heightPx }
}
