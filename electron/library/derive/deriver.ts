import { hash } from 'node:crypto'
import type { Media } from '../../../renderer/core/item.ts'
import type { MediaRequest } from '../../../renderer/core/kind.ts'
import { type InFlightMark, MAX_DEATHS } from '../inflight.ts'
import type { Store } from '../queries.ts'
import { type Bytes, type Sources, StillComing } from '../sources.ts'
import type { Cache } from './cache.ts'
import { type Derived, type NotDerived, refused } from './derived.ts'
import { type MediaThread, ThreadEnded } from './media-thread-link.ts'

/** Counts up with every change to how media are made: what an older recipe made is made again. */
const RECIPE = 5
const RETRY_MS = 250

export interface Made {
  readonly ok: true
  /** Under which the wall's file and its thumbnail stand in the index: an item that uses one uses both. */
  readonly keys: readonly string[]
  readonly media: Media
}

export interface DeriverParts {
  readonly store: Store
  readonly cache: Cache
  readonly mark: InFlightMark
  readonly wallPx: number
  readonly media: MediaThread
}

/** The derived file for a request, made now or found in the cache. Rejects with StillComing while its file is being written. */
export async function derive(
  parts: DeriverParts,
  sources: Sources,
  request: MediaRequest,
  knownHash: string | undefined,
): Promise<Made | NotDerived> {
  const read = knownHash === undefined ? await sources.read(request.path) : undefined
  const sourceHash = knownHash ?? read?.hash ?? ''
  const key = keyOf(sourceHash, request, parts.wallPx)
  const known = knownMedia(parts, key)
  if (known) return known
  const derived = await makeUnlessBlamed(parts, sources, request, sourceHash, read)
  if (!derived.ok) {
    if (derived.mayStillCome && sources.mayStillCome(request.path))
      throw new StillComing(request.path, RETRY_MS)
    return derived
  }
  return keep(parts, key, derived)
}

async function keep(
  { store, cache }: DeriverParts,
  key: string,
  derived: Derived & { readonly ok: true },
): Promise<Made> {
  const hash = await cache.put(derived.bytes)
  const { thumbnail } = derived
  if (!thumbnail) {
    const media: Media = { ...derived.media, hash }
    store.putDerived(key, hash, JSON.stringify(media))
    return { ok: true, keys: [key], media }
  }
  const small = { hash: await cache.put(thumbnail.bytes), width: thumbnail.width, height: thumbnail.height }
  const media: Media = { ...derived.media, hash, thumbnail: small }
  store.putDerived(key, hash, JSON.stringify(media))
  store.putDerived(thumbnailKey(key), small.hash, JSON.stringify({ ...small, mime: thumbnail.mime }))
  return { ok: true, keys: [key, thumbnailKey(key)], media }
}

/** What was made before, if all of it is still there: a cache that somebody emptied is filled again. */
function knownMedia({ store, cache }: DeriverParts, key: string): Made | undefined {
  const standing = (name: string) => {
    const row = store.derived(name)
    return row && cache.has(row.hash) ? row : undefined
  }
  const known = standing(key)
  if (!known) return undefined
  const media = JSON.parse(known.media) as Media
  if (!media.thumbnail) return { ok: true, keys: [key], media }
  return standing(thumbnailKey(key)) && { ok: true, keys: [key, thumbnailKey(key)], media }
}

function thumbnailKey(key: string): string {
  return `${key} thumbnail`
}

/** The same bytes, wish, recipe and wall make the same file, whatever it is called and wherever it lies. */
function keyOf(sourceHash: string, request: MediaRequest, wallPx: number): string {
  const { path: _, ...wish } =
    request.as === 'picture' ? { ...request, onwards: undefined, needed: undefined } : request
  return hash('sha256', JSON.stringify([RECIPE, sourceHash, wish, request.as === 'picture' ? wallPx : 0]))
}

/** What a file does to the thread that reads it, it would have done to the library: it is left alone after as many tries. */
async function makeUnlessBlamed(
  { store, mark, media, wallPx }: DeriverParts,
  sources: Sources,
  request: MediaRequest,
  hash: string,
  read: Bytes | undefined,
): Promise<Derived> {
  let known = read
  while (store.timesBlamed(hash) < MAX_DEATHS) {
    const { bytes } = known ?? (await sources.read(request.path))
    known = undefined
    try {
      return await mark.during({ path: request.path, hash, bytes: bytes.length }, () =>
        media.derive({ bytes, request, wallPx }, () => mark.goesOn()),
      )
    } catch (thrown) {
      if (!(thrown instanceof ThreadEnded)) throw thrown
      store.blame(hash, request.path)
    }
  }
  return quarantined()
}

export function quarantined(): NotDerived {
  return refused(
    'Reading this file ended the library twice, so it is left alone.',
    'Export it again in another format; it is tried again as soon as it changes.',
  )
}
