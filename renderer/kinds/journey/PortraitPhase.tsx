import { Frame } from '../../ui/Frame.tsx'
import { messages } from '../../ui/messages.ts'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { We } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { PhasePains, PhaseSteps, PhaseTitle, PhaseWords, stockOf } from './PhaseText.tsx'
import { ABOVE_FRAME_U } from './PortraitJourney.tsx'
import { isBare, phaseLayouts } from './phase-layouts.ts'
import { narrowShape } from './portrait-layouts.ts'
import { TurnedHill } from './TurnedHill.tsx'
import { useFrameTop } from './use-frame-top.ts'
import type { JourneyView } from './view.ts'
import { journeySource } from './words.ts'

/** The hill begins here, u from the top. */
const HEAD_U = 12.4
/** Words stand beside their place on the hill from so far above it, u. */
const BESIDE_U = 3

/** One phase of a long journey on a portrait wall: the narrow hill with our place on it, and beside it what happens. */
export function PortraitPhase({ view, index }: { readonly view: JourneyView; readonly index: number }) {
  const { item, room, pass, phases, lang } = view
  const { grid, stage } = useStage()
  const phase = phases[index]
  const { ref, layout } = useFit(phaseLayouts(phase ? stockOf(phase) : NOTHING, 2), {
    key: view.key,
    words: view.wordTotal,
    onUnfit: view.onUnfit,
  })
  const footU = useFrameTop(ref, stage.u) + ABOVE_FRAME_U
  if (!phase) return null
  const shape = narrowShape(grid.widthU)
  const bare = isBare(phase ? stockOf(phase) : NOTHING)
  const text = { view, phase, index, layout }
  const headU = Math.min(HEAD_U, grid.heightU * 0.22)
  const span = { from: headU, to: grid.heightU - footU }
  const pitch = (span.to - span.from) / phases.length
  const places = phases.map((_, each) => span.from + pitch * (each + 0.5))
  const besideU = Math.max(0, (places[index] ?? 0) - span.from - BESIDE_U)
  return (
    <Slide ref={ref} lang={lang} dir={view.dir}>
      <TurnedHill view={view} shape={shape} places={places} span={span} here={index} />
      <header
        className="at"
        data-fit=""
        style={{ insetInline: 'var(--ms) var(--me)', top: u(grid.topU), height: u(headU - grid.topU) }}
      >
        <PhaseTitle {...text} />
      </header>
      <div
        className="at"
        data-fit=""
        style={{
          insetInline: `${u(shape.textU)} var(--me)`,
          top: u(headU + 1.4),
          bottom: u(footU),
          display: 'grid',
          gap: u(2),
          // A row that gives way brings a few words beside their place on the hill.
          ...(bare && { rowGap: 0, gridTemplateRows: `minmax(0, ${u(besideU)})` }),
          alignContent: 'start',
        }}
      >
        {bare ? <div /> : null}
        {phase.moment_of_truth ? (
          <We c={1} strong>
            {messages(room.language).momentOfTruth}
          </We>
        ) : null}
        <PhaseWords {...text} />
        <PhaseSteps {...text} />
        <PhasePains {...text} />
      </div>
      <Frame
        evidence={view.evidence}
        {...journeySource(item.envelope, item.body, room.language)}
        room={room}
        pass={pass}
      />
    </Slide>
  )
}

const NOTHING = { pains: 0, helps: 0, quote: false, steps: false }
