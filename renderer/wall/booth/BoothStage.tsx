import { type CSSProperties, useEffect, useEffectEvent } from 'react'
import { bandPx, targetPx } from '../../core/booth/band.ts'
import type { BoothView } from '../../core/booth/calls.ts'
import type { Bridge, Snapshot } from '../../core/contract.ts'
import type { Stage } from '../../ui/slide-props.ts'
import type { AudioPool } from '../audio-pool.ts'
import { LayerStack, type LayerTarget } from '../LayerStack.tsx'
import { ORBIT_PX } from '../orbit.ts'
import { BoothBand } from './BoothBand.tsx'
import { type BoothSceneView, VisitContext } from './BoothScene.tsx'
import './booth.css'
import './band.css'
import { useVisit, type Visit } from './use-visit.ts'

interface BoothStageProps {
  /** The attract loop. */
  readonly target: LayerTarget
  readonly stage: Stage
  readonly bridge: Bridge
  readonly pool: AudioPool
  readonly snapshot: Snapshot
  readonly booth: BoothView
}

/** The wall of a stand: slides above, and at their foot a strip to be touched. */
export function BoothStage({ target, stage, bridge, pool, snapshot, booth }: BoothStageProps) {
  const visit = useVisit(bridge, booth.isVisited)
  const panel = panelOf(stage, snapshot)
  const bandHeight = bandPx(panel) + ORBIT_PX
  const slideStage = { ...stage, heightPx: stage.heightPx - bandHeight }
  const isVisited = snapshot.wall.type === 'visit'
  const visited = visitTarget(visit, snapshot, booth)
  const isQuiet = snapshot.wall.type !== 'play' && !isVisited
  useKeys(visit, isVisited)
  const style = { '--band': `${bandHeight}px`, '--target': `${targetPx(panel)}px` } as CSSProperties
  return (
    <VisitContext value={visit}>
      <div className="booth" style={style}>
        <div className="booth-slides">
          <LayerStack target={isVisited ? visited : target} stage={slideStage} bridge={bridge} pool={pool} />
        </div>
        <BoothBand
          visit={visit}
          isVisited={isVisited}
          isQuiet={isQuiet}
          booth={booth}
          snapshot={snapshot}
          stage={{ ...stage, heightPx: bandHeight }}
        />
      </div>
    </VisitContext>
  )
}

/** The panel behind the window: the stage is a little larger, for the orbit. */
function panelOf(stage: Stage, { screen }: Snapshot) {
  return {
    ...screen.panel,
    widthPx: stage.widthPx - 2 * ORBIT_PX,
    heightPx: stage.heightPx - 2 * ORBIT_PX,
  }
}

function visitTarget(visit: Visit, { room, screen }: Snapshot, booth: BoothView): LayerTarget {
  const { play } = visit
  const heard = { ...screen, sound: booth.mayListen && visit.isHeard }
  if (play)
    return { key: `play ${play.playId}`, view: { content: { type: 'play', play }, room, screen: heard } }
  const scene = sceneOf(visit, booth)
  return { key: keyOf(scene), view: { content: { type: 'booth', scene }, room, screen } }
}

function sceneOf(visit: Visit, { controls, drawsBack }: BoothView): BoothSceneView {
  const { place, choices, slides, felt, feelings } = visit
  switch (place.at) {
    case 'home':
      return { at: 'home', controls, choices }
    case 'choices':
      return { at: 'choices', controls, way: place.way, from: place.from, choices: choices[place.way] }
    case 'feel': {
      const play = slides.find(({ item }) => item.id === place.itemId)
      return { at: 'feel', controls, drawsBack, play, phase: place.phase, felt, feelings }
    }
    // A slide that is not there: whoever had chosen it chooses again.
    case 'slides':
      return { at: 'home', controls, choices }
  }
}

/** What changes within a scene is the same layer; only another scene comes in anew. */
function keyOf(scene: BoothSceneView): string {
  switch (scene.at) {
    case 'home':
      return 'booth home'
    case 'choices':
      return `booth ${scene.way} ${scene.from}`
    case 'feel':
      return `booth feel ${scene.play?.item.id} ${scene.phase}`
  }
}

/** Who has keys leafs with them; buttons have their own. */
function useKeys(visit: Visit, isVisited: boolean): void {
  const pressed = useEffectEvent(({ key }: KeyboardEvent): void => {
    if (!isVisited) return
    if (key === 'ArrowRight' || key === 'PageDown') visit.go({ type: 'next' })
    if (key === 'ArrowLeft' || key === 'PageUp') visit.go({ type: 'back' })
    if (key === 'Escape') visit.leave()
  })
  useEffect(() => {
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}
