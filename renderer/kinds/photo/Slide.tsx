import { type Ref, useRef } from 'react'
import type { Item, Media } from '../../core/item.ts'
import { direction, wordCount } from '../../core/text.ts'
import { Frame } from '../../ui/Frame.tsx'
import { useMediaUrl } from '../../ui/media-url.ts'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { textLanguage } from '../../ui/script.ts'
import type { SlideProps } from '../../ui/slide-props.ts'
import type { Grid } from '../../ui/stage.ts'
import { useFit } from '../../ui/use-fit.ts'
import { useFrameTop } from '../journey/use-frame-top.ts'
import { Caption } from './Caption.tsx'
import { footU, labelSize, PaperLabel, PictureBox, pictureBox, wordsBox } from './Composition.tsx'
import {
  type CaptionLayout,
  captionLayouts,
  LABEL_WORDS,
  labelCorner,
  labelLayouts,
  linesU,
} from './label-layouts.ts'
import { type Cover, coverBox, type Placement, placePicture } from './placement.ts'
import { FrameGround, groundU, OnGround } from './Scrim.tsx'
import type { PhotoBody } from './schema.ts'
import { pictureSource } from './source.ts'
import { useScrim } from './use-scrim.ts'

type PhotoItem = Item<'photo', PhotoBody>

/** A photograph: as much of the wall as it has pixels for, and one short caption. */
export function PhotoSlide(props: SlideProps<PhotoItem>) {
  const { item, room, pass, stage, onUnfit } = props
  const { body, envelope } = item
  const { grid } = useStage()
  const media = pictureOf(item)
  const portrait = stage.shape === 'portrait'
  const text = body.caption ?? envelope.title
  const lang = textLanguage(text ?? '', envelope.lang, room.language)
  const dir = direction(text ?? '')
  const placement = placePicture(grid, media, { portrait, words: amount(text), focal: body.focal })
  const box = pictureBox(placement, grid)
  const cover = coverBox(media, box.widthU, box.heightU, body.focal)
  const { ref, layout } = useFit(layoutsFor(text ?? '', lang, placement, grid, portrait), {
    key: `${item.id} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: wordCount(text ?? ''),
    onUnfit,
  })
  const frameTopU = useFrameTop(ref, stage.u)
  const image = useRef<HTMLImageElement>(null)
  const bleeds = placement.type === 'bleed'
  const alpha = useScrim(image, bleeds ? underFrame(cover, groundU(frameTopU) / grid.heightU) : undefined)
  const words = wordsBox(placement, grid, footU(portrait))
  const frame = (
    <Frame
      evidence={envelope.evidence}
      {...pictureSource(envelope, body.place, room.language)}
      room={room}
      pass={pass}
      short={placement.type === 'side'}
      widthU={placement.type === 'side' ? words?.widthU : undefined}
    />
  )
  return (
    <Slide ref={ref} lang={lang} dir={dir}>
      <PictureBox placement={placement} rtl={dir === 'rtl'}>
        <Picture media={media} alt={envelope.alt ?? ''} position={cover.position} ref={image} />
      </PictureBox>
      {bleeds ? <FrameGround alpha={alpha} frameTopU={frameTopU} /> : null}
      {text === undefined ? null : words ? (
        <div className="at" data-fit="" style={words.style}>
          <Caption layout={layout} lang={lang} rise={1} />
        </div>
      ) : (
        <OnPicture layout={layout} cover={cover} lang={lang} rtl={dir === 'rtl'} />
      )}
      {bleeds ? <OnGround alpha={alpha}>{frame}</OnGround> : frame}
    </Slide>
  )
}

function amount(text: string | undefined): 'none' | 'few' | 'many' {
  if (text === undefined) return 'none'
  return wordCount(text) > LABEL_WORDS ? 'many' : 'few'
}

/** A picture in which somebody is to be blurred is shown only if it was; anything else counts as a picture that failed. */
function pictureOf({ media, body }: PhotoItem): Media {
  const picture = media['picture']
  if (!picture) throw new Error('The photograph is missing.')
  if ((picture.blurred ?? 0) < body.blur.length) {
    throw new Error('What is to be blurred in the photograph is not blurred.')
  }
  if (body.crop && picture.cropped !== true) throw new Error('The photograph is not cropped as it should be.')
  return picture
}

function layoutsFor(text: string, lang: string, placement: Placement, grid: Grid, portrait: boolean) {
  const words = wordsBox(placement, grid, footU(portrait))
  return words ? captionLayouts(text, lang, words.widthU) : labelLayouts(text, lang, grid.liveU)
}

function underFrame({ seen }: Cover, share: number) {
  const height = seen.height * Math.min(1, share)
  return { x: seen.x, width: seen.width, y: seen.y + seen.height - height, height }
}

interface PictureProps {
  readonly media: Media
  readonly alt: string
  readonly position: string
  readonly ref: Ref<HTMLImageElement>
}

/** Asked for with CORS, since its pixels are looked at. */
function Picture({ media, alt, position, ref }: PictureProps) {
  const src = useMediaUrl()(media)
  return (
    <img
      ref={ref}
      src={src}
      alt={alt}
      crossOrigin="anonymous"
      draggable={false}
      style={{
        display: 'block',
        width: '100%',
        height: '100%',
        objectFit: 'cover',
        objectPosition: position,
      }}
    />
  )
}

interface OnPictureProps {
  readonly layout: CaptionLayout
  readonly cover: Cover
  readonly lang: string
  readonly rtl: boolean
}

function OnPicture({ layout, cover, lang, rtl }: OnPictureProps) {
  const { grid } = useStage()
  const words = { widthU: layout.widthU, heightU: linesU(layout) }
  const corner = labelCorner(grid, labelSize(grid, 'start', words), cover.focal, rtl)
  return (
    <PaperLabel corner={corner} rtl={rtl} {...words}>
      <Caption layout={layout} lang={lang} />
    </PaperLabel>
  )
}
