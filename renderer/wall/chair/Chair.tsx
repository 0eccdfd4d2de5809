import type { ChairView } from '../../core/chair/view.ts'
import type { Bridge, ScreenView, Snapshot } from '../../core/contract.ts'
import { direction } from '../../core/text.ts'
import { Frame } from '../../ui/Frame.tsx'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { Head, We } from '../../ui/Text.tsx'

export interface ChairProps {
  readonly chair: ChairView
  readonly room: Snapshot['room']
  readonly screen: ScreenView
  readonly bridge: Bridge
}

/** One scene of the chair. */
export function Chair({ chair, room }: ChairProps) {
  const { grid } = useStage()
  const { scene } = chair
  const persona = 'persona' in scene ? scene.persona : undefined
  const choices = 'choices' in scene ? scene.choices : []
  return (
    <Slide lang={room.language} dir={direction(room.name)}>
      <div
        className="at"
        style={{ insetInlineStart: 'var(--ms)', top: u(grid.topU), width: u(grid.liveU) }}
        data-scene={scene.type}
      >
        <Head c={2} rise={1}>
          {persona?.name ?? scene.type}
        </Head>
        {'question' in scene ? <We c={1.41}>{scene.question}</We> : null}
        {choices.map(({ id, label, digit, isHighlighted }) => (
          <We key={id} c={1} strong={isHighlighted}>
            {digit} {label}
          </We>
        ))}
      </div>
      <Frame rest={room.name} room={room} pass={{ index: 0, count: 1 }} short />
    </Slide>
  )
}
