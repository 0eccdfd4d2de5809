import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Box } from '../../core/item.ts'
import { scrimAlpha } from './scrim.ts'

/** Pixels that are looked at, across and at most down: single ones, since a mean would hide a lamp. */
const SAMPLES_ACROSS = 400
const SAMPLES_DOWN = 80

/**
 * How dark the ground under the frame must be, measured on the decoded picture; undefined until it is known.
 * `paper` where no scrim is dark enough, or the picture cannot be looked at. `under` is in shares of the picture.
 */
export function useScrim(
  image: RefObject<HTMLImageElement | null>,
  under: Box | undefined,
): number | 'paper' | undefined {
  const [found, setFound] = useState<{ readonly key: string; readonly alpha: number | 'paper' }>()
  const { x = 0, y = 0, width = 0, height = 0 } = under ?? {}
  const key = `${x} ${y} ${width} ${height}`
  useLayoutEffect(() => {
    const element = image.current
    if (!element || height === 0) return
    let gone = false
    const tell = (alpha: number | 'paper'): void => {
      const told = { key: `${x} ${y} ${width} ${height}`, alpha }
      if (!gone) setFound((before) => (before?.key === told.key && before.alpha === alpha ? before : told))
    }
    // A picture that cannot be decoded is told by the wall, which waits for it too.
    element.decode().then(
      () => tell(measure(element, { x, y, width, height })),
      () => tell('paper'),
    )
    return () => {
      gone = true
    }
  }, [image, x, y, width, height])
  return found?.key === key ? found.alpha : undefined
}

function measure(image: HTMLImageElement, under: Box): number | 'paper' {
  const { naturalWidth, naturalHeight } = image
  const width = Math.max(1, under.width * naturalWidth)
  const height = Math.max(1, under.height * naturalHeight)
  const canvas = document.createElement('canvas')
  canvas.width = Math.min(SAMPLES_ACROSS, Math.ceil(width))
  canvas.height = Math.min(SAMPLES_DOWN, Math.ceil(height))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return 'paper'
  context.imageSmoothingEnabled = false
  const [x, y] = [under.x * naturalWidth, under.y * naturalHeight]
  context.drawImage(image, x, y, width, height, 0, 0, canvas.width, canvas.height)
  return scrimAlpha(context.getImageData(0, 0, canvas.width, canvas.height).data) ?? 'paper'
}
