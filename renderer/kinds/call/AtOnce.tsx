import { useLayoutEffect, useRef, useState } from 'react'
import { useStage } from '../../ui/StageBox.tsx'
import { scriptOf } from '../../ui/script.ts'
import { u } from '../../ui/stage.ts'
import { Aside } from './Aside.tsx'
import type { CaptionPage } from './caption-pages.ts'
import { MainVoice } from './MainVoice.tsx'
import type { Speaker } from './schema.ts'
import { besideOthersC, type CallShape, GAP_U } from './slide-layouts.ts'
import { lineText } from './tokens.ts'

/** Below this cap height, u, nobody has the large place: a line for each of them takes less. */
const LEAST_LEAD_C = 1.2

interface AtOnceProps {
  readonly shape: CallShape
  readonly portrait: boolean
  /** Whoever has the large place, and the size that her words have while nobody else speaks. */
  readonly main: { readonly page: CaptionPage; readonly index: number; readonly c: number }
  readonly others: readonly { readonly page: CaptionPage; readonly index: number }[]
  readonly speakers: readonly Speaker[]
  readonly lang: string
}

/** People who speak at the same time: all of them are read, so the other voices take what they need and the large one gives way. */
export function AtOnce({ shape, portrait, main, others, speakers, lang }: AtOnceProps) {
  const { stage } = useStage()
  const ref = useRef<HTMLDivElement>(null)
  const [othersU, setOthersU] = useState(0)
  // In the frame in which they begin to speak, before anything of it is painted.
  useLayoutEffect(() => {
    if (ref.current) setOthersU(ref.current.scrollHeight / stage.u)
  })
  const extent = { lines: main.page.lines.length, script: scriptOf(main.page.lines.map(lineText).join(' ')) }
  const c = besideOthersC(shape, main.c, extent, othersU)
  return (
    <div
      className="at"
      data-fit=""
      style={{
        insetInline: 'var(--ms) var(--me)',
        top: u(shape.asideU),
        height: u(shape.mainU + shape.mainHeightU - shape.asideU),
        display: 'flex',
        flexDirection: 'column',
        gap: u(GAP_U),
      }}
    >
      <div style={{ flex: 'none', minHeight: u(shape.mainU - GAP_U - shape.asideU) }}>
        <div ref={ref}>
          <Aside portrait={portrait} pages={others} speakers={speakers} lang={lang} live />
        </div>
      </div>
      {c < LEAST_LEAD_C && !portrait ? (
        <Aside portrait={false} pages={[main]} speakers={speakers} lang={lang} live />
      ) : (
        <MainVoice {...main} c={c} speaker={speakers[main.page.speaker]} lang={lang} />
      )}
    </div>
  )
}
