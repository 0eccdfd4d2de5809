import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { Bridge, PlayView, Snapshot, WallView } from '../core/contract.ts'
import { loadFonts } from '../ui/load-fonts.ts'
import { useMediaUrl } from '../ui/media-url.ts'
import { AudioPool } from './audio-pool.ts'
import { BoothStage } from './booth/BoothStage.tsx'
import { useChairKeys } from './chair/use-chair-keys.ts'
import { LayerStack, type LayerTarget } from './LayerStack.tsx'
import { useMirror } from './mirror.ts'
import { ORBIT_PX, ORBIT_STEP_MS, orbitAt } from './orbit.ts'
import { asksWithCors, decodeAhead, picturesOf, recordingOf } from './prepare.ts'
import { useStageSize } from './use-stage-size.ts'
import type { WallScene } from './WallLayer.tsx'

/** The window on the wall. Nothing until the host has said what to show; then never nothing again. */
export function Wall({ bridge }: { readonly bridge: Bridge }) {
  const snapshot = useMirror((mirror) => mirror.snapshot)
  return snapshot ? <WallStage bridge={bridge} snapshot={snapshot} /> : null
}

function WallStage({ bridge, snapshot }: { readonly bridge: Bridge; readonly snapshot: Snapshot }) {
  const stage = useStageSize(snapshot.screen.panel)
  const pool = useMemo(() => new AudioPool(), [])
  const { wall, screen } = snapshot
  const [wantsMeasure, setWantsMeasure] = useState(false)
  const isMeasuring = wantsMeasure && wall.type === 'chair'
  const endMeasure = useCallback(() => setWantsMeasure(false), [])
  const target = useMemo(() => targetOf(snapshot, isMeasuring), [snapshot, isMeasuring])

  useEffect(() => {
    document.documentElement.dataset['theme'] = screen.theme
  }, [screen.theme])
  useAhead(wall.type === 'play' ? wall.next : undefined, snapshot.room, pool)
  const listening = wall.type === 'chair' && !isMeasuring ? wall.chair : undefined
  useChairKeys(bridge, listening, () => setWantsMeasure(true))
  const orbit = useOrbit()
  const parts = { target, stage, bridge, pool }

  return (
    <div ref={orbit} className="orbit" style={{ inset: `${-ORBIT_PX}px` }}>
      {snapshot.booth ? (
        <BoothStage {...parts} snapshot={snapshot} booth={snapshot.booth} />
      ) : (
        <LayerStack {...parts} onMeasured={endMeasure} />
      )}
    </div>
  )
}

/** In place of what the host wants to be seen: somebody holds a card on the glass. */
const MEASURE = { key: 'measure', content: { type: 'measure' } } as const

function targetOf(snapshot: Snapshot, isMeasuring: boolean): LayerTarget {
  const { wall, room, screen } = snapshot
  const { key, content } = isMeasuring ? MEASURE : { key: keyOf(snapshot), content: contentOf(wall) }
  return { key, view: { content, room, screen } }
}

function keyOf({ wall }: Snapshot): string {
  if (wall.type === 'message') return `message ${wall.message}`
  if (wall.type === 'chair') return `chair ${wall.chair.sceneId}`
  return wall.type === 'play' ? `play ${wall.play.playId}` : `notice ${wall.type}`
}

/** What follows a play is no part of its layer. A visit is drawn by the booth; a wall that is none has nothing of it. */
function contentOf(wall: WallView): WallScene['content'] {
  if (wall.type === 'visit') return { type: 'off' }
  return wall.type === 'play' ? { type: wall.type, play: wall.play } : wall
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
