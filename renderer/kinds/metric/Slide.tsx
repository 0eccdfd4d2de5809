import './metric.css'
import type { Item } from '../../core/item.ts'
import { direction, wordCount } from '../../core/text.ts'
import { Frame } from '../../ui/Frame.tsx'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { textLanguage } from '../../ui/script.ts'
import type { SlideProps } from '../../ui/slide-props.ts'
import { u } from '../../ui/stage.ts'
import { We } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { Bar } from './Bar.tsx'
import { figureOf, figureSource } from './figures.ts'
import { MoneyLine, VerdictLine } from './Money.tsx'
import { MoneySlide } from './MoneySlide.tsx'
import type { MetricBody } from './schema.ts'
import { type MetricLayout, metricLayouts } from './slide-layouts.ts'
import { Trend } from './Trend.tsx'
import { metricWords } from './words.ts'

export type MetricProps = SlideProps<Item<'metric', MetricBody>>

/** A customer KPI: one figure in a sentence about people, the promise, and what it is worth. */
export function MetricSlide(props: MetricProps) {
  return props.item.body.view === 'money' ? <MoneySlide {...props} /> : <FigureSlide {...props} />
}

function FigureSlide(props: MetricProps) {
  const { item, stage, room, pass, onUnfit } = props
  const { body, envelope } = item
  const { grid } = useStage()
  const lang = textLanguage(body.phrase, envelope.lang, room.language)
  const portrait = stage.shape === 'portrait'
  const { ref, layout } = useFit(metricLayouts(body.phrase, lang, stage.shape), {
    key: `${item.id} ${props.part.index} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: wordCount(body.phrase),
    onUnfit,
  })
  const dir = direction(body.phrase)
  const evidence = envelope.evidence ?? 'research'
  return (
    <Slide ref={ref} lang={lang} dir={dir}>
      <div
        className="at"
        data-fit=""
        style={{
          insetInline: 'var(--ms) var(--me)',
          top: u(portrait ? grid.topU + 1.2 : grid.topU - 0.4),
          // On a wall of few u the frame's lines wrap.
          bottom: u(portrait ? (grid.liveU < 28 ? 8.8 : 7) : 4.6),
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          gap: u(portrait ? 1.6 : 0.9),
        }}
      >
        <Head {...props} layout={layout} lang={lang} />
        {portrait && layout.trend && body.series.length > 1 ? (
          <Trend
            series={body.series}
            widthU={grid.liveU}
            heightU={5.4}
            language={room.language}
            mirrored={dir === 'rtl'}
          />
        ) : null}
        <Bar
          body={body}
          evidence={evidence}
          widthU={grid.liveU}
          heightU={portrait ? layout.barU * 1.5 : layout.barU}
          language={room.language}
          mirrored={dir === 'rtl'}
        />
        <SmallPrint {...props} layout={layout} />
      </div>
      <Frame
        evidence={envelope.evidence}
        {...figureSource(envelope, body.period, room.language)}
        room={room}
        pass={pass}
      />
    </Slide>
  )
}

const TREND_U = 21.4
/** Size of the unit beside the figure. */
const UNIT_PART = 0.42

interface PartProps extends MetricProps {
  readonly layout: MetricLayout
}

/** The sentence, figure first, and in landscape the trend beside it. */
function Head({ item, room, stage, layout, lang }: PartProps & { readonly lang: string }) {
  const { body, envelope } = item
  const { grid } = useStage()
  const beside = stage.shape === 'landscape' && layout.trend && body.series.length > 1
  const trendU = Math.min(TREND_U, grid.liveU * 0.38)
  const guess = envelope.evidence === 'assumption'
  const { figure, unit, longUnit } = figureOf(body, room.language)
  const smaller = [unit, guess ? metricWords(room.language).weThink : undefined].filter(
    (text) => text !== undefined,
  )
  return (
    <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: u(3) }}>
      <div style={{ width: u(beside ? grid.liveU - trendU - 3 : grid.liveU), flex: 'none' }} data-rise="1">
        <div
          className={guess ? 'metric-figure guess' : 'metric-figure'}
          // Figure and unit are in the unit's order, also on a slide that runs the other way.
          {...(smaller.length > 0 ? { dir: direction(smaller.join(' ')) } : {})}
          style={{ width: 'fit-content', maxWidth: '100%', marginInlineStart: u(-0.04 * layout.c) }}
        >
          <We c={layout.c} lang={room.language}>
            {figure}
          </We>
          {smaller.length === 0 ? null : (
            <We c={Math.max(1, layout.c * UNIT_PART)} lang={room.language}>
              {smaller.join(', ')}
            </We>
          )}
        </div>
        <div
          style={{
            maxWidth: u(layout.phraseC > 1 ? Math.max(31, grid.liveU * 0.62) : 46),
            marginTop: u(1.35),
          }}
        >
          {longUnit === undefined ? null : (
            <We c={layout.phraseC} strong>
              {longUnit}
            </We>
          )}
          <We c={layout.phraseC} lang={lang} tight={layout.keptWords !== undefined}>
            {layout.phrase}
          </We>
        </div>
      </div>
      {beside ? (
        <Trend
          series={body.series}
          widthU={trendU}
          heightU={5.4}
          language={room.language}
          mirrored={direction(body.phrase) === 'rtl'}
        />
      ) : null}
    </div>
  )
}

/** Under the strokes: the money, and whether the figure serves customers at all. */
function SmallPrint({ item, room, stage, layout }: PartProps) {
  const { money, verdict, view } = item.body
  const shown = view === 'whole' ? money : undefined
  const portrait = stage.shape === 'portrait'
  const beside = shown !== undefined && !portrait
  return (
    <div
      data-rise="4"
      style={{
        display: 'flex',
        flexDirection: portrait ? 'column' : 'row',
        justifyContent: 'space-between',
        alignItems: portrait ? 'stretch' : 'baseline',
        gap: u(portrait ? 1.2 : 3),
      }}
    >
      {shown ? (
        <div style={{ flex: '1 1 auto' }}>
          <MoneyLine money={shown} assumption={layout.assumption} language={room.language} />
        </div>
      ) : null}
      {layout.verdict ? (
        <div style={beside ? { flex: 'none', maxWidth: u(14), textAlign: 'end' } : {}}>
          <VerdictLine verdict={verdict} alone={beside} language={room.language} />
        </div>
      ) : null}
    </div>
  )
}
