import { readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Channels } from 'sharp'
import { ORIGINAL_PX, type Original } from '../../renderer/core/admin/original.ts'

/** Formats that a camera writes. A drawing or a page can keep a decoder busy for ever, and shows nobody's face. */
const PHOTOGRAPHS = /\.(?:jpe?g|png|webp|avif|gif|heic|heif|tiff?)$/i
const MOST_BYTES = 100_000_000

/** A picture of the folder, small and in memory alone: no file, no index and no cache ever hold it. */
export async function peekPicture(folder: string, path: string): Promise<Original> {
  if (!PHOTOGRAPHS.test(path)) return NOT_HERE
  try {
    const file = await realpath(join(folder, ...path.split('/')))
    const isInside = file.startsWith(`${await realpath(folder)}${sep}`)
    if (!isInside || (await stat(file)).size > MOST_BYTES) return NOT_HERE
    // Loaded when first wanted, as for the wall.
    const [{ decodePicture }, { sharp }] = await Promise.all([
      import('./derive/decode-picture.ts'),
      import('./derive/sharp.ts'),
    ])
    const decoded = await decodePicture(await readFile(file), ORIGINAL_PX)
    if (!decoded.ok) return { ok: false, message: decoded.message, hint: decoded.hint }
    const { data, width, height, channels } = decoded.pixels
    const raw = { width, height, channels: channels as Channels }
    const webp = await sharp(data, { raw }).webp({ quality: 75 }).toBuffer()
    // Memory of its own: the engine's may not leave this process.
    return {
      ok: true,
      webp: new Uint8Array(webp),
      width,
      height,
      original: decoded.original ?? { width, height },
    }
  } catch {
    return NOT_HERE
  }
}

const NOT_HERE: Original = {
  ok: false,
  message: 'This picture cannot be shown here.',
  hint: 'Open it in its folder beside this window, and draw the frame where it belongs.',
}
