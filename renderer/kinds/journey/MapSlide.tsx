import type { Item } from '../../core/item.ts'
import { direction, wordCount } from '../../core/text.ts'
import { Frame } from '../../ui/Frame.tsx'
import { useMediaUrl } from '../../ui/media-url.ts'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { textLanguage } from '../../ui/script.ts'
import type { SlideProps } from '../../ui/slide-props.ts'
import { useFit } from '../../ui/use-fit.ts'
import { Caption } from '../photo/Caption.tsx'
import { footU, PictureBox, wordsBox } from '../photo/Composition.tsx'
import { captionLayouts } from '../photo/label-layouts.ts'
import { placeWhole } from '../photo/placement.ts'
import { type JourneyBody, mapRole } from './schema.ts'
import { journeySource } from './words.ts'

interface MapProps extends SlideProps<Item<'journey', JourneyBody>> {
  /** Which page of the map, from 0. */
  readonly index: number
}

/** A map that somebody drew elsewhere: the whole of it, as large as the wall allows, and its title. */
export function MapSlide({ item, index, part, room, pass, stage, onUnfit }: MapProps) {
  const { grid } = useStage()
  const src = useMediaUrl()
  const media = item.media[mapRole(index)]
  if (!media) throw new Error('The map of this journey is missing.')
  const { envelope, title } = item
  const portrait = stage.shape === 'portrait'
  const lang = textLanguage(title, envelope.lang, room.language)
  const dir = direction(title)
  const placement = placeWhole(grid, media, portrait)
  const words = wordsBox(placement, grid, footU(portrait))
  const { ref, layout } = useFit(captionLayouts(title, lang, words?.widthU ?? grid.liveU), {
    key: `${item.id} ${part.index} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: wordCount(title),
    onUnfit,
  })
  return (
    <Slide ref={ref} lang={lang} dir={dir}>
      <PictureBox placement={placement} rtl={dir === 'rtl'}>
        <img src={src(media)} alt={envelope.alt ?? title} draggable={false} style={WHOLE} />
      </PictureBox>
      <div className="at" data-fit="" style={words?.style}>
        <Caption layout={layout} lang={lang} rise={1} />
      </div>
      <Frame
        evidence={envelope.evidence ?? 'assumption'}
        {...journeySource(envelope, item.body, room.language)}
        room={room}
        pass={pass}
      />
    </Slide>
  )
}

const WHOLE = { display: 'block', width: '100%', height: '100%', objectFit: 'contain' } as const
