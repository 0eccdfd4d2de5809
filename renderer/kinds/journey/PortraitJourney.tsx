import { Frame } from '../../ui/Frame.tsx'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { Head, They, We } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { ONE_LINE } from './LandscapeJourney.tsx'
import { phaseSteps } from './LandscapePhases.tsx'
import { type PortraitLayout, portraitLayouts, turnedShape } from './portrait-layouts.ts'
import type { Phase } from './schema.ts'
import { TurnedHill } from './TurnedHill.tsx'
import { useFrameTop } from './use-frame-top.ts'
import { usePlaces } from './use-places.ts'
import type { JourneyView } from './view.ts'
import { inShortSentences, journeySource, nameWithMoment, timeSentence } from './words.ts'

/** Between the frame and what ends above it, u. */
export const ABOVE_FRAME_U = 1

/** The whole journey on a portrait wall: time runs down, and each phase stands beside its place on the hill. */
export function PortraitJourney({ view }: { readonly view: JourneyView }) {
  const { item, room, pass, phases, lang } = view
  const { grid, stage } = useStage()
  const overview = item.body.view.type === 'overview'
  const time = timeSentence(item.body, room.language)
  const has = {
    steps: !overview && phases.some((phase) => phase.steps.length > 0),
    time: time !== undefined,
    quote: !overview && view.words !== undefined,
    breaks: !overview && inShortSentences(view.words?.text ?? '', lang),
  }
  const { ref, layout } = useFit(portraitLayouts(has), {
    key: view.key,
    words: view.wordTotal,
    onUnfit: view.onUnfit,
  })
  const places = usePlaces(ref, stage.u)
  const footU = useFrameTop(ref, stage.u) + ABOVE_FRAME_U
  const shape = turnedShape(grid.widthU)
  const span = { from: places.from, to: grid.heightU - footU }
  return (
    <Slide ref={ref} lang={lang} dir={view.dir}>
      <TurnedHill view={view} shape={shape} places={places.at} span={span} />
      <div
        className="at"
        data-fit=""
        style={{
          insetInline: 'var(--ms) var(--me)',
          top: u(grid.topU),
          bottom: u(footU),
          display: 'flex',
          flexDirection: 'column',
        }}
      >
        <div data-rise="1">
          <Head c={layout.headC} lang={lang}>
            {item.title}
          </Head>
          {layout.time && time ? (
            <We c={1} style={{ marginTop: '0.4em' }}>
              {time}
            </We>
          ) : null}
        </div>
        <div data-phases="" data-rise="2" style={listBox(layout, shape.textU - grid.startU, phases.length)}>
          {phases.map((phase, index) => (
            <PhaseBlock key={index} view={view} phase={phase} index={index} layout={layout} />
          ))}
        </div>
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

/** A few phases stand in the middle of their parts of the way, many fill it from end to end. */
function listBox({ gapU }: PortraitLayout, startU: number, count: number) {
  return {
    flex: 1,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: count < 5 ? 'space-around' : 'space-between',
    gap: u(gapU),
    marginTop: u(1.3),
    paddingBlock: `${u(Math.min(2, gapU * 2))} ${u(Math.min(1, gapU))}`,
    marginInlineStart: u(startU),
  } as const
}

interface BlockProps {
  readonly view: JourneyView
  readonly phase: Phase
  readonly index: number
  readonly layout: PortraitLayout
}

/** Name and step; at the moment of truth her words stand for the step. */
function PhaseBlock({ view, phase, index, layout }: BlockProps) {
  const { lang, room, words } = view
  const steps = phaseSteps(view, phase)
  const spoken = layout.quote && words?.phase === index ? words.text : undefined
  const guess = view.evidence === 'assumption' || phase.assumed
  return (
    <div data-phase="">
      <We
        c={layout.nameC}
        strong
        tight={layout.tight}
        lang={lang}
        style={{ lineHeight: layout.nameC < 1 ? 1.1 : 1.3 }}
      >
        {nameWithMoment(phase, room.language, true)}
      </We>
      {spoken === undefined ? null : (
        <They
          text={spoken}
          c={layout.quoteC}
          lang={lang}
          guess={guess}
          breaks={layout.breaks}
          style={{ marginTop: '0.08em', ...(layout.breaks ? ONE_LINE : {}) }}
        />
      )}
      {layout.steps && steps !== '' && spoken === undefined ? (
        <We c={1} tight={layout.tight} lang={lang} style={{ lineHeight: 1.27 }}>
          {steps}
        </We>
      ) : null}
    </div>
  )
}
