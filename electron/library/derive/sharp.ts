import { createRequire } from 'node:module'
import type SharpModule from 'sharp'

/**
 * The picture library, with the engine that can be trusted here. On Linux Electron brings GLib along, and so does
 * sharp's native engine; the two get into each other's way, and no decoded picture is ever freed (about 5 MB for each
 * megapixel; https://sharp.pixelplumbing.com/install#electron-and-linux warns of it). The same engine in WASM takes
 * twice the time and gives its memory back. Plain Node uses it too, so that tests and `check` see what the wall shows.
 */
function load(): typeof SharpModule {
  const require = createRequire(import.meta.url)
  if (process.platform === 'linux') hideNative(require)
  const sharp = require('sharp') as typeof SharpModule
  // The wall comes first on a small computer, and each thread holds its own rows of the picture.
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}

/** sharp falls back to WASM where its native engine cannot be loaded: an entry without exports in the cache says so. */
function hideNative(require: NodeJS.Require): void {
  try {
    const path = require.resolve(`@img/sharp-linux-${process.arch}/sharp.node`)
    const nothing = { id: path, filename: path, loaded: true, exports: undefined, children: [], paths: [] }
    require.cache[path] ??= nothing as unknown as NodeModule
  } catch {
    // It was left out when the product was packaged, or this is not a system that has it.
  }
}

export const sharp = load()
