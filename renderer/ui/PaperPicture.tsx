import { useId } from 'react'

/** A picture cut into rules: under it its own silhouette in the wall's paper, so that only rules of it remain. */
export function PaperPicture({ src, alt }: { readonly src: string; readonly alt: string }) {
  const id = `silhouette${useId().replace(/\W/g, '')}`
  return (
    <>
      <svg width="0" height="0" aria-hidden="true" style={{ width: 0, height: 0 }}>
        <filter id={id} colorInterpolationFilters="sRGB">
          <feFlood style={{ floodColor: 'var(--wall)' }} />
          <feComposite in2="SourceAlpha" operator="in" />
        </filter>
      </svg>
      <img className="picture" src={src} alt="" draggable={false} style={{ filter: `url(#${id})` }} />
      <img className="picture rules" src={src} alt={alt} draggable={false} />
    </>
  )
}
