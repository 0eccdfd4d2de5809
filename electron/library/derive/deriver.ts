import { hash } from 'node:crypto'
import type { Media } from '../../../renderer/core/item.ts'
import type { MediaRequest } from '../../../renderer/core/kind.ts'
import { type InFlightMark, MAX_DEATHS } from '../inflight.ts'
import type { Store } from '../queries.ts'
import { type Bytes, type Sources, StillComing } from '../sources.ts'
import { deriveAudio } from './audio.ts'
import type { Cache } from './cache.ts'
import { type Derived, type NotDerived, refused } from './derived.ts'
import { derivePicture } from './picture.ts'

/** Counts up with every change to how media are made: what an older recipe made is made again. */
const RECIPE = 4
const RETRY_MS = 250

export interface Made {
  readonly ok: true
  readonly key: string
  readonly media: Media
}

export interface DeriverParts {
  readonly store: Store
  readonly cache: Cache
  readonly mark: InFlightMark
  readonly wallPx: number
}

/** The derived file for a request, made now or found in the cache. Rejects with StillComing while its file is being written. */
export async function derive(
  parts: DeriverParts,
  sources: Sources,
  request: MediaRequest,
  knownHash: string | undefined,
): Promise<Made | NotDerived> {
  const { store } = parts
  const read = knownHash === undefined ? await sources.read(request.path) : undefined
  const sourceHash = knownHash ?? read?.hash ?? ''
  const key = keyOf(sourceHash, request, parts.wallPx)
  const known = store.derived(key)
  // A cache that somebody emptied is filled again.
  if (known && parts.cache.has(known.hash)) return { ok: true, key, media: JSON.parse(known.media) as Media }
  if (store.timesBlamed(sourceHash) >= MAX_DEATHS) return quarantined()
  const derived = await make(parts, request, read ?? (await sources.read(request.path)))
  if (!derived.ok) {
    if (derived.mayStillCome && sources.mayStillCome(request.path))
      throw new StillComing(request.path, RETRY_MS)
    return derived
  }
  const media: Media = { ...derived.media, hash: await parts.cache.put(derived.bytes) }
  store.putDerived(key, media.hash, JSON.stringify(media))
  return { ok: true, key, media }
}

/** The same bytes, wish, recipe and wall make the same file, whatever it is called and wherever it lies. */
function keyOf(sourceHash: string, request: MediaRequest, wallPx: number): string {
  const { path: _, ...wish } = request
  return hash('sha256', JSON.stringify([RECIPE, sourceHash, wish, request.as === 'picture' ? wallPx : 0]))
}

async function make(parts: DeriverParts, request: MediaRequest, { bytes, hash }: Bytes): Promise<Derived> {
  return parts.mark.during({ path: request.path, hash }, async () => {
    switch (request.as) {
      case 'picture':
        return derivePicture(bytes, parts.wallPx, request)
      case 'audio':
        return deriveAudio(bytes, request)
      case 'video':
        return refused('Films are not read yet.', 'Leave it: it does no harm.')
    }
  })
}

export function quarantined(): NotDerived {
  return refused(
    'Reading this file ended the library twice, so it is left alone.',
    'Export it again in another format; it is tried again as soon as it changes.',
  )
}
