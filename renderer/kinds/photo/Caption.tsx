import { wordCount } from '../../core/text.ts'
import { Head, We } from '../../ui/Text.tsx'
import { type CaptionLayout, LABEL_WORDS, lineHeight } from './label-layouts.ts'

interface CaptionProps {
  readonly layout: CaptionLayout
  readonly lang: string
  readonly rise?: number
}

/** What we say of a picture. */
export function Caption({ layout, lang, rise }: CaptionProps) {
  const props = {
    c: layout.c,
    lang,
    tight: layout.keptWords !== undefined,
    style: { lineHeight: lineHeight(layout), textWrap: layout.c > 1 ? 'balance' : 'pretty' } as const,
    ...(rise === undefined ? {} : { rise }),
  }
  if (layout.head) return <Head {...props}>{layout.text}</Head>
  return (
    <We {...props} strong={layout.c > 1.2 && wordCount(layout.text) <= LABEL_WORDS}>
      {layout.text}
    </We>
  )
}
