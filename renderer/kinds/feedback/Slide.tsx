import '../metric/metric.css'
import type { Item } from '../../core/item.ts'
import { direction, wordCount } from '../../core/text.ts'
import { formatNumber } from '../../ui/dates.ts'
import { Frame } from '../../ui/Frame.tsx'
import { messages, wordsLanguage } from '../../ui/messages.ts'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { textLanguage } from '../../ui/script.ts'
import type { SlideProps } from '../../ui/slide-props.ts'
import { u } from '../../ui/stage.ts'
import { Head, Label, We } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { figureSource } from '../metric/figures.ts'
import { AnswerLine, AnswerRows } from './AnswerLine.tsx'
import { type Group, strokeGroups, strokeTotal } from './groups.ts'
import { Result } from './Result.tsx'
import { ScaleLine } from './ScaleLine.tsx'
import type { FeedbackBody } from './schema.ts'
import { type FeedbackLayout, feedbackLayouts } from './slide-layouts.ts'
import { feedbackWords } from './words.ts'

type FeedbackProps = SlideProps<Item<'feedback', FeedbackBody>>

/** What a survey found: the question as it was asked, the result, and all who answered as strokes. */
export function FeedbackSlide(props: FeedbackProps) {
  const { item, stage, room, pass, onUnfit } = props
  const { body, envelope } = item
  const { grid } = useStage()
  const lang = textLanguage(body.question, envelope.lang, room.language)
  const dir = direction(body.question)
  const portrait = stage.shape === 'portrait'
  const groups = strokeGroups(body, envelope.n)
  const { ref, layout } = useFit(feedbackLayouts(body.question, lang, stage.shape, groups.length), {
    key: `${item.id} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: wordCount(body.question),
    onUnfit,
  })
  return (
    <Slide ref={ref} lang={lang} dir={dir}>
      <div
        className="at"
        data-fit=""
        style={{
          insetInline: 'var(--ms) var(--me)',
          top: u(grid.topU),
          // On a wall of few u the frame's lines wrap.
          bottom: u(portrait ? (grid.liveU < 28 ? 8.8 : 7.2) : 4.6),
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          gap: u(layout.gapU),
        }}
      >
        <Question {...props} layout={layout} lang={lang} />
        <Result
          body={body}
          groups={groups}
          c={layout.c}
          lang={lang}
          language={room.language}
          portrait={portrait}
        />
        <Answers {...props} layout={layout} groups={groups} lang={lang} />
      </div>
      <Frame evidence={envelope.evidence} {...sourceOf(props)} room={room} pass={pass} />
    </Slide>
  )
}

/** The frame's words; how many were asked stands over the question already. */
function sourceOf({ item, room }: FeedbackProps) {
  const { n: _, ...envelope } = item.envelope
  const { response_rate: rate, period } = item.body
  const source = figureSource(envelope, period, room.language)
  if (rate === undefined) return source
  const answered = feedbackWords(room.language).answered(formatNumber(rate, wordsLanguage(room.language)))
  return { ...source, rest: `${source.rest}. ${answered}` }
}

interface PartProps extends FeedbackProps {
  readonly layout: FeedbackLayout
  readonly lang: string
}

function Question({ item, room, layout, lang }: PartProps) {
  const { grid } = useStage()
  const { n } = item.envelope
  const words = feedbackWords(room.language)
  const people =
    n === undefined
      ? undefined
      : messages(room.language).people(formatNumber(n, wordsLanguage(room.language)))
  return (
    <div data-rise="1" style={{ maxWidth: u(Math.min(grid.liveU, 48)) }}>
      {people === undefined ? null : (
        <We c={1} strong lang={room.language} style={{ marginBottom: u(0.55) }}>
          {words.weAsked(people)}
        </We>
      )}
      {layout.questionC >= 1.92 ? (
        <Head c={layout.questionC} lang={lang}>
          {layout.question}
        </Head>
      ) : (
        <We c={layout.questionC} lang={lang} tight={layout.keptWords !== undefined}>
          {layout.question}
        </We>
      )}
    </div>
  )
}

function Answers(props: PartProps & { readonly groups: readonly Group[] }) {
  const { item, room, layout, groups, lang } = props
  const { body, envelope } = item
  const { grid } = useStage()
  const mirrored = direction(body.question) === 'rtl'
  const { low, high } = body.scale
  const shared = {
    groups: groups.length > 0 ? groups : shareGroups(body, envelope.n),
    evidence: envelope.evidence ?? 'research',
    widthU: grid.liveU,
    lang,
    language: room.language,
    mirrored,
  } as const
  if (shared.groups.length === 0) {
    return body.figure === undefined || low === undefined || high === undefined ? null : (
      <ScaleLine {...shared} value={body.figure} low={low} high={high} />
    )
  }
  const onePerson = strokeTotal(envelope.n) < 100
  return (
    <div>
      {layout.answers === 'rows' && groups.length > 0 ? (
        <AnswerRows {...shared} heightU={layout.strokesU} />
      ) : (
        <AnswerLine {...shared} named={layout.answers !== 'chosen'} heightU={layout.strokesU} />
      )}
      {onePerson ? (
        <Label lang={room.language} style={{ marginTop: u(0.6) }}>
          {feedbackWords(room.language).onePerson}
        </Label>
      ) : null}
    </div>
  )
}

/** A share alone: those whom it counts, and the rest. */
function shareGroups({ share, figure }: FeedbackBody, n: number | undefined): Group[] {
  if (!share || figure === undefined) return []
  const total = strokeTotal(n)
  const strokes = Math.round((figure * total) / 100)
  return [
    { answer: '', share: figure, strokes, chosen: true },
    { answer: '', share: 100 - figure, strokes: total - strokes, chosen: false },
  ]
}
