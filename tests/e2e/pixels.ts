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
