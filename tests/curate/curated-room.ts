import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openCurator } from '../../electron/curate/curator.ts'
import type { Change } from '../../renderer/core/admin/change.ts'
import { type Files, makeRoom } from '../library/open-room.ts'

/** A room in a temporary folder, indexed once by the real library, and somebody who curates it. */

export const NOW = Date.UTC(2026, 10, 23, 12, 0)

export async function curatedRoom(files: Files) {
  const room = await makeRoom(files)
  await room.index()
  const curator = openCurator({
    folder: room.folder,
    dataDir: join(room.dataDir, 'admin'),
    items: {
      item: (id) => room.reader.item(id),
      byWho: (who) =>
        room.reader
          .cards()
          .filter(({ facts: { consent } }) => consent && 'who' in consent && consent.who === who)
          .map(({ id }) => id),
      bySource: (source) =>
        room.reader
          .cards()
          .filter(
            ({ facts: { consent } }) =>
              consent && 'public_source' in consent && consent.public_source === source,
          )
          .map(({ id }) => id),
    },
    now: () => NOW,
  })
  onTestFinished(async () => {
    curator.close()
    await room.close()
  })
  const read = (path: string): Promise<string> => readFile(join(room.folder, path), 'utf8')
  return {
    ...room,
    curator,
    read,
    /** Makes a change that has to succeed. */
    async make(change: Change): Promise<number> {
      const answer = await curator.change(change)
      if (!answer.ok)
        throw new Error(`${answer.because}: ${answer.message} ${answer.hint} ${answer.field ?? ''}`)
      return answer.id
    },
  }
}

export const decide = (items: readonly string[], decision: object): Change =>
  ({ type: 'decide', items: [...items], decision }) as Change
