import { Figure, figureWidth } from '../../ui/Figure.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { type Grid, u } from '../../ui/stage.ts'
import { Label } from '../../ui/Text.tsx'
import { BLEED_U, Hill } from './Hill.tsx'
import { type Knot, levelAt, stretches } from './ridge.ts'
import { Silhouette } from './Silhouette.tsx'
import { type HillShape, KNOT_SHARE, levelOf } from './slide-layouts.ts'
import type { JourneyView } from './view.ts'

interface LandscapeHillProps {
  readonly view: JourneyView
  readonly shape: HillShape
  /** Height of her figure, u; 0 where she does not walk. */
  readonly walkerU: number
  /** The phase at which she walks: the moment of truth where absent. */
  readonly walksAt?: number | undefined
  /** Each phase's number stands on the ridge. */
  readonly numbered: boolean
}

/** Where a phase stands, in u from the side where lines begin. */
export function phaseAt(grid: Grid, count: number, index: number): number {
  return grid.startU + (grid.liveU / count) * (index + KNOT_SHARE)
}

/** The ridge's knots, u: one for each phase whose emotion is known; a level one where none is. */
export function ridgeKnots({ phases }: JourneyView, grid: Grid, shape: HillShape): Knot[] {
  const knots = phases.flatMap(({ emotion }, index) =>
    emotion === undefined
      ? []
      : [{ at: phaseAt(grid, phases.length, index), level: levelOf(emotion, shape.bestU, shape.worstU) }],
  )
  return knots.length > 0 ? knots : [{ at: grid.widthU / 2, level: shape.flatU }]
}

/** The hill across the whole wall, her figure on it, and the phases' numbers where they need them. */
export function LandscapeHill({ view, shape, walkerU, walksAt = view.moment, numbered }: LandscapeHillProps) {
  const { stage, grid } = useStage()
  const { phases } = view
  const px = (length: number): number => length * stage.u
  const knots = ridgeKnots(view, grid, shape)
  const places = phases.map((_, index) => phaseAt(grid, phases.length, index))
  // The names below are numbered throughout, so that a number between two others may go.
  const stride = Math.ceil(NUMBER_PITCH_U / (grid.liveU / phases.length))
  const known = phases.some(({ emotion }) => emotion !== undefined)
  return (
    <div className="at" data-sheet="" style={{ inset: 0 }}>
      <Hill
        knots={knots.map(({ at, level }) => ({ at: px(at), level: px(level) }))}
        course="along"
        span={{ from: -px(BLEED_U), to: stage.widthPx + px(BLEED_U) }}
        ground={stage.heightPx}
        band={px(shape.worstU + 0.35)}
        parts={stretches(places.map(px), view.pencil, -px(BLEED_U), stage.widthPx + px(BLEED_U))}
        evidence={view.evidence}
        paper={view.paper}
        neutral={known ? px(levelOf(0, shape.bestU, shape.worstU)) : undefined}
        mirrored={view.dir === 'rtl'}
      />
      {numbered
        ? places.map((at, index) =>
            index === view.moment || index % stride !== 0 ? null : (
              <Mark key={index} number={index + 1} at={at} level={clearLevel(knots, at)} />
            ),
          )
        : null}
      {walkerU > 0 && walksAt !== undefined ? (
        <Walker
          view={view}
          at={places[walksAt] ?? 0}
          level={levelAt(knots, places[walksAt] ?? 0)}
          heightU={walkerU}
        />
      ) : null}
    </div>
  )
}

/** Two numbers side by side need so much, u; half of it is what one may reach into the slope. */
const NUMBER_PITCH_U = 2

/** The highest that the ridge comes under a number, u from the top: on a steep slope it would otherwise stand in the hill. */
function clearLevel(knots: readonly Knot[], at: number): number {
  const reach = NUMBER_PITCH_U * 0.35
  return Math.min(...[-1, -0.5, 0, 0.5, 1].map((part) => levelAt(knots, at + part * reach)))
}

interface WalkerProps {
  readonly view: JourneyView
  readonly at: number
  readonly level: number
  readonly heightU: number
}

/** Text keeps clear of her by this much, u. */
const CLEAR_U = 0.6

/** She walks the way that lines run, her feet a little into the hill, so that she stands on it where it is steep. */
function Walker({ view, at, level, heightU }: WalkerProps) {
  const { walker, dir, screen, paper } = view
  if (!walker?.walk) return null
  const widthU = figureWidth(walker.walk, heightU)
  const clear = {
    insetInlineStart: u(at - widthU * 0.56 - CLEAR_U),
    top: u(level - heightU + 0.1 - CLEAR_U),
    width: u(widthU + 2 * CLEAR_U),
    height: u(heightU + CLEAR_U),
  }
  const feet = {
    insetInlineStart: u(CLEAR_U),
    bottom: 0,
    ...(dir === 'rtl' ? { transform: 'scaleX(-1)' } : {}),
  }
  return (
    <div className="at" data-solid="" style={clear}>
      {screen.theme === 'evening' && walker.evidence !== 'assumption' ? (
        <Silhouette media={walker.walk} paper={paper} alt={walker.name} heightU={heightU} style={feet} />
      ) : (
        <Figure
          media={walker.walk}
          evidence={walker.evidence}
          alt={walker.name}
          heightU={heightU}
          style={feet}
        />
      )}
    </div>
  )
}

function Mark({
  number,
  at,
  level,
}: {
  readonly number: number
  readonly at: number
  readonly level: number
}) {
  const style = {
    insetInlineStart: u(at),
    top: u(level - 1.55),
    width: 0,
    display: 'flex',
    justifyContent: 'center',
  }
  return (
    <div className="at" style={style} aria-hidden="true">
      <Label style={{ whiteSpace: 'nowrap' }}>{number}</Label>
    </div>
  )
}
