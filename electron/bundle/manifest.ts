import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { localDate } from '../../renderer/core/item.ts'

/** What a bundle says of itself: bundle.json. Each file is held to the hash that stands here, and this file to its seal. */

export const MANIFEST = 'bundle.json'
/** Counts up when an older app could not read a newer bundle. */
export const BUNDLE_VERSION = 1

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const manifestSchema = z.strictObject({
  bundle: z.literal(BUNDLE_VERSION),
  id: z.string().min(1),
  /** ISO 8601, UTC. Before it no clock is right. */
  made: z.iso.datetime(),
  /** Last day on which anything is shown. */
  until: localDate,
  room: z.string(),
  /** Tells one state of the room from another. */
  revision: z.string(),
  items: z.int().min(0),
  /** By path relative to bundle.json, with slashes. */
  files: z.record(z.string(), z.strictObject({ bytes: z.int().min(0), sha256: hash })),
  /** SHA-256 of all of the above. */
  seal: hash,
})
export type Manifest = Readonly<z.infer<typeof manifestSchema>>
export type Unsealed = Omit<Manifest, 'seal'>

/** It is no bundle, of another version, or something in it is not what was put there. */
export class BadBundle extends Error {}

export function sealed(manifest: Unsealed): Manifest {
  return { ...manifest, seal: sealOf(manifest) }
}

/** Fixed fields in a fixed order, so one manifest has one text. */
function sealOf({ bundle, id, made, until, room, revision, items, files }: Unsealed): string {
  const list = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))
  const text = JSON.stringify([bundle, id, made, until, room, revision, items, list])
  return sha256(Buffer.from(text))
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Throws BadBundle in words for whoever stands at the booth. */
export function readManifest(folder: string): Manifest {
  const manifest = manifestSchema.safeParse(jsonIn(join(folder, MANIFEST)))
  if (!manifest.success)
    throw new BadBundle(
      `${join(folder, MANIFEST)} is not the bundle.json of a bundle that this version can show.`,
    )
  if (sealOf(manifest.data) !== manifest.data.seal) throw changed(folder, MANIFEST)
  return manifest.data
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new BadBundle(
      `There is no bundle here: ${file} cannot be read (${why}). Name the folder "room" of a bundle.`,
    )
  }
}

/** Whether a file of the bundle is what was put there. */
export function isUntouched(folder: string, manifest: Manifest, path: string): boolean {
  const wanted = manifest.files[path]
  if (wanted === undefined) return false
  try {
    const bytes = readFileSync(join(folder, path))
    return bytes.length === wanted.bytes && sha256(bytes) === wanted.sha256
  } catch {
    return false
  }
}

export function changed(folder: string, path: string): BadBundle {
  return new BadBundle(
    `${join(folder, path)} is not as it was made: it was changed, or damaged on the way. Nothing is shown. Copy the bundle once more from where it was made.`,
  )
}
