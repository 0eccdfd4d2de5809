import { useEffect, useReducer } from 'react'
import type { Bridge } from '../core/contract.ts'
import type { Stage } from '../ui/slide-props.ts'
import type { AudioPool } from './audio-pool.ts'
import { type Layer, type LayerEvent, type Layers, NO_LAYERS, stepLayers } from './layers.ts'
import { WallLayer, type WallScene } from './WallLayer.tsx'

export interface LayerTarget {
  /** The play, or what stands in its place. */
  readonly key: string
  readonly view: WallScene
}

interface LayerStackProps {
  readonly target: LayerTarget
  readonly stage: Stage
  readonly bridge: Bridge
  readonly pool: AudioPool
  /** The panel was measured, or not: what the host wants is to be seen again. */
  readonly onMeasured?: () => void
}

/** What is wanted, prepared unseen and then swapped in: two layers at most. */
export function LayerStack({ target, stage, bridge, pool, onMeasured = nothing }: LayerStackProps) {
  const [layers, send] = useReducer<Layers<WallScene>, [LayerEvent<WallScene>]>(stepLayers, NO_LAYERS)
  useEffect(() => send({ type: 'target', ...target }), [target])
  return layers.stack.map((layer, index) => (
    <WallLayer
      key={layer.key}
      layer={layer}
      stage={stage}
      bridge={bridge}
      pool={pool}
      motion={motionOf(layers.stack, target.view.screen.reducedMotion)}
      isLeaving={layers.stack[index + 1]?.phase === 'entering'}
      send={send}
      onMeasured={onMeasured}
    />
  ))
}

const nothing = (): void => undefined

/** The first slide after a start has nothing to come over, and an item that follows itself has not changed. */
function motionOf(stack: readonly Layer<WallScene>[], reduced: boolean): 'full' | 'reduced' | 'none' {
  const [shown, coming] = stack
  if (!shown || !coming || slideOf(shown) === slideOf(coming)) return 'none'
  return reduced ? 'reduced' : 'full'
}

function slideOf({ key, view: { content } }: Layer<WallScene>): string {
  return content.type === 'play' ? `${content.play.item.id} ${content.play.part.index}` : key
}
