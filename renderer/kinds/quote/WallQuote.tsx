import { bleeds, Figure, figureWidth } from '../../ui/Figure.tsx'
import { Frame } from '../../ui/Frame.tsx'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { They } from '../../ui/Text.tsx'
import { ByLine } from './ByLine.tsx'
import { type LayoutOf, marksOf, type QuoteView, quoteSource } from './view.ts'

/** Up to twelve words: the whole wall is the speaker's paper, her bust at the lower end. */
export function WallQuote({ view, layout }: { readonly view: QuoteView; readonly layout: LayoutOf<'wall'> }) {
  const { item, cast, text, lang, dir, paper, room, pass } = view
  const { stage, grid } = useStage()
  const portrait = stage.shape === 'portrait'
  const speaker = cast[0]
  const media = layout.figure && speaker?.portrait?.cutout !== false ? speaker?.portrait : undefined
  const whole = media !== undefined && !bleeds(media)
  const bustU = portrait ? Math.min(24, grid.heightU * 0.38) : Math.min(17.2, grid.heightU * 0.49)
  const heightU = whole ? bustU * 0.66 : bustU
  const edgeU = whole ? grid.endU : portrait ? 0.4 : 2.4
  const besideU = media ? grid.widthU - figureWidth(media, heightU) - edgeU - 0.8 : grid.widthU - grid.endU
  const guess = item.envelope.evidence === 'assumption'
  // The words hang from the mark; what stands below them hangs from the words.
  const indentU = guess ? 0 : (0.51 * layout.c) / 0.7
  const startU = grid.startU + indentU
  return (
    <Slide ref={view.ref} paper={paper} lang={lang} dir={dir}>
      {media && speaker ? (
        <Figure
          media={media}
          evidence={speaker.evidence}
          alt={speaker.name}
          heightU={heightU}
          style={{ insetInlineEnd: u(edgeU), bottom: whole ? u(2) : 0 }}
          solid
        />
      ) : null}
      <div
        className="at"
        data-fit=""
        style={{
          insetInline: 'var(--ms) var(--me)',
          top: u(portrait ? 4.6 : grid.topU + 1.4),
          bottom: u(portrait && media ? heightU + (whole ? 3 : 1) : 5.2),
          display: 'flex',
          flexDirection: 'column',
          justifyContent: portrait ? 'flex-start' : 'space-between',
          gap: u(2.2),
        }}
      >
        <They
          text={text}
          c={layout.c}
          lang={lang}
          breaks={layout.breaks}
          marks={marksOf(item.body)}
          guess={guess}
          rise={1}
        />
        <div
          style={{
            marginInlineStart: u(indentU),
            maxWidth: u(portrait ? grid.liveU - indentU : besideU - startU),
          }}
        >
          <ByLine view={view} />
        </div>
      </div>
      <Frame
        evidence={item.envelope.evidence}
        {...quoteSource(view, false)}
        room={room}
        pass={pass}
        short={media !== undefined}
        startU={startU}
        widthU={media ? besideU - startU : undefined}
      />
    </Slide>
  )
}
