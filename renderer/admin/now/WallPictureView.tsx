import { useEffect, useRef } from 'react'
import type { WallPicture } from '../../core/admin/now.ts'

interface Props {
  readonly picture: WallPicture
  readonly label: string
}

/** The wall as it was painted. Drawn on a canvas: the page's policy lets no picture in that did not come from the host. */
export function WallPictureView({ picture, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let isLate = false
    const blob = new Blob([picture.jpeg as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' })
    void createImageBitmap(blob).then((bitmap) => {
      if (!isLate) canvas.current?.getContext('2d')?.drawImage(bitmap, 0, 0)
      bitmap.close()
    })
    return () => {
      isLate = true
    }
  }, [picture])
  return (
    <canvas
      ref={canvas}
      className="wall-picture"
      width={picture.width}
      height={picture.height}
      role="img"
      aria-label={label}
      data-picture={picture.id}
    />
  )
}
