import type { MediaRequest } from '../../../renderer/core/kind.ts'
import { collectNowAndThen } from './collect.ts'
import type { Derived } from './derived.ts'

/** Derives what is asked for from a file's bytes. `onStep` is called while a long one gets on. */
export async function deriveFile(
  bytes: Uint8Array,
  request: MediaRequest,
  wallPx: number,
  onStep: () => void,
): Promise<Derived> {
  collectNowAndThen()
  // Loaded when first wanted: a room of recordings needs no decoder of pictures.
  switch (request.as) {
    case 'picture':
      return (await import('./picture.ts')).derivePicture(bytes, wallPx, request)
    case 'audio':
      return (await import('./audio.ts')).deriveAudio(bytes, request, onStep)
    case 'video':
      return (await import('./video.ts')).deriveVideo(bytes, request)
  }
}
