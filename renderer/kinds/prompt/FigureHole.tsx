import { type CSSProperties, useId } from 'react'
import type { Media } from '../../core/item.ts'
import { figureWidth } from '../../ui/Figure.tsx'
import { useMediaUrl } from '../../ui/media-url.ts'
import { u } from '../../ui/stage.ts'

interface FigureHoleProps {
  readonly media: Media
  readonly heightU: number
  readonly style: CSSProperties
}

/** The hole that her own figure left in the paper: through it the wall is seen. */
export function FigureHole({ media, heightU, style }: FigureHoleProps) {
  const id = `left${useId().replace(/\W/g, '')}`
  const src = useMediaUrl()(media)
  const box: CSSProperties = { width: u(figureWidth(media, heightU)), height: u(heightU), ...style }
  return (
    <div className="figure" style={box} aria-hidden="true">
      <svg width="0" height="0" aria-hidden="true" style={{ width: 0, height: 0 }}>
        <filter id={id} colorInterpolationFilters="sRGB">
          <feFlood style={{ floodColor: 'var(--wall)' }} />
          <feComposite in2="SourceAlpha" operator="in" />
        </filter>
      </svg>
      <img className="picture" src={src} alt="" draggable={false} style={{ filter: `url(#${id})` }} />
    </div>
  )
}
