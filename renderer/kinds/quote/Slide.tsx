import type { Item } from '../../core/item.ts'
import { direction, wordCount } from '../../core/text.ts'
import { withoutOuterMarks } from '../../ui/marks.ts'
import { textLanguage } from '../../ui/script.ts'
import type { SlideProps } from '../../ui/slide-props.ts'
import { useFit } from '../../ui/use-fit.ts'
import { ParagraphQuote } from './ParagraphQuote.tsx'
import { StripQuote } from './StripQuote.tsx'
import type { QuoteBody } from './schema.ts'
import { quoteLayouts } from './slide-layouts.ts'
import type { QuoteView } from './view.ts'
import { WallQuote } from './WallQuote.tsx'

/** A verbatim: the fewer the words, the more of the wall is hers. */
export function QuoteSlide(props: SlideProps<Item<'quote', QuoteBody>>) {
  const { item, stage, room, onUnfit } = props
  const text = withoutOuterMarks(item.body.text)
  const lang = textLanguage(text, item.envelope.lang, room.language)
  const { ref, layout } = useFit(quoteLayouts(text, lang), {
    key: `${item.id} ${props.part.index} ${stage.widthPx}x${stage.heightPx} ${stage.u} ${props.age?.months ?? ''}`,
    words: wordCount(text),
    onUnfit,
  })
  const view: QuoteView = {
    ...props,
    ref,
    text,
    lang,
    dir: direction(text),
    paper: props.cast[0]?.paper ?? 'straw',
  }
  switch (layout.type) {
    case 'wall':
      return <WallQuote view={view} layout={layout} />
    case 'strip':
      return <StripQuote view={view} layout={layout} />
    case 'paragraph':
      return <ParagraphQuote view={view} layout={layout} />
  }
}
