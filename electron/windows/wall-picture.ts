import { createHash } from 'node:crypto'
import type { BrowserWindow } from 'electron'
import type { LivePicture } from '../../renderer/core/admin/now.ts'
import { seenOf } from './wall-window.ts'

/** Enough that letters keep their edges; a picture of a wall is then some tens of kB. */
const QUALITY = 88

/** What is painted on the wall at this moment, at most so many px wide; `known` is what the asking window already has. */
export async function wallPicture(
  wall: BrowserWindow | undefined,
  { width, known }: { readonly width: number; readonly known?: string | undefined },
): Promise<LivePicture> {
  if (!wall) return { type: 'no-wall' }
  if (wall.isDestroyed() || wall.webContents.isCrashed()) return { type: 'lost' }
  const whole = await wall.webContents.capturePage(seenOf(wall))
  if (whole.isEmpty()) return { type: 'lost' }
  const scaled = whole.getSize().width > width ? whole.resize({ width, quality: 'good' }) : whole
  const id = createHash('sha1').update(scaled.toBitmap()).digest('hex')
  if (id === known) return { type: 'same' }
  return { type: 'picture', picture: { id, jpeg: scaled.toJPEG(QUALITY), ...scaled.getSize() } }
}
