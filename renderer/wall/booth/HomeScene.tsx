import { use } from 'react'
import type { BoothView } from '../../core/booth/calls.ts'
import { type Choices, WAYS } from '../../core/booth/calls.ts'
import type { Snapshot } from '../../core/contract.ts'
import { VisitContext } from './BoothScene.tsx'
import { ChoiceRow, SceneFrame } from './parts.tsx'
import { boothWords } from './words.ts'

interface HomeProps {
  readonly choices: Choices
  readonly controls: BoothView['controls']
  readonly room: Snapshot['room']
}

/** By whom, by which moment, by what: only what there is. */
export function HomeScene({ choices, controls, room }: HomeProps) {
  const visit = use(VisitContext)
  const words = boothWords(room.language)
  const ways = WAYS.filter((way) => choices[way].length > 0)
  return (
    <SceneFrame title={words.what} controls={controls} room={room}>
      {ways.map((way) => (
        <ChoiceRow
          key={way}
          label={words.way[way]}
          detail={words.count(way, choices[way].length)}
          onPress={() => visit?.go({ type: 'way', way })}
        />
      ))}
    </SceneFrame>
  )
}
