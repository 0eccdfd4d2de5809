import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { withFolderLock } from '../../electron/curate/folder-lock.ts'
import { contentFile, contentScenes } from '../../scripts/gallery/content.mjs'
import { type Folder, makeFolder, ROOT, SAMPLE_ROOM } from './room.ts'
import { openSlidePage, type SlidePage } from './slide-page.ts'

export type Scene = Awaited<ReturnType<typeof contentScenes>>[number]

export interface GalleryScenes {
  /** Of the sample room, then of the gallery's hard cases. */
  readonly scenes: readonly Scene[]
  readonly slides: SlidePage
  close(): Promise<void>
}

/** Both rooms are read within half a minute, on a busy machine too within this time. */
const READING_MS = 150_000

/** All that the gallery draws, in a window of its own. Slides come in at once, since that is no matter of looking at them. */
export async function openGalleryScenes({ hardCases = true } = {}): Promise<GalleryScenes> {
  const folder: Folder = makeFolder()
  const base = process.env['CUSTOMER_ROOM_TEST_ROOMS'] ?? folder.data
  mkdirSync(base, { recursive: true })
  const sample = { folder: SAMPLE_ROOM, data: join(base, 'sample'), prefix: '' }
  const hard = {
    folder: join(ROOT, 'scripts/gallery/hard-cases'),
    data: join(base, 'hard'),
    prefix: 'hard ',
  }
  const rooms = hardCases ? [sample, hard] : [sample]
  const scenes: Scene[] = []
  const dataOf = new Map<string, string>()
  for (const room of rooms) {
    // Of a run's files the first reads and derives; the others find that nothing has changed.
    const read = await withFolderLock(base, () => contentScenes(room.folder, room.data), READING_MS)
    for (const scene of read) {
      const playId = `${room.prefix}${scene.play.playId}`
      scenes.push({ ...scene, name: `${room.prefix}${scene.name}`, play: { ...scene.play, playId } })
      for (const hash of hashesIn(scene.play)) dataOf.set(hash, room.data)
    }
  }
  const slides = await openSlidePage((hash) => contentFile(dataOf.get(hash) ?? '', hash), { built: true })
  const devtools = await slides.page.context().newCDPSession(slides.page)
  await devtools.send('Animation.enable')
  await devtools.send('Animation.setPlaybackRate', { playbackRate: 50 })
  return {
    scenes,
    slides,
    async close() {
      await slides.close()
      folder.remove()
    },
  }
}

/** The hashes of all derived files that a play names. */
function hashesIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(hashesIn) : []
}
