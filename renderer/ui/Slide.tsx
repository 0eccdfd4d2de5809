import type { CSSProperties, ReactNode, Ref } from 'react'
import type { Paper } from '../core/brand.ts'
import { SlideLanguage } from './language.ts'

interface SlideProps {
  readonly children: ReactNode
  /** The whole wall is this paper; the wall's own where absent. */
  readonly paper?: Paper | 'shade' | undefined
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly ref?: Ref<HTMLDivElement>
  readonly style?: CSSProperties
}

/** The root of every slide: fills its stage. `ref` is for useFit. */
export function Slide({ children, paper, lang, dir, ref, style }: SlideProps) {
  return (
    <main
      ref={ref}
      className={paper ? 'slide on' : 'slide'}
      data-paper={paper}
      lang={lang}
      dir={dir}
      {...(style ? { style } : {})}
    >
      <SlideLanguage value={lang}>{children}</SlideLanguage>
    </main>
  )
}
