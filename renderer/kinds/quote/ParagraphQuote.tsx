import { Frame } from '../../ui/Frame.tsx'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { u } from '../../ui/stage.ts'
import { They, We } from '../../ui/Text.tsx'
import { QuoteStrip, stripBox } from './QuoteStrip.tsx'
import { quoteBlocks } from './slide-layouts.ts'
import { type LayoutOf, marksOf, type QuoteView, quoteSource } from './view.ts'

/** 46 to 120 words: a paragraph, in which the sentence that matters stands out in its own place. */
export function ParagraphQuote({
  view,
  layout,
}: {
  readonly view: QuoteView
  readonly layout: LayoutOf<'paragraph'>
}) {
  const { item, lang, dir, room, pass } = view
  const { stage, grid } = useStage()
  const box = stripBox(grid, stage.shape, layout.strip)
  const { note } = item.body
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
          gap: u(1.3),
        }}
      >
        <Blocks view={view} layout={layout} />
        {layout.note && note ? (
          <We c={1} rise={4} style={{ marginTop: 'auto' }}>
            {note}
          </We>
        ) : null}
      </div>
      <Frame
        evidence={item.envelope.evidence}
        {...quoteSource(view, true)}
        room={room}
        pass={pass}
        short={box.short}
        widthU={box.short ? box.textU : undefined}
      />
    </Slide>
  )
}

function Blocks({ view, layout }: { readonly view: QuoteView; readonly layout: LayoutOf<'paragraph'> }) {
  const { item, lang, stage } = view
  const blocks = quoteBlocks(layout.text ?? view.text, item.body.highlight, lang)
  const guess = item.envelope.evidence === 'assumption'
  const whole = marksOf(item.body)
  // All blocks hang from one axis, the one that the first block's mark makes.
  const firstC = blocks[0]?.stands ? layout.leadC : layout.c
  const axis = guess ? {} : { paddingInlineStart: u((0.51 * firstC) / 0.7) }
  return blocks.map((block, index) => {
    const opens = index === 0 && (whole === 'both' || whole === 'open')
    const closes = index === blocks.length - 1 && (whole === 'both' || whole === 'close')
    return (
      <They
        key={block.text}
        text={block.text}
        c={block.stands ? layout.leadC : layout.c}
        lang={lang}
        para={!block.stands}
        guess={guess}
        marks={opens ? (closes ? 'both' : 'open') : closes ? 'close' : 'hang'}
        style={axis}
        breaks={block.stands && stage.shape === 'landscape'}
        tight={layout.text !== undefined}
        rise={Math.min(4, index + 1)}
      />
    )
  })
}
