import type { ReactNode } from 'react'
import type { BoothView } from '../../core/booth/calls.ts'
import type { Snapshot } from '../../core/contract.ts'
import { direction } from '../../core/text.ts'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { Head, We } from '../../ui/Text.tsx'

interface SceneFrameProps {
  readonly title: string
  readonly lead?: string | undefined
  readonly controls: BoothView['controls']
  readonly room: Snapshot['room']
  readonly children: ReactNode
}

/** A question above, and what is touched below it: in the lower part, where somebody who sits reaches it too. */
export function SceneFrame({ title, lead, controls, room, children }: SceneFrameProps) {
  const { grid } = useStage()
  return (
    <Slide lang={room.language} dir={direction(title)}>
      <div className="at booth-scene" data-controls={controls} style={{ top: u(grid.topU) }}>
        <header data-rise="1">
          {lead === undefined ? null : <We c={1}>{lead}</We>}
          <Head c={2.83}>{title}</Head>
        </header>
        <div className="booth-choices" data-rise="2">
          {children}
        </div>
      </div>
    </Slide>
  )
}

interface ChoiceRowProps {
  readonly label: string
  /** Cap height of the label, u. */
  readonly c?: number
  readonly detail: string
  readonly onPress: () => void
}

/** One line to be touched, between hairlines. */
export function ChoiceRow({ label, detail, onPress, c = 2 }: ChoiceRowProps) {
  return (
    <button type="button" className="booth-row" data-target="" onClick={onPress}>
      <Head c={c} tight>
        {capitalised(label)}
      </Head>
      <We c={1}>{detail}</We>
    </button>
  )
}

/** Themes and stages are written as words within a sentence. */
function capitalised(label: string): string {
  const [first = ''] = label
  return first.toLocaleUpperCase() + label.slice(first.length)
}
