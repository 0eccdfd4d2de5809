import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'

export interface ImageStatistics {
  readonly width: number
  readonly height: number
  /** Mean over the channels, 0..255. */
  readonly mean: number
  /** Standard deviation over the channels, 0..255; a flat colour has 0. */
  readonly deviation: number
}

/** Mean and spread of a picture's pixels, to tell a slide from a blank. */
export async function imageStatistics(image: string | Buffer): Promise<ImageStatistics> {
  const { width, height } = await sharp(image).metadata()
  const { channels } = await sharp(image).removeAlpha().stats()
  const average = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  return {
    width,
    height,
    mean: average(channels.map((channel) => channel.mean)),
    deviation: average(channels.map((channel) => channel.stdev)),
  }
}

/** Mean difference of a channel, 0..255, between the picture in the window and the wall's own pixels. */
export async function pictureDifference(canvas: Locator, wall: Page): Promise<number> {
  const url = await canvas.evaluate((each) => (each as HTMLCanvasElement).toDataURL('image/png'))
  const shown = sharp(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')).removeAlpha()
  const { width, height } = await shown.metadata()
  const [one, other] = await Promise.all([
    shown.raw().toBuffer(),
    sharp(await wall.screenshot())
      .resize(width, height, { fit: 'fill' })
      .removeAlpha()
      .raw()
      .toBuffer(),
  ])
  return one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length
}
