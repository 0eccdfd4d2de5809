import { type CSSProperties, useId } from 'react'
import type { Paper } from '../../core/brand.ts'
import type { Media } from '../../core/item.ts'
import { figureWidth } from '../../ui/Figure.tsx'
import { useMediaUrl } from '../../ui/media-url.ts'
import { u } from '../../ui/stage.ts'

interface SilhouetteProps {
  readonly media: Media
  readonly paper: Paper
  readonly alt: string
  readonly heightU: number
  readonly style: CSSProperties
}

/** A figure cut from her own paper: in the evening the drawing's dark clothes would be lost on the dark wall. */
export function Silhouette({ media, paper, alt, heightU, style }: SilhouetteProps) {
  const id = `cut${useId().replace(/\W/g, '')}`
  const src = useMediaUrl()(media)
  return (
    <div
      className="figure"
      data-paper={paper}
      style={{ width: u(figureWidth(media, heightU)), height: u(heightU), ...style }}
    >
      <svg width="0" height="0" aria-hidden="true" style={{ width: 0, height: 0 }}>
        <filter id={id} colorInterpolationFilters="sRGB">
          <feFlood style={{ floodColor: 'var(--their)' }} />
          <feComposite in2="SourceAlpha" operator="in" />
        </filter>
      </svg>
      <img className="picture" src={src} alt={alt} draggable={false} style={{ filter: `url(#${id})` }} />
    </div>
  )
}
