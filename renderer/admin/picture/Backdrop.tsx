import { type ReactNode, useEffect, useRef } from 'react'
import type { ItemDetail } from '../../core/admin/find.ts'
import type { Original } from '../../core/admin/original.ts'
import type { Media } from '../../core/item.ts'
import { useMediaUrl } from '../../ui/media-url.ts'
import { Button } from '../kit/Button.tsx'
import { useWords } from '../words/use-words.ts'

interface Props {
  readonly title: string
  /** The derived picture, where it is a whole one that may be seen. */
  readonly whole: Media | undefined
  readonly original: Original | undefined
  readonly onAsk: () => void
  readonly children: (picture: ReactNode) => ReactNode
}

/** The derived picture of an item as it was `before`, where that was a whole one; none once the item may not be seen. */
export function wholeOf(item: ItemDetail, before: ItemDetail): Media | undefined {
  const pictureOf = ({ views }: ItemDetail) => views[0]?.item.media['picture']
  const derived = pictureOf(item) && pictureOf(before)
  return derived && !derived.cropped ? derived : undefined
}

/** What is drawn on: the derived picture where it is a whole one that may be seen, the folder's own where somebody asks for it. */
export function Backdrop({ title, whole, original, onAsk, children }: Props) {
  const { picture: words } = useWords()
  const urlOf = useMediaUrl()
  if (original?.ok) return <>{children(<OriginalPicture picture={original} alt={title} />)}</>
  return (
    <>
      {original ? (
        <p role="alert">
          {original.message} <span className="quiet">{original.hint}</span>
        </p>
      ) : null}
      {whole ? null : <p className="quiet">{words.noPicture}</p>}
      {children(whole ? <img src={urlOf(whole)} alt={title} draggable={false} /> : null)}
      <p className="actions">
        <Button onPress={onAsk}>{words.show}</Button>
      </p>
      <p className="quiet">{words.showHint}</p>
    </>
  )
}

/** Drawn on a canvas: the page's policy lets no picture in that did not come as derived media. */
function OriginalPicture({
  picture,
  alt,
}: {
  readonly picture: Extract<Original, { readonly ok: true }>
  readonly alt: string
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let isLate = false
    const blob = new Blob([picture.webp as Uint8Array<ArrayBuffer>], { type: 'image/webp' })
    void createImageBitmap(blob).then((bitmap) => {
      if (!isLate) canvas.current?.getContext('2d')?.drawImage(bitmap, 0, 0)
      bitmap.close()
    })
    return () => {
      isLate = true
    }
  }, [picture])
  return <canvas ref={canvas} width={picture.width} height={picture.height} role="img" aria-label={alt} />
}
