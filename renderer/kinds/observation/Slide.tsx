import type { Item } from '../../core/item.ts'
import { tellsAge } from '../../core/patina.ts'
import { direction, wordCount } from '../../core/text.ts'
import { formatDate, formatNumber } from '../../ui/dates.ts'
import { Frame } from '../../ui/Frame.tsx'
import { isolated } from '../../ui/isolate.ts'
import { messages, wordsLanguage } from '../../ui/messages.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { commaAfter, textLanguage } from '../../ui/script.ts'
import type { SlideProps } from '../../ui/slide-props.ts'
import type { SourceLine } from '../../ui/source-line.ts'
import { type Grid, u } from '../../ui/stage.ts'
import { Head, They, We } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { EmotionPaper, type Side, shapeDepth } from './EmotionPaper.tsx'
import type { ObservationBody } from './schema.ts'
import { type ObservationLayout, observationLayouts } from './slide-layouts.ts'

/** How much of the text's height words may take where there is room to choose. */
const AIRY = '80%'
/** A statement of more words is a paragraph, and bold type is no help to it. */
const HEAD_WORDS = 24

type ObservationProps = SlideProps<Item<'observation', ObservationBody>>

/** A field note: what a colleague saw, what the customer said, and how she felt, cut out of paper. */
export function ObservationSlide(props: ObservationProps) {
  const { item, cast, room, pass, part, stage, onUnfit } = props
  const { body, envelope } = item
  const { grid } = useStage()
  const what = body.shows === 'verbatim' ? '' : body.what
  const said = body.shows === 'what' ? '' : (body.verbatim ?? '')
  const lang = textLanguage(`${what} ${said}`, envelope.lang, room.language)
  const dir = direction(what || said)
  const portrait = stage.shape === 'portrait'
  const side: Side = portrait ? 'top' : dir === 'rtl' ? 'left' : 'right'
  const paper = cast[0]?.paper ?? 'straw'
  const depthU = body.emotion ? shapeDepth(grid, portrait).depthU : stripU(grid, portrait)
  const { ref, layout } = useFit(observationLayouts(what, said, lang), {
    key: `${item.id} ${part.index} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: wordCount(`${what} ${said}`),
    onUnfit,
  })
  const textU = portrait ? grid.liveU : grid.widthU - grid.startU - depthU - 1.4
  return (
    <Slide ref={ref} lang={lang} dir={dir}>
      {body.emotion ? (
        <EmotionPaper
          emotion={body.emotion}
          side={side}
          paper={paper}
          word={messages(room.language).emotion[body.emotion]}
        />
      ) : (
        <Sheet side={side} sizeU={depthU} paper={paper} />
      )}
      <div
        className="at"
        data-fit=""
        style={{
          insetInlineStart: 'var(--ms)',
          width: u(textU),
          top: u(portrait ? depthU + 2 : grid.topU),
          bottom: u(portrait ? 7.2 : 4.7),
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          gap: u(1.3),
        }}
      >
        <div data-fit="" style={{ maxHeight: layout.airy ? AIRY : '100%' }}>
          <Told layout={layout} lang={lang} />
        </div>
        <By props={props} followUp={layout.followUp} />
      </div>
      <Frame
        evidence={envelope.evidence ?? 'partial'}
        {...observationSource(props)}
        room={room}
        pass={pass}
        short={!portrait}
        widthU={portrait ? undefined : textU}
      />
    </Slide>
  )
}

/** A strip of paper where nobody has said how it felt, u. */
function stripU(grid: Grid, portrait: boolean): number {
  return portrait ? Math.min(6.4, grid.heightU * 0.12) : Math.max(9.5, grid.widthU - grid.startU - 50)
}

function Told({ layout, lang }: { readonly layout: ObservationLayout; readonly lang: string }) {
  const { what, whatC, said, saidC, para } = layout
  const tight = layout.keptWords !== undefined
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: u(para ? 1.2 : 1.7) }}>
      {what === '' ? null : whatC < 1.9 ? (
        <We
          c={whatC}
          lang={lang}
          rise={1}
          strong={whatC > 1.2 && wordCount(what) <= HEAD_WORDS}
          tight={tight}
        >
          {what}
        </We>
      ) : (
        <Head c={whatC} lang={lang} rise={1} style={{ lineHeight: whatC > 2.2 ? 1.1 : undefined }}>
          {what}
        </Head>
      )}
      {said === '' ? null : <They text={said} c={saidC} lang={lang} para={para} rise={2} tight={tight} />}
    </div>
  )
}

/** Which department saw it, where and when; then what is to follow from it. */
function By({ props, followUp }: { readonly props: ObservationProps; readonly followUp: boolean }) {
  const { body, envelope } = props.item
  const { language } = props.room
  const words = messages(language)
  const date = envelope.captured && formatDate(envelope.captured, wordsLanguage(language))
  const place = [isolated(body.where, 'a'), date]
    .filter((text) => text !== undefined)
    .join(commaAfter(body.where, envelope.lang ?? language))
  return (
    <div data-rise="3" style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: u(0.5) }}>
      {tellsAge(props.age) ? (
        <We c={1} strong lang={language}>{`${words.seenAgo(props.age.months)}. ${words.stillTrue}`}</We>
      ) : null}
      <We c={1} style={{ textWrap: 'balance' }}>
        <b>{words.fieldNoteBy(isolated(body.who, 'a'))}</b>{' '}
        <span style={{ display: 'inline-block' }}>{`${place}.`}</span>
      </We>
      {followUp && body.followUp ? (
        <We c={1}>
          <b>{words.followUp}:</b> {body.followUp}
        </We>
      ) : null}
    </div>
  )
}

/** How often it was seen, and where the note comes from. */
function observationSource({ item, room, part }: ObservationProps): SourceLine {
  const words = messages(room.language)
  const { n, source } = item.envelope
  const often =
    n !== undefined && n > 1
      ? `${words.people(formatNumber(n, wordsLanguage(room.language)))}.`
      : words.seenOnce
  const place = part.count > 1 ? words.position(part.index + 1, part.count) : undefined
  const rest = [source, place].filter((text) => text !== undefined && text !== '').join('. ')
  return { lead: often, ...(rest === '' ? {} : { rest }) }
}
