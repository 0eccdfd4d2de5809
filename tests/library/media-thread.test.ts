import { createHash } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { openCache } from '../../electron/library/derive/cache.ts'
import { deriveFile } from '../../electron/library/derive/derive-file.ts'
import { type DeriverParts, derive } from '../../electron/library/derive/deriver.ts'
import { MediaThread, ThreadEnded } from '../../electron/library/derive/media-thread-link.ts'
import { InFlightMark } from '../../electron/library/inflight.ts'
import { makeStore } from '../../electron/library/queries.ts'
import { Settler } from '../../electron/library/settle.ts'
import { Sources } from '../../electron/library/sources.ts'
import { openIndex } from '../../electron/library/store.ts'
import type { MediaRequest } from '../../renderer/core/kind.ts'
import { putFiles, temporaryFolder, toneWav } from './open-room.ts'
import { pdf } from './pdf-file.ts'

// Pictures, recordings and films are decoded in a thread of their own, which ends to give back what decoders hold.

const FIXTURES = join(import.meta.dirname, '../fixtures')
const ends: (() => unknown)[] = []

afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

function started(file?: URL): MediaThread {
  const thread = new MediaThread(file)
  ends.push(() => thread.rest())
  return thread
}

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3" fill="red"/></svg>'
const picture: MediaRequest = { as: 'picture', path: 'photos/x' }
const audio: MediaRequest = { as: 'audio', path: 'calls/x.wav' }

async function files(): Promise<[MediaRequest, Uint8Array][]> {
  return [
    [picture, Buffer.from(SVG)],
    [picture, pdf(['1 0 0'])],
    [audio, toneWav()],
    [picture, Buffer.from('no picture')],
  ]
}

test('what comes of a file is the same there as here, before and after a rest', async () => {
  const thread = started()
  for (let round = 0; round < 3; round += 1) {
    for (const [request, bytes] of await files()) {
      const here = await deriveFile(bytes, request, 200, () => {})
      expect(await thread.derive({ bytes: new Uint8Array(bytes), request, wallPx: 200 }, () => {})).toEqual(
        here.ok ? { ...here, bytes: new Uint8Array(here.bytes), thumbnail: thumbnailOf(here) } : here,
      )
    }
    await thread.rest()
  }
})

function thumbnailOf({ thumbnail }: { thumbnail?: { bytes: Uint8Array } | undefined }) {
  return thumbnail && { ...thumbnail, bytes: new Uint8Array(thumbnail.bytes) }
}

test('files that are given at once come back each to its own, whoever lets the thread rest meanwhile', async () => {
  const thread = started()
  const lengths = [1, 2, 3, 1, 2]
  const made = lengths.map(async (seconds, at) => {
    if (at === 2) void thread.rest()
    return thread.derive({ bytes: toneWav(seconds), request: audio, wallPx: 200 }, () => {})
  })
  const durations = (await Promise.all(made)).map((each) => (each.ok ? each.media.durationMs : undefined))
  expect(durations).toEqual(lengths.map((seconds) => seconds * 1_000))
})

test('it tells that it gets on with a long recording', async () => {
  let steps = 0
  await started().derive({ bytes: toneWav(60), request: audio, wallPx: 200 }, () => {
    steps += 1
  })
  expect(steps).toBeGreaterThan(3)
})

/** A thread that dies of its first file, as of a decoder that brings the house down. */
async function deadly(folder: string): Promise<URL> {
  const file = join(folder, 'deadly.mjs')
  await writeFile(
    file,
    "import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => process.exit(7))\n",
  )
  return pathToFileURL(file)
}

test('a file that ends the thread twice is left alone from then on, and the library lives', async () => {
  const base = await temporaryFolder()
  const bytes = await readFile(join(FIXTURES, 'audio/pcm-16.wav'))
  await putFiles(base, { 'content/x.wav': bytes })
  const file = join(base, 'content/x.wav')
  const { mtimeMs } = await stat(file)
  const thread = started(await deadly(base))
  const dataDir = join(base, 'data')
  const mark = new InFlightMark(dataDir)
  const store = makeStore(openIndex(dataDir))
  ends.push(
    () => mark.close(),
    () => store.db.close(),
  )
  const found = { path: 'x.wav', file, size: bytes.length, mtimeMs, inode: 1 }
  const sources = new Sources(new Map([['x.wav', found]]), new Set(), new Settler(), () => {})
  const parts: DeriverParts = { store, cache: openCache(dataDir), mark, wallPx: 200, media: thread }
  const hash = createHash('sha256').update(bytes).digest('hex')

  await expect(thread.derive({ bytes: toneWav(), request: audio, wallPx: 200 }, () => {})).rejects.toThrow(
    ThreadEnded,
  )
  const again = await derive(parts, sources, { as: 'audio', path: 'x.wav' }, undefined)
  expect(again).toMatchObject({ ok: false, message: expect.stringContaining('ended the library twice') })
  expect(store.timesBlamed(hash)).toBe(2)
})
