import { use } from 'react'
import type { BoothView, Choice, Way } from '../../core/booth/calls.ts'
import type { Snapshot } from '../../core/contract.ts'
import { Figure } from '../../ui/Figure.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { We } from '../../ui/Text.tsx'
import { VisitContext } from './BoothScene.tsx'
import { ChoiceRow, SceneFrame } from './parts.tsx'
import { boothWords } from './words.ts'

interface ChoicesProps {
  readonly way: Way
  readonly from: number
  readonly choices: readonly Choice[]
  readonly controls: BoothView['controls']
  readonly room: Snapshot['room']
}

/** Whom, when or what: as many as are touched with ease; the rest comes with `More`. */
export function ChoicesScene({ way, from, choices, controls, room }: ChoicesProps) {
  const visit = use(VisitContext)
  const { stage } = useStage()
  const words = boothWords(room.language)
  const most = mostAtOnce(way, stage.shape === 'portrait')
  const shown = choices.slice(from, from + most)
  const choose = (value: string) => (): void => visit?.choose(way, value)
  return (
    <SceneFrame title={words.choose[way]} controls={controls} room={room}>
      <div className="booth-grid" data-way={way}>
        {shown.map((choice) =>
          choice.member ? (
            <Person key={choice.value} choice={choice} onPress={choose(choice.value)} />
          ) : (
            <ChoiceRow
              key={choice.value}
              label={choice.label}
              c={1.92}
              detail={`${choice.count}`}
              onPress={choose(choice.value)}
            />
          ),
        )}
      </div>
      {choices.length > most ? (
        <ChoiceRow
          label={words.more}
          c={1.92}
          detail={`${from + 1}–${from + shown.length} / ${choices.length}`}
          onPress={() => visit?.go({ type: 'more', from: from + most < choices.length ? from + most : 0 })}
        />
      ) : null}
    </SceneFrame>
  )
}

function mostAtOnce(way: Way, portrait: boolean): number {
  if (way === 'persona') return portrait ? 4 : 5
  return portrait ? 5 : 6
}

const BUST_U = 12

/** Her paper, her figure, her name. */
function Person({ choice, onPress }: { readonly choice: Choice; readonly onPress: () => void }) {
  const { member, label } = choice
  if (!member) return null
  const { portrait, evidence, age } = member
  return (
    <button
      type="button"
      className="booth-person on"
      data-paper={member.paper}
      data-target=""
      onClick={onPress}
    >
      {portrait ? (
        <Figure
          media={portrait}
          evidence={evidence}
          alt=""
          heightU={BUST_U}
          style={{ position: 'relative', flex: 'none' }}
        />
      ) : null}
      <We c={1} strong>
        {age === undefined ? label : `${label}, ${age}`}
      </We>
    </button>
  )
}
