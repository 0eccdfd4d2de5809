import { accessSync, constants, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openIndexReader } from '../library/index-reader.ts'
import type { IndexReader } from '../library/protocol.ts'
import { changed, isUntouched, type Manifest, readManifest } from './manifest.ts'

/** A sealed room, opened: read, never written. Whatever in it is not as it was made is not shown. */
export interface OpenBundle {
  readonly manifest: Manifest
  /** A clock that says less is wrong, ms since 1970 UTC. */
  readonly madeAt: number
  readonly openIndex: () => IndexReader
}

const INDEX = 'index.db'

/** `folder` is the one that bundle.json is in. Throws BadBundle. */
export function openBundle(folder: string): OpenBundle {
  const manifest = readManifest(folder)
  if (!isUntouched(folder, manifest, INDEX)) throw changed(folder, INDEX)
  const known = new Map<string, boolean>()

  /** At the first request for it: a stick is read too slowly to look at all of it before anything is shown. */
  function isSound(hash: string): boolean {
    const before = known.get(hash)
    if (before !== undefined) return before
    const path = `cache/${hash.slice(0, 2)}/${hash}`
    const made = manifest.files[path]?.sha256 === hash && isUntouched(folder, manifest, path)
    known.set(hash, made)
    return made
  }

  return {
    manifest,
    madeAt: Date.parse(manifest.made),
    openIndex() {
      const reader = openIndexReader(folder)
      return {
        revision: () => reader.revision(),
        cards: () => reader.cards(),
        item: (id) => reader.item(id),
        items: (ids) => reader.items(ids),
        places: (of) => reader.places(of),
        media: (hash) => (isSound(hash) ? reader.media(hash) : undefined),
        problems: () => reader.problems(),
        curation: () => reader.curation(),
        gone: () => reader.gone(),
        isScrubbed: () => reader.isScrubbed(),
        close: () => reader.close(),
      }
    },
  }
}

/**
 * Where records of a bundle are kept: beside it where one may write there, so that the time that was seen travels with it;
 * else in a temporary folder of its own.
 */
export function bundleDataDir(folder: string): string {
  const beside = join(dirname(folder), 'data')
  try {
    mkdirSync(beside, { recursive: true })
    accessSync(beside, constants.W_OK)
    return beside
  } catch {
    return join(tmpdir(), `customer-room-bundle-${bundleId(folder)}`)
  }
}

function bundleId(folder: string): string {
  try {
    return readManifest(folder).id
  } catch {
    return 'unknown'
  }
}
