import { type ReactNode, useMemo, useState } from 'react'
import type { Item } from '../../core/item.ts'
import { direction, wordCount } from '../../core/text.ts'
import { Frame } from '../../ui/Frame.tsx'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { scriptOf, textLanguage } from '../../ui/script.ts'
import type { SlideProps } from '../../ui/slide-props.ts'
import { useFit } from '../../ui/use-fit.ts'
import '../call/call.css'
import { captionPages } from '../call/caption-pages.ts'
import { Measure } from '../call/Measure.tsx'
import { lineText } from '../call/tokens.ts'
import { useCallClock } from '../call/use-call-clock.ts'
import { useFrameTop } from '../journey/use-frame-top.ts'
import { Caption } from '../photo/Caption.tsx'
import { footU, labelSize, PaperLabel, PictureBox, pictureBox, wordsBox } from '../photo/Composition.tsx'
import { CAPTION_CORNERS, captionLayouts, labelCorner, labelLayouts, linesU } from '../photo/label-layouts.ts'
import { coverBox, placePicture } from '../photo/placement.ts'
import { FrameGround, OnGround } from '../photo/Scrim.tsx'
import { ALPHA_OVER_WHITE } from '../photo/scrim.ts'
import { pictureSource } from '../photo/source.ts'
import { Captions } from './Captions.tsx'
import { fittedC, labelPlace, paperPlace } from './caption-place.ts'
import { MovingPicture } from './MovingPicture.tsx'
import type { ClipBody } from './schema.ts'
import { clipScenes } from './timeline.ts'

type ClipProps = SlideProps<Item<'clip', ClipBody>>
type ClipView = ReturnType<typeof useClipView>

/** A label that changes its words keeps its size, or it would jump with every sentence; never narrower than this, u. */
const NARROWEST_LABEL_U = 24

/** A film: hung as a photograph is, with what is said on a label of paper. */
export function ClipSlide(props: ClipProps) {
  const { item, room, clock } = props
  const { envelope, body } = item
  const { stage } = useStage()
  const view = useClipView(props)
  const { pages, told, text, lang, placement, words } = view
  const { ref, layout } = useCaptionFit(props, view)
  const durationMs = view.media.durationMs ?? 0
  const { scene, audible } = useCallClock(ref, { clock, pages, told, durationMs, bars: 1 })
  const [widths, setWidths] = useState<readonly number[]>([])
  const widestU = Math.max(0, ...widths)
  const frameTopU = useFrameTop(ref, stage.u)
  const index = told[scene]?.live.at(-1)
  const page = index === undefined ? undefined : pages[index]
  const speaker = body.speakers[page?.speaker ?? 0]
  const c = fittedC(view.place, widestU)
  const frame = <ClipFrame props={props} view={view} />
  return (
    <Slide ref={ref} lang={lang} dir={view.rtl ? 'rtl' : 'ltr'}>
      <PictureBox placement={placement} rtl={view.rtl}>
        <MovingPicture
          media={view.media}
          alt={envelope.alt ?? item.title}
          clock={clock}
          position={view.cover.position}
        />
      </PictureBox>
      {words ? null : <FrameGround alpha={ALPHA_OVER_WHITE} frameTopU={frameTopU} />}
      {page && index !== undefined ? (
        <Words view={view} size={spokenSize(view, widestU)} spoken>
          <Captions {...{ page, index, speaker, c, lang, audible }} language={room.language} />
        </Words>
      ) : text === '' ? null : (
        <Words view={view} size={{ widthU: layout.widthU, heightU: linesU(layout) }} spoken={false}>
          <Caption layout={layout} lang={lang} />
        </Words>
      )}
      <Measure pages={view.texts} c={view.place.c} lang={lang} unit={stage.u} onWidths={setWidths} />
      {words ? frame : <OnGround alpha={ALPHA_OVER_WHITE}>{frame}</OnGround>}
    </Slide>
  )
}

/** All that follows from the film and the wall, worked out once. */
function useClipView({ item, room }: ClipProps) {
  const { grid, stage } = useStage()
  return useMemo(() => {
    const { body, envelope } = item
    const media = item.media['video']
    if (!media) throw new Error('The film is missing.')
    const said = body.captions.map((caption) => caption.text).join(' ')
    const text = body.caption ?? envelope.title ?? ''
    const lang = textLanguage(said || text, envelope.lang, room.language)
    const portrait = stage.shape === 'portrait'
    const amount = said === '' && text === '' ? 'none' : 'few'
    const placement = placePicture(grid, media, { portrait, words: amount, focal: body.focal })
    const box = pictureBox(placement, grid)
    const words = wordsBox(placement, grid, footU(portrait))
    const script = scriptOf(said)
    const place = words ? paperPlace(words, portrait, script) : labelPlace(grid.liveU, script)
    const pages = captionPages(body.captions, place.page, lang)
    return {
      ...{ media, text, lang, placement, words, place, pages, grid },
      cover: coverBox(media, box.widthU, box.heightU, body.focal),
      rtl: direction(said || text) === 'rtl',
      told: clipScenes(pages, text !== ''),
      texts: pages.map((page) => ({ texts: page.lines.map(lineText) })),
    }
  }, [item, room.language, grid, stage.shape])
}

function useCaptionFit({ item, onUnfit }: ClipProps, { words, text, lang }: ClipView) {
  const { grid, stage } = useStage()
  const layouts = words ? captionLayouts(text, lang, words.widthU) : labelLayouts(text, lang, grid.liveU)
  return useFit(layouts, {
    key: `${item.id} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: wordCount(text),
    onUnfit: (unfit) => {
      if (text !== '') onUnfit(unfit)
    },
  })
}

interface LabelWords {
  readonly widthU: number
  readonly heightU: number
}

/** As wide as the widest caption of the whole film; widths come from layout in whole px, hence a little more. */
function spokenSize({ place }: ClipView, widestU: number): LabelWords {
  return {
    widthU: Math.min(place.widthU, Math.max(widestU + 0.15, NARROWEST_LABEL_U)),
    heightU: place.heightU,
  }
}

interface WordsProps {
  readonly view: ClipView
  readonly size: LabelWords
  /** Captions that change, below the picture's middle if they can be. */
  readonly spoken: boolean
  readonly children: ReactNode
}

/** Words on the wall's paper where the picture leaves some, else on a label over it. */
function Words({ view, size, spoken, children }: WordsProps) {
  const { words, rtl, grid, cover } = view
  if (words) {
    return (
      <div className="at" data-fit="" data-rise="1" style={words.style}>
        {children}
      </div>
    )
  }
  const corners = spoken ? CAPTION_CORNERS : undefined
  const corner = labelCorner(grid, labelSize(grid, 'start', size), cover.focal, rtl, corners)
  return (
    <PaperLabel corner={corner} rtl={rtl} {...size} still={spoken}>
      {children}
    </PaperLabel>
  )
}

function ClipFrame({ props, view }: { readonly props: ClipProps; readonly view: ClipView }) {
  const { item, room, pass } = props
  const beside = view.placement.type === 'side'
  return (
    <Frame
      evidence={item.envelope.evidence}
      {...pictureSource(item.envelope, item.body.place, room.language)}
      room={room}
      pass={pass}
      short={beside}
      widthU={beside ? view.words?.widthU : undefined}
    />
  )
}
