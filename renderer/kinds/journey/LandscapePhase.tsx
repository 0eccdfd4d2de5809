import { Frame } from '../../ui/Frame.tsx'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { type Grid, u } from '../../ui/stage.ts'
import { useFit } from '../../ui/use-fit.ts'
import { LandscapeHill, phaseAt, ridgeKnots } from './LandscapeHill.tsx'
import { Moment } from './MomentLine.tsx'
import { PhasePains, PhaseSteps, PhaseTitle, PhaseWords, stockOf } from './PhaseText.tsx'
import { phaseLayouts } from './phase-layouts.ts'
import { levelAt } from './ridge.ts'
import { type HillShape, headWidth, quoteStart } from './slide-layouts.ts'
import type { JourneyView } from './view.ts'
import { journeySource } from './words.ts'

/** Her figure on the way through the phases, u. */
const WALKER_U = 5.4

/** One phase of a long journey: what happens in it, and where on the hill we are. */
export function LandscapePhase({ view, index }: { readonly view: JourneyView; readonly index: number }) {
  const { item, room, pass, phases, lang } = view
  const { grid } = useStage()
  const phase = phases[index]
  const { ref, layout } = useFit(phaseLayouts(phase ? stockOf(phase) : NOTHING, 2.5), {
    key: view.key,
    words: view.wordTotal,
    onUnfit: view.onUnfit,
  })
  if (!phase) return null
  const shape = lowHill(grid)
  const text = { view, phase, index, layout }
  const onPaper = view.evidence === 'assumption' ? {} : { className: 'on', 'data-paper': view.paper }
  return (
    <Slide ref={ref} lang={lang} dir={view.dir}>
      <LandscapeHill
        view={view}
        shape={shape}
        walkerU={view.walker ? WALKER_U : 0}
        walksAt={index}
        numbered={false}
      />
      <header className="at" data-fit="" style={columnBox(shape, 'var(--ms)', u(headWidth(grid, true)))}>
        <PhaseTitle {...text} />
        <PhaseSteps {...text} />
      </header>
      <div
        className="at"
        data-fit=""
        style={columnBox(
          shape,
          u(grid.startU + quoteStart(grid)),
          u(grid.liveU - quoteStart(grid)),
          layout.quote ? 0 : UNDER_TITLE_U,
        )}
      >
        <PhaseWords {...text} />
        <PhasePains {...text} />
      </div>
      <div {...onPaper}>
        <Place view={view} shape={shape} index={index} />
        <Frame
          evidence={view.evidence}
          {...journeySource(item.envelope, item.body, room.language)}
          room={room}
          pass={pass}
        />
      </div>
    </Slide>
  )
}

const NOTHING = { pains: 0, helps: 0, quote: false, steps: false }

/** The hill in the background: lower, so that the words have the wall. */
function lowHill({ heightU, topU }: Grid): HillShape {
  const bestU = heightU - Math.min(12, heightU * 0.34)
  const worstU = heightU - 7.6
  const bottomU = bestU - 0.9
  return {
    topU,
    topHeightU: bottomU - topU,
    bestU,
    worstU,
    flatU: (bestU + worstU) / 2,
    pinU: worstU + 1.35,
    phasesU: worstU + 2.6,
    bottomU,
  }
}

/** Where nothing is said, what hurts begins beside the phase's name. */
const UNDER_TITLE_U = 2.2

function columnBox(shape: HillShape, start: string, width: string, fromU = 0) {
  return {
    insetInlineStart: start,
    width,
    top: u(shape.topU - 0.2 + fromU),
    height: u(shape.topHeightU + 0.2 - fromU),
    display: 'flex',
    flexDirection: 'column',
    gap: u(1.1),
  } as const
}

interface PlaceProps {
  readonly view: JourneyView
  readonly shape: HillShape
  readonly index: number
}

/** Ticks under the ridge, a phase each, the present one tall; at the moment of truth the pin and its words. */
function Place({ view, shape, index }: PlaceProps) {
  const { grid } = useStage()
  const { phases } = view
  const knots = ridgeKnots(view, grid, shape)
  const pinned = phases[index]?.moment_of_truth === true
  return (
    <div data-rise="3">
      {phases.map((_, each) => (
        <Tick
          key={each}
          at={phaseAt(grid, phases.length, each)}
          level={levelAt(knots, phaseAt(grid, phases.length, each))}
          tall={each === index && !pinned}
        />
      ))}
      {pinned ? <Moment view={view} shape={shape} numbered={false} index={index} /> : null}
    </div>
  )
}

function Tick({ at, level, tall }: { readonly at: number; readonly level: number; readonly tall: boolean }) {
  const thick = tall ? 0.17 : 0.083
  const style = {
    insetInlineStart: u(at - thick / 2),
    top: u(level),
    width: u(thick),
    height: u(tall ? 1.7 : 0.7),
  }
  return <i className="at" aria-hidden="true" style={{ ...style, background: 'currentColor' }} />
}
