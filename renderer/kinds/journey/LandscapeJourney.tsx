import { Frame } from '../../ui/Frame.tsx'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { type Grid, u } from '../../ui/stage.ts'
import { Head, Label, They, We } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { LandscapeHill } from './LandscapeHill.tsx'
import { LandscapePhases } from './LandscapePhases.tsx'
import { MomentLine } from './MomentLine.tsx'
import {
  footLayouts,
  type HillShape,
  headWidth,
  hillShape,
  overviewLayouts,
  quoteStart,
  type TopLayout,
  topLayouts,
  walkerShape,
} from './slide-layouts.ts'
import type { JourneyView } from './view.ts'
import { inShortSentences, journeySource, timeSentence } from './words.ts'

/** The whole journey, or the names of a long one: title and words above, the hill, and the phases that stand on it. */
export function LandscapeJourney({ view }: { readonly view: JourneyView }) {
  const { item, room, pass, phases, moment } = view
  const { grid } = useStage()
  const overview = item.body.view.type === 'overview'
  const has = {
    time: timeSentence(item.body, room.language) !== undefined,
    quote: !overview && view.words !== undefined,
    breaks: !overview && inShortSentences(view.words?.text ?? '', view.lang),
  }
  const search = { key: view.key, words: view.wordTotal, onUnfit: view.onUnfit }
  const top = useFit(topLayouts(grid, has), search)
  const steps = phases.some((phase) => phase.steps.length > 0)
  const foot = useFit(overview ? overviewLayouts(grid) : footLayouts(grid, steps), search)
  const usual = hillShape(grid, top.layout, foot.layout)
  const walking = view.walker && moment !== undefined
  const walker = walking ? walkerShape(usual, phases[moment]?.emotion) : { heightU: 0, bestU: usual.bestU }
  const shape: HillShape = { ...usual, bestU: walker.bestU }
  const onPaper = view.evidence === 'assumption' ? {} : { className: 'on', 'data-paper': view.paper }
  return (
    <Slide lang={view.lang} dir={view.dir}>
      <LandscapeHill
        view={view}
        shape={shape}
        walkerU={walker.heightU}
        numbered={foot.layout.columns !== undefined}
      />
      <header ref={top.ref} className="at" data-fit="" style={topBox(shape)}>
        <Top view={view} grid={grid} layout={top.layout} />
      </header>
      <div {...onPaper}>
        <div>
          <MomentLine view={view} shape={shape} numbered={foot.layout.columns !== undefined} />
          <div ref={foot.ref} className="at" data-fit="" data-rise="4" style={footBox(shape)}>
            <LandscapePhases view={view} grid={grid} layout={foot.layout} />
          </div>
        </div>
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

/** Room above the title for the ascent of larger words, u. */
const OVER_U = 0.6
/** A sentence that has a line keeps it: if it is too long for one, the layout does not fit. */
export const ONE_LINE = { whiteSpace: 'nowrap' } as const

function topBox(shape: HillShape) {
  // Large words reach a little above the title, so that the capitals of both begin on one line.
  return {
    insetInline: 'var(--ms) var(--me)',
    top: u(shape.topU - OVER_U),
    height: u(shape.topHeightU + OVER_U),
  }
}

function footBox(shape: HillShape) {
  return {
    insetInline: 'var(--ms) var(--me)',
    top: u(shape.phasesU),
    height: u(shape.bottomU - shape.phasesU),
  }
}

interface TopProps {
  readonly view: JourneyView
  readonly grid: Grid
  readonly layout: TopLayout
}

function Top({ view, grid, layout }: TopProps) {
  const { item, room, words, phases, lang } = view
  const time = timeSentence(item.body, room.language)
  const guess = view.evidence === 'assumption' || phases[words?.phase ?? 0]?.assumed === true
  const apart = words !== undefined && words.phase !== view.moment
  return (
    <>
      <div
        className="at"
        data-rise="1"
        style={{ insetInlineStart: 0, top: u(OVER_U), width: u(headWidth(grid, layout.quote)) }}
      >
        <Head c={layout.headC} lang={lang}>
          {item.title}
        </Head>
        {layout.time && time ? (
          <We c={1} style={{ marginTop: '0.45em', textWrap: 'balance' }}>
            {time}
          </We>
        ) : null}
      </div>
      {layout.quote && words ? (
        <div
          className="at"
          data-rise="2"
          style={{ insetInline: `${u(quoteStart(grid))} 0`, top: u(OVER_U + capTop(layout)) }}
        >
          <They
            text={words.text}
            c={layout.quoteC}
            lang={lang}
            guess={guess}
            breaks={layout.breaks}
            style={layout.breaks ? ONE_LINE : {}}
          />
          {apart ? (
            <Label strong style={{ marginTop: u(0.3) }}>
              {phases[words.phase]?.name}
            </Label>
          ) : null}
        </div>
      ) : null}
    </>
  )
}

/** The words' capitals begin on the line where the title's begin. */
function capTop({ headC, quoteC }: TopLayout): number {
  return headC * (1.08 / 0.7 - 1) * 0.5 - quoteC * (1.14 / 0.7 - 1) * 0.5
}
