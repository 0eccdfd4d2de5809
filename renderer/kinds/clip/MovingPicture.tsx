import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react'
import type { Media } from '../../core/item.ts'
import { useMediaUrl } from '../../ui/media-url.ts'
import type { MediaClock } from '../../ui/slide-props.ts'
import './clip.css'

interface MovingPictureProps {
  readonly media: Media
  readonly alt: string
  readonly clock: MediaClock
  /** `object-position` */
  readonly position: string
}

/** The film: on the wall an element of its pool, which outlives every slide; in a preview a still of its beginning. */
export function MovingPicture({ media, alt, clock, position }: MovingPictureProps) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => (box.current ? clock.mount?.(box.current) : undefined), [clock])
  const style = { position: 'absolute', inset: 0, '--at': position } as CSSProperties
  return (
    <div ref={box} className="clip-picture" role="img" aria-label={alt} style={style}>
      {clock.mount ? null : <Still media={media} />}
    </div>
  )
}

function Still({ media }: { readonly media: Media }) {
  const [isThere, setThere] = useState(false)
  const src = `${useMediaUrl()(media)}#t=${(media.fromMs ?? 0) / 1000}`
  const pending = isThere ? {} : { 'data-pending': '' }
  return (
    <video
      {...pending}
      src={src}
      muted
      preload="auto"
      onLoadedData={() => setThere(true)}
      onError={() => setThere(true)}
    />
  )
}
