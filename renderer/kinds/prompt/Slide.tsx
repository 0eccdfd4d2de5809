import type { Item, Media } from '../../core/item.ts'
import { direction, wordCount } from '../../core/text.ts'
import { BustHole, bleeds } from '../../ui/Figure.tsx'
import { Frame } from '../../ui/Frame.tsx'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { textLanguage } from '../../ui/script.ts'
import type { SlideProps } from '../../ui/slide-props.ts'
import { type Grid, u } from '../../ui/stage.ts'
import { Head, We } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { FigureHole } from './FigureHole.tsx'
import type { PromptBody } from './schema.ts'
import { type PromptLayout, promptLayouts } from './slide-layouts.ts'
import { promptWords } from './words.ts'

type PromptProps = SlideProps<Item<'prompt', PromptBody>>

/** A question to the room: a paper with a hole where the customer belongs. */
export function PromptSlide(props: PromptProps) {
  const { item, cast, room, pass, screen, stage, onUnfit } = props
  const { text } = item.body
  const { grid } = useStage()
  const lang = textLanguage(text, item.envelope.lang, room.language)
  const dir = direction(text)
  const { ref, layout } = useFit(promptLayouts(text, lang), {
    key: `${item.id} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: wordCount(text),
    onUnfit,
  })
  const shape = promptShape(grid, stage.shape === 'portrait', layout.figure)
  const portrait = cast[0]?.portrait
  return (
    <Slide ref={ref} lang={lang} dir={dir}>
      <div className="sheet" data-paper="sky" style={{ inset: 0 }} aria-hidden="true" />
      {layout.figure ? (
        <Hole media={portrait?.cutout === false ? undefined : portrait} shape={shape} />
      ) : null}
      <div className="at on" data-paper="sky" style={{ inset: 0 }}>
        <div
          className="at"
          data-fit=""
          style={{
            insetInlineStart: 'var(--ms)',
            width: u(shape.textU),
            top: u(grid.topU),
            bottom: u(shape.bottomU),
            display: 'flex',
            flexDirection: 'column',
            justifyContent: shape.portrait && layout.figure ? 'flex-start' : 'space-between',
            gap: u(2),
          }}
        >
          <Question layout={layout} lang={lang} />
          <Instruction {...props} layout={layout} lang={lang} />
        </div>
        <Frame
          // What has room is measured anew where the figure is gone.
          key={`${layout.figure}`}
          rest={promptWords(room.language).to[screen.mode]}
          room={room}
          pass={pass}
          short={layout.figure}
          widthU={layout.figure ? shape.frameU : undefined}
        />
      </div>
    </Slide>
  )
}

interface PromptShape {
  readonly portrait: boolean
  readonly figureU: number
  readonly textU: number
  readonly frameU: number
  readonly bottomU: number
}

/** The figure is 32 u high at the lower end; the words keep clear of it. */
function promptShape(grid: Grid, portrait: boolean, figure: boolean): PromptShape {
  const { widthU, heightU, startU } = grid
  if (portrait) {
    const figureU = Math.min(30, heightU * 0.48)
    // Words at the foot stand beside her shoulder, where there is little room.
    const frameU = Math.min(grid.liveU, 8.6)
    return { portrait, figureU, frameU, textU: grid.liveU, bottomU: figure ? figureU - 1.6 : 6.4 }
  }
  const figureU = Math.min(32, heightU * 0.9)
  const besideU = widthU - startU - (figureU * 860) / 1080 - 1.6
  const textU = figure ? Math.min(36, besideU) : Math.min(46, grid.liveU)
  return { portrait, figureU, textU, frameU: textU, bottomU: 5.2 }
}

/** A figure that is whole, such as a seated pair, hangs free; a bust bleeds off the wall. */
function Hole({ media, shape }: { readonly media: Media | undefined; readonly shape: PromptShape }) {
  const side = { insetInlineEnd: u(1), bottom: 0 }
  if (media && bleeds(media)) return <FigureHole media={media} heightU={shape.figureU} style={side} />
  if (media) {
    const whole = { insetInlineEnd: u(2.4), bottom: u(2.4) }
    return <FigureHole media={media} heightU={shape.figureU * 0.6} style={whole} />
  }
  return <BustHole heightU={shape.figureU} style={side} />
}

function Question({ layout, lang }: { readonly layout: PromptLayout; readonly lang: string }) {
  if (layout.c >= 1.92) {
    return (
      <Head c={layout.c} lang={lang} rise={1} style={{ lineHeight: 1.12 }}>
        {layout.text}
      </Head>
    )
  }
  return (
    <We c={layout.c} lang={lang} rise={1} strong tight={layout.keptWords !== undefined}>
      {layout.text}
    </We>
  )
}

function Instruction({
  item,
  room,
  layout,
  lang,
}: PromptProps & { readonly layout: PromptLayout; readonly lang: string }) {
  const { ask, instruction, answer } = item.body
  const words = promptWords(room.language)
  return (
    <div data-rise="2">
      <We
        c={1.41}
        strong
        lang={instruction === undefined ? room.language : lang}
        style={{ lineHeight: 1.25 }}
      >
        {instruction ?? words.instruction[ask]}
      </We>
      {layout.answered && answer !== undefined ? (
        <We c={1} lang={room.language} style={{ marginTop: u(0.4) }}>
          {words.answered}
        </We>
      ) : null}
    </div>
  )
}
