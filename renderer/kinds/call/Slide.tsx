import { useMemo, useRef, useState } from 'react'
import type { Item } from '../../core/item.ts'
import { type Age, tellsAge } from '../../core/patina.ts'
import { direction } from '../../core/text.ts'
import { Frame } from '../../ui/Frame.tsx'
import { messages } from '../../ui/messages.ts'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { scriptOf, textLanguage } from '../../ui/script.ts'
import type { SlideProps } from '../../ui/slide-props.ts'
import { voiceLine } from '../../ui/source-line.ts'
import { u } from '../../ui/stage.ts'
import { We } from '../../ui/Text.tsx'
import { AtOnce } from './AtOnce.tsx'
import { Before } from './Before.tsx'
import './call.css'
import { type CaptionPage, captionPages } from './caption-pages.ts'
import { MainVoice } from './MainVoice.tsx'
import { Measure } from './Measure.tsx'
import type { CallBody, Speaker } from './schema.ts'
import { BAR_U, callShape, captionSizes, OUR_C, PITCH_U } from './slide-layouts.ts'
import { scenes } from './timeline.ts'
import { lineText } from './tokens.ts'
import { useCallClock } from './use-call-clock.ts'
import { Waveform } from './Waveform.tsx'
import { barCount, bars } from './waveform.ts'

type CallItem = Item<'call', CallBody>

/** A recorded call: her paper and her bars above the axis, ours below, and the words for whoever cannot hear. */
export function CallSlide(props: SlideProps<CallItem>) {
  const { item, cast, room, pass, stage, clock } = props
  const { grid } = useStage()
  const portrait = stage.shape === 'portrait'
  const shape = useMemo(() => callShape(grid, portrait), [grid, portrait])
  const lang = textLanguage(spokenBy(item.body), item.envelope.lang, room.language)
  const call = useMemo(() => readCall(item, shape, grid.liveU, lang), [item, shape, grid, lang])
  const root = useRef<HTMLDivElement>(null)
  const { scene, audible } = useCallClock(root, { clock, ...call, bars: call.bars.length })
  const [widths, setWidths] = useState<readonly number[]>([])
  const sizes = captionSizes(
    shape,
    call.texts.map((text, index) => ({ ...text, widthU: widths[index] ?? 0 })),
    grid.liveU,
  )
  const { speakers } = item.body
  const now = call.told[scene]
  const { main, others } = slots(now?.live ?? [], call.pages, speakers)
  const page = main === undefined ? undefined : call.pages[main]
  const said = (indices: readonly number[]) =>
    indices.flatMap((index) => (call.pages[index] ? [{ page: call.pages[index], index }] : []))
  const voices = { shape, portrait, speakers, lang }
  const paper = cast[0]?.paper ?? 'straw'
  const dir = direction(call.pages[0]?.lines.map(lineText).join(' ') ?? '')
  const speaker = speakers[page?.speaker ?? 0]
  const c = speaker?.role === 'us' ? OUR_C : (sizes[main ?? 0] ?? shape.largestC)
  return (
    <Slide ref={root} lang={lang} dir={dir}>
      <div
        className={`sheet ${item.envelope.evidence === 'partial' ? 'partial' : ''}`}
        data-sheet=""
        data-paper={paper}
        style={{ top: 0, insetInline: u(-2), height: u(shape.axisU) }}
      />
      <Waveform bars={call.bars} shape={shape} paper={paper} />
      <Heading
        speakers={speakers}
        age={props.age}
        audible={audible}
        paper={paper}
        language={room.language}
        portrait={portrait}
        topU={grid.topU}
      />
      {others.length === 0 && now?.before !== undefined && shape.asideHeightU >= 1.8 ? (
        <Before {...voices} pages={said([now.before])} />
      ) : null}
      {page && main !== undefined && others.length > 0 ? (
        <AtOnce {...voices} main={{ page, index: main, c }} others={said(others)} />
      ) : null}
      {page && main !== undefined && others.length === 0 ? (
        <div
          className="at"
          data-fit=""
          style={{ insetInline: 'var(--ms) var(--me)', top: u(shape.mainU), height: u(shape.mainHeightU) }}
        >
          <MainVoice page={page} index={main} speaker={speaker} c={c} lang={lang} />
        </div>
      ) : null}
      <Measure pages={call.texts} c={shape.largestC} lang={lang} unit={stage.u} onWidths={setWidths} />
      <Frame evidence={item.envelope.evidence} {...callSource(item, room.language)} room={room} pass={pass} />
    </Slide>
  )
}

function spokenBy({ captions }: CallBody): string {
  return captions.map((caption) => caption.text).join(' ')
}

/** All that follows from the item and the wall, worked out once. */
function readCall(item: CallItem, { page }: ReturnType<typeof callShape>, liveU: number, lang: string) {
  const { captions, speakers } = item.body
  const audio = item.media['audio']
  const pages = captionPages(captions, page, lang)
  const durationMs = audio?.durationMs ?? Math.max(0, ...captions.map((caption) => caption.endMs))
  const count = barCount(liveU, BAR_U, PITCH_U)
  return {
    pages,
    told: scenes(pages),
    durationMs,
    bars: bars({ peaks: audio?.peaks ?? [], durationMs, count }, captions, speakers),
    texts: pages.map((each) => extentOf(each, speakers[each.speaker]?.role === 'us')),
  }
}

/** What is measured of a page: nothing of ours, which has its own size. */
function extentOf(page: CaptionPage, ours: boolean) {
  const texts = ours ? [] : page.lines.map(lineText)
  return { texts, lines: texts.length, script: scriptOf(texts.join(' ')) }
}

/** Of those who speak at once, the customer has the large place, and of several customers the one who began last. */
function slots(
  live: readonly number[],
  pages: readonly { readonly speaker: number }[],
  speakers: readonly Speaker[],
) {
  const ours = (index: number): boolean => speakers[pages[index]?.speaker ?? 0]?.role === 'us'
  const main = live.findLast((index) => !ours(index)) ?? live.at(-1)
  return { main, others: live.filter((index) => index !== main) }
}

function callSource({ envelope, body }: CallItem, language: string) {
  const { rest } = voiceLine(envelope, language)
  return { rest: [rest, body.time].filter((part) => part !== undefined && part !== '').join(', ') }
}

interface HeadingProps {
  readonly speakers: readonly Speaker[]
  readonly age: Age | undefined
  readonly audible: boolean
  readonly paper: string
  readonly language: string
  readonly portrait: boolean
  readonly topU: number
}

/** Who calls, and that there is nothing to hear where sound is off. */
function Heading({ speakers, age, audible, paper, language, portrait, topU }: HeadingProps) {
  const caller = speakers.find((speaker) => speaker.role === 'customer')
  return (
    <header
      className="at on"
      data-paper={paper}
      data-rise="1"
      style={{
        insetInline: 'var(--ms) var(--me)',
        top: u(topU - 0.2),
        display: 'flex',
        justifyContent: 'space-between',
        gap: u(1.6),
        ...(portrait ? { flexDirection: 'column', alignItems: 'flex-start', gap: 0 } : {}),
      }}
    >
      <We c={portrait ? 1.41 : 1} strong>
        {tellsAge(age)
          ? messages(language).heardAgo(age.months)
          : caller
            ? (caller.label ?? caller.name)
            : ''}
      </We>
      {audible ? null : <We c={1}>{messages(language).soundOff}</We>}
    </header>
  )
}
