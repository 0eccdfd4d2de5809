import type { PlayView } from '../core/contract.ts'
import type { Media } from '../core/item.ts'

/** Everything that a slide needs is there and decoded before it is shown. */

/** A picture that cannot be decoded in so long will not come. */
export const DECODE_LIMIT_MS = 8_000

/** The pictures of a play: its own, and its cast's. */
export function picturesOf({ item, cast }: PlayView): Media[] {
  const media = [...Object.values(item.media), ...cast.flatMap((member) => [member.portrait, member.walk])]
  return media.filter((each) => each !== undefined).filter((each) => each.mime.startsWith('image/'))
}

/** The recording or the film of a play, if it has one. */
export function recordingOf({ item }: PlayView): Media | undefined {
  return Object.values(item.media).find((media) => /^(?:audio|video)\//.test(media.mime))
}

/** A photograph's pixels are looked at, so its slide asks for it with CORS: asked for otherwise, it would be fetched twice. */
export function asksWithCors({ item }: PlayView): boolean {
  return item.kind === 'photo'
}

/** Fetches and decodes pictures ahead; keep the result for as long as they may be needed. Never rejects. */
export async function decodeAhead(
  urls: readonly string[],
  withCors: boolean,
): Promise<readonly HTMLImageElement[]> {
  const crossOrigin = withCors ? 'anonymous' : null
  const images = urls.map((url) => Object.assign(new Image(), { crossOrigin, src: url }))
  await Promise.allSettled(images.map((image) => image.decode()))
  return images
}

/**
 * Resolves when a laid-out layer could be shown whole: pictures decoded, sketches drawn, letters in their own faces.
 * Rejects, in plain words, where a picture cannot be decoded or takes over 8 s.
 */
export async function settled(layer: HTMLElement): Promise<void> {
  await within(DECODE_LIMIT_MS, Promise.all([allDecoded(layer), noneTold(layer), fontsThere()]))
}

/** Laying it out may have asked for a face that nobody foresaw, and measuring it anew for another. */
async function fontsThere(): Promise<void> {
  do {
    await document.fonts.ready
    await new Promise((resolve) => setTimeout(resolve))
  } while (document.fonts.status === 'loading')
}

async function allDecoded(layer: HTMLElement): Promise<void> {
  await Promise.all(
    [...layer.querySelectorAll('img')].map((image) =>
      image.decode().catch(() => {
        throw new Error(`A picture could not be decoded: ${image.alt || image.src}`)
      }),
    ),
  )
}

/** Waits for parts that draw themselves (`data-pending`). */
function noneTold(layer: HTMLElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): boolean => {
      if (layer.querySelector('[data-pending="failed"]'))
        reject(new Error('A picture could not be drawn as a sketch.'))
      else if (layer.querySelector('[data-pending]')) return false
      else resolve()
      return true
    }
    if (look()) return
    const observer = new MutationObserver(() => {
      if (look()) observer.disconnect()
    })
    observer.observe(layer, { subtree: true, childList: true, attributeFilter: ['data-pending'] })
  })
}

function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`Its pictures were not ready after ${ms / 1000} seconds.`)),
      ms,
    )
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
