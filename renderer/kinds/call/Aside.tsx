import { useLayoutEffect, useRef } from 'react'
import { direction } from '../../core/text.ts'
import { u } from '../../ui/stage.ts'
import { We } from '../../ui/Text.tsx'
import type { CaptionPage } from './caption-pages.ts'
import { nameOf, Spoken } from './Spoken.tsx'
import type { Speaker } from './schema.ts'
import type { CallShape } from './slide-layouts.ts'
import { lineText } from './tokens.ts'

interface AsideProps {
  readonly shape: CallShape
  readonly portrait: boolean
  readonly pages: readonly { readonly page: CaptionPage; readonly index: number }[]
  readonly speakers: readonly Speaker[]
  readonly lang: string
  /** They are speaking now, at the same time as the one below; otherwise it is what was said before. */
  readonly live: boolean
}

/** The other voices, small, above the one that speaks. What was said before gives way where it has no room. */
export function Aside({ shape, portrait, pages, speakers, lang, live }: AsideProps) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return
    const roomy = box.scrollHeight <= box.clientHeight + 2
    box.style.visibility = roomy || live ? '' : 'hidden'
  })
  return (
    <div
      ref={ref}
      className="at"
      style={{
        insetInline: 'var(--ms) var(--me)',
        top: u(shape.asideU),
        height: u(shape.asideHeightU),
        display: 'grid',
        alignContent: 'start',
        gap: u(0.4),
      }}
    >
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
              c={portrait ? 1.2 : 1}
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
