import { Frame } from '../../ui/Frame.tsx'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { They } from '../../ui/Text.tsx'
import { ByLine } from './ByLine.tsx'
import { QuoteStrip, stripBox } from './QuoteStrip.tsx'
import { type LayoutOf, marksOf, type QuoteView, quoteSource } from './view.ts'

/** How much of the text's height her words may take where there is room to choose. */
const AIRY = { landscape: '72%', portrait: '62%' } as const

/** Thirteen to 45 words: the wall's paper, and a strip of hers. */
export function StripQuote({
  view,
  layout,
}: {
  readonly view: QuoteView
  readonly layout: LayoutOf<'strip'>
}) {
  const { item, text, lang, dir, room, pass } = view
  const { stage, grid } = useStage()
  const box = stripBox(grid, stage.shape, layout.strip)
  const guess = item.envelope.evidence === 'assumption'
  return (
    <Slide ref={view.ref} lang={lang} dir={dir}>
      {layout.strip ? <QuoteStrip view={view} /> : null}
      <div
        className="at"
        data-fit=""
        style={{
          insetInlineStart: 'var(--ms)',
          width: u(box.textU),
          top: u(box.topU),
          bottom: u(box.bottomU),
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          gap: u(1.6),
        }}
      >
        <div data-fit="" style={{ maxHeight: layout.airy ? AIRY[stage.shape] : '100%' }}>
          <They
            text={text}
            c={layout.c}
            lang={lang}
            breaks={layout.breaks}
            marks={marksOf(item.body)}
            guess={guess}
            rise={1}
            tight={layout.tight}
          />
        </div>
        <ByLine view={view} />
      </div>
      <Frame
        evidence={item.envelope.evidence}
        {...quoteSource(view, false)}
        room={room}
        pass={pass}
        short={box.short}
        widthU={box.short ? box.textU : undefined}
      />
    </Slide>
  )
}
