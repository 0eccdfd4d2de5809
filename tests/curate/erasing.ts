import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openCurator } from '../../electron/curate/curator.ts'
import type { Item } from '../../renderer/core/item.ts'

/** A room of many quotes, each with a picture, and whoever erases all of them: also `erasing.ts FOLDER DATA`, to be killed in the midst. */

export const COUNT = 60
const ids = Array.from({ length: COUNT }, (_, at) => `quotes/q${at}`)
export const secretOf = (at: number): string => `Nobody may know number ${at}.`

export function fill(folder: string): void {
  writeFileSync(join(folder, 'room.yaml'), '# ours\nname: Room\nitems: {}\n')
  for (const [at, id] of ids.entries()) {
    writeFileSync(join(folder, `${id}.md`), `---\nkind: quote\n---\n\n${secretOf(at)}\n`)
    writeFileSync(join(folder, `${id}.jpg`), 'a picture')
  }
}

export function curatorOf(folder: string, dataDir: string) {
  const item = (id: string): Item | undefined =>
    ids.includes(id) ? ({ id, kind: 'quote', path: `${id}.md`, line: 1 } as Item) : undefined
  return openCurator({
    folder,
    dataDir,
    items: { item, byWho: () => [] },
    now: Date.now,
    traces: (id) => ({ wasIndexed: true, derived: [id.replace('quotes/', 'derived ')] }),
  })
}

/** Every fifth one has been written to before, so that the journal holds words of it. */
export const isEdited = (at: number): boolean => at % 5 === 0

async function eraseAll(folder: string, dataDir: string): Promise<void> {
  const curator = curatorOf(folder, dataDir)
  for (const [at, id] of ids.entries()) {
    if (!isEdited(at)) continue
    const text = readFileSync(join(folder, `${id}.md`), 'utf8')
    await curator.change({
      type: 'text',
      path: `${id}.md`,
      base: text,
      text: `${text}Once more: ${secretOf(at)}\n`,
    })
  }
  process.stdout.write('ready\n')
  await curator.change({ type: 'erase', items: [...ids], removeFiles: true })
  process.stdout.write('erased\n')
}

export const filesLeft = (folder: string): number => readdirSync(join(folder, 'quotes')).length

const [, script = '', folder, dataDir] = process.argv
if (script.endsWith('erasing.ts') && folder && dataDir) await eraseAll(folder, dataDir)
