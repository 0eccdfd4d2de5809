import { messages } from '../../ui/messages.ts'
import { Pin } from '../../ui/Sheet.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { We } from '../../ui/Text.tsx'
import { phaseAt } from './LandscapeHill.tsx'
import type { HillShape } from './slide-layouts.ts'
import type { JourneyView } from './view.ts'

const PIN_U = 0.63
/** From the pin's centre to its words, and what the words take at body size, u. */
const TO_WORDS_U = 1.1
const WORDS_U = 9

interface MomentLineProps {
  readonly view: JourneyView
  readonly shape: HillShape
  readonly numbered: boolean
}

/** The pin under the moment of truth, with its words. A slide has one pin: further moments of truth have the words at their names. */
export function MomentLine({ view, shape, numbered }: MomentLineProps) {
  const { moment } = view
  return moment === undefined ? null : <Moment view={view} shape={shape} numbered={numbered} index={moment} />
}

interface MomentProps extends MomentLineProps {
  readonly index: number
}

/** The pin and its words at a phase; the words change sides where they would leave the wall. */
export function Moment({ view, shape, numbered, index }: MomentProps) {
  const { grid } = useStage()
  const { phases, dir, room } = view
  const at = phaseAt(grid, phases.length, index)
  const words = messages(room.language).momentOfTruth
  const before = at + TO_WORDS_U + WORDS_U > grid.widthU - grid.endU + 1.5
  const side = before
    ? { insetInlineEnd: u(grid.widthU - at + TO_WORDS_U) }
    : { insetInlineStart: u(at + TO_WORDS_U) }
  return (
    <div data-rise="3">
      <Pin xU={dir === 'rtl' ? grid.widthU - at : at} yU={shape.pinU} radiusU={PIN_U} />
      <div
        className="at"
        style={{
          ...side,
          top: u(shape.pinU),
          height: 0,
          display: 'flex',
          alignItems: 'center',
          whiteSpace: 'nowrap',
        }}
      >
        <We c={1} strong>
          {numbered ? `${index + 1}. ${words}` : words}
        </We>
      </div>
    </div>
  )
}
