import { type CSSProperties, memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { direction } from '../../core/text.ts'
import { scriptOf } from '../../ui/script.ts'
import { opticalSize } from '../../ui/stage.ts'

interface MeasureProps {
  readonly pages: readonly { readonly texts: readonly string[] }[]
  readonly c: number
  readonly lang: string
  /** px per u */
  readonly unit: number
  /** Told the width of each page's widest line, u, before anything is painted, and again when a font arrives. */
  readonly onWidths: (widthsU: readonly number[]) => void
}

/** All pages at once, unseen, as she would speak them: the captions of a call keep one size from beginning to end. */
export const Measure = memo(function Measure({ pages, c, lang, unit, onWidths }: MeasureProps) {
  const ref = useRef<HTMLDivElement>(null)
  const [, setFonts] = useState(0)
  useEffect(() => {
    const arrived = (): void => setFonts((count) => count + 1)
    document.fonts.addEventListener('loadingdone', arrived)
    return () => document.fonts.removeEventListener('loadingdone', arrived)
  }, [])
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return
    // A preview is a scaled slide: lengths of layout, not of the screen.
    onWidths([...box.children].map((page) => widestLine(page) / unit))
  })
  return (
    <div
      ref={ref}
      className="at call-measure"
      aria-hidden="true"
      style={{ width: 0, height: 0, overflow: 'hidden' }}
    >
      {pages.map(({ texts }, index) => (
        <div key={index}>
          {texts.map((line, row) => (
            <div
              key={row}
              className="they"
              data-script={scriptOf(texts.join(' '))}
              dir={direction(line)}
              lang={lang}
              style={{ '--c': c, '--o': opticalSize(c) } as CSSProperties}
            >
              <span>{line}</span>
            </div>
          ))}
        </div>
      ))}
    </div>
  )
})

function widestLine(page: Element): number {
  return Math.max(0, ...[...page.querySelectorAll('span')].map((line) => line.offsetWidth))
}
