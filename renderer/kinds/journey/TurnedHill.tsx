import { Pin } from '../../ui/Sheet.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { BLEED_U, Hill } from './Hill.tsx'
import type { TurnedShape } from './portrait-layouts.ts'
import { type Knot, stretches } from './ridge.ts'
import { levelOf } from './slide-layouts.ts'
import type { JourneyView } from './view.ts'

interface TurnedHillProps {
  readonly view: JourneyView
  readonly shape: TurnedShape
  /** Where each phase stands and where the time begins and ends, u from the top; nothing is drawn until they are known. */
  readonly places: readonly number[]
  readonly span: { readonly from: number; readonly to: number }
  /** The phase that is spoken of: ticks mark them all, its own the tallest. */
  readonly here?: number | undefined
}

const PIN_U = 0.68

/** The hill turned on its side, for portrait, with the pin at the moment of truth. */
export function TurnedHill({ view, shape, places, span, here }: TurnedHillProps) {
  const { stage, grid } = useStage()
  if (places.length === 0) return null
  const px = (length: number): number => length * stage.u
  const levels = view.phases.map(({ emotion }) =>
    emotion === undefined ? undefined : levelOf(emotion, shape.bestU, shape.worstU),
  )
  const knots = levels.flatMap((level, index): Knot[] =>
    level === undefined ? [] : [{ at: px(places[index] ?? 0), level: px(level) }],
  )
  const known = knots.length > 0
  const pinned = here === undefined || here === view.moment ? view.moment : undefined
  const pin = pinAt(levels[pinned ?? 0] ?? shape.flatU, shape)
  return (
    <>
      <div className="at" data-sheet="" style={{ inset: 0 }}>
        <Hill
          knots={known ? knots : [{ at: px(places[0] ?? 0), level: px(shape.flatU) }]}
          course="down"
          span={{ from: px(span.from), to: px(span.to) }}
          ground={-px(BLEED_U)}
          parts={stretches(places.map(px), view.pencil, px(span.from), px(span.to))}
          evidence={view.evidence}
          paper={view.paper}
          neutral={known ? px(shape.neutralU) : undefined}
          mirrored={view.dir === 'rtl'}
        />
        {here === undefined ? null : (
          <Ticks view={view} levels={levels} shape={shape} places={places} here={here} />
        )}
      </div>
      {pinned === undefined ? null : (
        <div data-rise="3">
          <Pin xU={view.dir === 'rtl' ? grid.widthU - pin : pin} yU={places[pinned] ?? 0} radiusU={PIN_U} />
        </div>
      )}
    </>
  )
}

/** Beside the ridge, on the wall; on a hill-top that comes near the words, inside the hill. */
function pinAt(level: number, { textU }: TurnedShape): number {
  return level + 1.62 + PIN_U + 0.6 < textU ? level + 1.62 : level - 1.62
}

interface TicksProps {
  readonly view: JourneyView
  readonly levels: readonly (number | undefined)[]
  readonly shape: TurnedShape
  readonly places: readonly number[]
  readonly here: number
}

function Ticks({ view, levels, shape, places, here }: TicksProps) {
  const ink = view.evidence === 'assumption' ? {} : { className: 'on', 'data-paper': view.paper }
  return (
    <div {...ink} aria-hidden="true">
      {places.map((place, index) => {
        const present = index === here
        const length = present ? 1.7 : 0.7
        const level = levels[index] ?? shape.flatU
        const thick = present ? 0.17 : 0.083
        const style = {
          insetInlineStart: u(level - length),
          top: u(place - thick / 2),
          width: u(length),
          height: u(thick),
        }
        return <i key={index} className="at" style={{ ...style, background: 'currentColor' }} />
      })}
    </div>
  )
}
