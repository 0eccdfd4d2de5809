import { useCallback, useEffect, useEffectEvent, useMemo, useReducer, useRef, useState } from 'react'
import type { Bridge, PlayView, Snapshot, WallView } from '../core/contract.ts'
import { loadFonts } from '../ui/load-fonts.ts'
import { useMediaUrl } from '../ui/media-url.ts'
import { AudioPool } from './audio-pool.ts'
import { useChairKeys } from './chair/use-chair-keys.ts'
import { type Layer, type LayerEvent, type Layers, NO_LAYERS, stepLayers } from './layers.ts'
import { useMirror } from './mirror.ts'
import { ORBIT_PX, ORBIT_STEP_MS, orbitAt } from './orbit.ts'
import { asksWithCors, decodeAhead, picturesOf, recordingOf } from './prepare.ts'
import { useStageSize } from './use-stage-size.ts'
import { WallLayer, type WallScene } from './WallLayer.tsx'

/** The window on the wall. Nothing until the host has said what to show; then never nothing again. */
export function Wall({ bridge }: { readonly bridge: Bridge }) {
  const snapshot = useMirror((mirror) => mirror.snapshot)
  return snapshot ? <WallStage bridge={bridge} snapshot={snapshot} /> : null
}

function WallStage({ bridge, snapshot }: { readonly bridge: Bridge; readonly snapshot: Snapshot }) {
  const stage = useStageSize(snapshot.screen.panel)
  const pool = useMemo(() => new AudioPool(), [])
  const [layers, send] = useReducer<Layers<WallScene>, [LayerEvent<WallScene>]>(stepLayers, NO_LAYERS)
  const { wall, screen } = snapshot
  const [wantsMeasure, setWantsMeasure] = useState(false)
  const isMeasuring = wantsMeasure && wall.type === 'chair'
  const endMeasure = useCallback(() => setWantsMeasure(false), [])

  useEffect(() => {
    const { wall, room, screen } = snapshot
    const target = isMeasuring ? MEASURE : { key: keyOf(snapshot), content: contentOf(wall) }
    send({ type: 'target', key: target.key, view: { content: target.content, room, screen } })
  }, [snapshot, isMeasuring])
  useEffect(() => {
    document.documentElement.dataset['theme'] = screen.theme
  }, [screen.theme])
  useAhead(wall.type === 'play' ? wall.next : undefined, snapshot.room, pool)
  const listening = wall.type === 'chair' && !isMeasuring ? wall.chair : undefined
  useChairKeys(bridge, listening, () => setWantsMeasure(true))
  const orbit = useOrbit()

  return (
    <div ref={orbit} className="orbit" style={{ inset: `${-ORBIT_PX}px` }}>
      {layers.stack.map((layer, index) => (
        <WallLayer
          key={layer.key}
          layer={layer}
          stage={stage}
          bridge={bridge}
          pool={pool}
          motion={motionOf(layers.stack, screen.reducedMotion)}
          isLeaving={layers.stack[index + 1]?.phase === 'entering'}
          send={send}
          onMeasured={endMeasure}
        />
      ))}
    </div>
  )
}

/** In place of what the host wants to be seen: somebody holds a card on the glass. */
const MEASURE = { key: 'measure', content: { type: 'measure' } } as const

function keyOf({ wall }: Snapshot): string {
  if (wall.type === 'message') return `message ${wall.message}`
  if (wall.type === 'chair') return `chair ${wall.chair.sceneId}`
  return wall.type === 'play' ? `play ${wall.play.playId}` : `notice ${wall.type}`
}

/** What follows a play is no part of its layer. */
function contentOf(wall: WallView): WallScene['content'] {
  return wall.type === 'play' ? { type: wall.type, play: wall.play } : wall
}

/** The first slide after a start has nothing to come over, and an item that follows itself has not changed. */
function motionOf(stack: readonly Layer<WallScene>[], reduced: boolean): 'full' | 'reduced' | 'none' {
  const [shown, coming] = stack
  if (!shown || !coming || slideOf(shown) === slideOf(coming)) return 'none'
  return reduced ? 'reduced' : 'full'
}

function slideOf({ key, view: { content } }: Layer<WallScene>): string {
  return content.type === 'play' ? `${content.play.item.id} ${content.play.part.index}` : key
}

/** Decodes what follows while there is time; the pictures are kept until something else follows. */
function useAhead(next: PlayView | undefined, room: Snapshot['room'], pool: AudioPool): void {
  const kept = useRef<readonly HTMLImageElement[]>([])
  const mediaUrl = useMediaUrl()
  const fetchAhead = useEffectEvent(async (): Promise<void> => {
    if (!next) return
    const recording = recordingOf(next)
    if (recording) pool.ahead(mediaUrl(recording))
    void loadFonts(next, room)
    kept.current = await decodeAhead(picturesOf(next).map(mediaUrl), asksWithCors(next))
  })
  const playId = next?.playId
  useEffect(() => {
    if (playId !== undefined) void fetchAhead()
  }, [playId])
}

/** Moves the element itself, not the state: one pixel a minute is no reason to render. */
function useOrbit() {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const move = (): void => {
      const { x, y } = orbitAt(Date.now())
      if (ref.current) ref.current.style.transform = `translate(${x}px, ${y}px)`
    }
    move()
    const timer = setInterval(move, ORBIT_STEP_MS)
    return () => clearInterval(timer)
  }, [])
  return ref
}
