import { direction, wordCount } from '../../core/text.ts'
import { Frame } from '../../ui/Frame.tsx'
import { sizesDown } from '../../ui/fit.ts'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { textLanguage } from '../../ui/script.ts'
import { shortened } from '../../ui/shorten.ts'
import { u } from '../../ui/stage.ts'
import { We } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { figureOf, figureSource, moneyText } from './figures.ts'
import { VerdictLine } from './Money.tsx'
import type { MetricProps } from './Slide.tsx'
import { metricWords } from './words.ts'

interface MoneyLayout {
  readonly c: number
  readonly assumption: string
  readonly assumptionC: number
  readonly keptWords?: number
}

function moneyLayouts(sentence: string, assumption: string, lang: string): MoneyLayout[][] {
  const omissions = shortened(assumption, lang).map(({ text, keptWords }) => ({
    c: 2,
    assumption: text,
    assumptionC: 1,
    keptWords: keptWords + wordCount(sentence),
  }))
  return [
    sizesDown(3.4, 2).map((c) => ({ c, assumption, assumptionC: 1.41 })),
    sizesDown(2.85, 2).map((c) => ({ c, assumption, assumptionC: 1 })),
    sizesDown(1.95, 1).map((c) => ({ c, assumption, assumptionC: 1 })),
    ...(omissions.length > 0 ? [omissions] : []),
  ]
}

/** The money where it needs a wall of its own: the sentence, how it was worked out, and the figure that it belongs to. */
export function MoneySlide({ item, part, stage, room, pass, onUnfit }: MetricProps) {
  const { body, envelope } = item
  const { grid } = useStage()
  const sentence = body.money ? moneyText(body.money, room.language) : body.phrase
  const assumption = body.money?.assumption ?? ''
  const lang = textLanguage(sentence, envelope.lang, room.language)
  const { ref, layout } = useFit(moneyLayouts(sentence, assumption, lang), {
    key: `${item.id} ${part.index} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: wordCount(`${sentence} ${assumption}`),
    onUnfit,
  })
  const { figure, unit, longUnit } = figureOf(body, room.language)
  const estimated = body.money?.estimated ?? true
  const portrait = stage.shape === 'portrait'
  return (
    <Slide ref={ref} lang={lang} dir={direction(sentence)}>
      <div
        className="at"
        data-fit=""
        style={{
          insetInlineStart: 'var(--ms)',
          width: u(Math.min(grid.liveU, 46)),
          top: u(grid.topU),
          bottom: u(portrait ? (grid.liveU < 28 ? 8.8 : 7.2) : 5),
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          gap: u(1.2),
        }}
      >
        <We c={1} strong rise={1}>
          {[figure, unit ?? longUnit, body.phrase].filter(Boolean).join(' ')}
        </We>
        <We
          c={layout.c}
          lang={lang}
          rise={2}
          style={{ textWrap: 'balance', lineHeight: 1.24, fontWeight: 480 }}
        >
          <span className={estimated ? 'metric-estimate' : ''}>{sentence}</span>
        </We>
        <div data-rise="3">
          <We c={layout.assumptionC} lang={lang}>
            {estimated ? <b>{metricWords(room.language).ourEstimate} </b> : null}
            {layout.assumption}
          </We>
          <div style={{ marginTop: u(0.9) }}>
            <VerdictLine verdict={body.verdict} language={room.language} />
          </div>
        </div>
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
