import { createContext } from 'react'
import type { BoothView, Choice, Choices, Felt, Way } from '../../core/booth/calls.ts'
import type { PlayView, Snapshot } from '../../core/contract.ts'
import { ChoicesScene } from './ChoicesScene.tsx'
import { FeelScene } from './FeelScene.tsx'
import { HomeScene } from './HomeScene.tsx'
import type { Visit } from './use-visit.ts'

/** What a booth shows between slides. */
export type BoothSceneView = { readonly controls: BoothView['controls'] } & (
  | { readonly at: 'home'; readonly choices: Choices }
  | { readonly at: 'choices'; readonly way: Way; readonly from: number; readonly choices: readonly Choice[] }
  | {
      readonly at: 'feel'
      readonly drawsBack: boolean
      /** The journey. */
      readonly play: PlayView | undefined
      readonly phase: number
      readonly felt: readonly Felt[]
      readonly feelings: Visit['feelings']
    }
)

/** The visit whose scenes these are; undefined in a gallery. */
export const VisitContext = createContext<Visit | undefined>(undefined)

export function BoothScene({
  scene,
  room,
}: {
  readonly scene: BoothSceneView
  readonly room: Snapshot['room']
}) {
  switch (scene.at) {
    case 'home':
      return <HomeScene {...scene} room={room} />
    case 'choices':
      return <ChoicesScene {...scene} room={room} />
    case 'feel':
      return <FeelScene {...scene} room={room} />
  }
}
