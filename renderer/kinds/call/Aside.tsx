import { direction } from '../../core/text.ts'
import { u } from '../../ui/stage.ts'
import { We } from '../../ui/Text.tsx'
import type { CaptionPage } from './caption-pages.ts'
import { nameOf, Spoken } from './Spoken.tsx'
import type { Speaker } from './schema.ts'
import { lineText } from './tokens.ts'

interface AsideProps {
  readonly portrait: boolean
  readonly pages: readonly { readonly page: CaptionPage; readonly index: number }[]
  readonly speakers: readonly Speaker[]
  readonly lang: string
  /** They are speaking now, at the same time as the one below; otherwise it is what was said before. */
  readonly live: boolean
}

/** The other voices, small, above the one that speaks. */
export function Aside({ portrait, pages, speakers, lang, live }: AsideProps) {
  return (
    <div style={{ display: 'grid', alignContent: 'start', gap: u(0.4) }}>
      {pages.map(({ page, index }) => {
        const speaker = speakers[page.speaker]
        const dir = direction(page.lines.map(lineText).join(' '))
        const row = portrait ? {} : { display: 'flex', alignItems: 'baseline', gap: u(0.75) }
        return (
          <div key={index} dir={dir} style={row}>
            <We
              c={1}
              strong
              style={{ flex: 'none', maxWidth: '40%', ...(portrait ? { maxWidth: 'none' } : {}) }}
            >
              {nameOf(speaker)}
            </We>
            <Spoken
              page={page}
              index={index}
              speaker={speaker}
              c={portrait && pages.length === 1 ? 1.2 : 1}
              lang={lang}
              live={live}
              cut={false}
            />
          </div>
        )
      })}
    </div>
  )
}
