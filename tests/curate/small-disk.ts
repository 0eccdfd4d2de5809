import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openCurator } from '../../electron/curate/curator.ts'
import { openImporter } from '../../electron/curate/importer.ts'
import { DEFAULT_CURATION } from '../../renderer/core/curation.ts'

/**
 * `small-disk.ts FOLDER DATA`: what becomes of changes on a disk that is full, and then may not be written; and where the
 * journal's disk is full. Prints what was seen as JSON.
 */

const [folder = '', dataDir = ''] = process.argv.slice(2)
const room = join(folder, 'room.yaml')
const before = `# ours\nname: Room\nitems: {}\n${'# a remark that takes its place\n'.repeat(400)}`
writeFileSync(room, before)
const curator = openCurator({
  folder,
  dataDir,
  items: { item: () => undefined, byWho: () => [] },
  now: Date.now,
})
const importer = openImporter({ folder, dataDir, curator, curation: () => DEFAULT_CURATION, now: Date.now })
const progress = { signal: new AbortController().signal, tell: () => undefined }
const hide = () =>
  curator.change({ type: 'decide', items: ['quotes/a'], decision: { hidden: true, cleared: undefined } })
/** The lock of a folder stays in it, empty. */
const names = () => readdirSync(folder).filter((name) => name !== '.customer-room.lock')
const seen = async (answer: unknown) => ({
  answer,
  isAsBefore: readFileSync(room, 'utf8') === before,
  names: names(),
  changes: curator.changes(undefined, 10).entries.filter(({ state }) => state === 'done').length,
})

const full = await seen(await withoutRoom(folder))
const noJournal = await seen(await withoutRoom(dataDir))
await hide()
const hidden = readFileSync(room, 'utf8')
const noUndo = {
  answer: await withoutRoom(dataDir, () => curator.undo()),
  isAsBefore: readFileSync(room, 'utf8') === hidden,
  undone: await curator.undo(),
  isUndone: readFileSync(room, 'utf8') === before,
}

const large = join(dataDir, 'large.md')
writeFileSync(large, `---\nkind: quote\nsource: Card\n---\n\n${'It was late. '.repeat(60_000)}\n`)
const small = join(dataDir, 'a-small.md')
writeFileSync(small, '---\nkind: quote\nsource: Card\n---\n\nIt was late.\n')
const plan = await importer.plan([small, large], undefined, progress)
if (!plan.ok) throw new Error(plan.message)
const tooLarge = await seen(
  await importer.run(plan.id, { kinds: {}, leaveOut: [], tables: {}, consent: null }, progress),
)

execFileSync('mount', ['-o', 'remount,ro', folder])
const readOnly = await seen(await hide())
execFileSync('mount', ['-o', 'remount,rw', folder])
const again = {
  answer: await hide(),
  undone: await curator.undo(),
  isAsBefore: readFileSync(room, 'utf8') === before,
}
curator.close()
process.stdout.write(JSON.stringify({ full, noJournal, noUndo, tooLarge, readOnly, again }))

/** Until not another byte goes in. */
async function withoutRoom(disk: string, work: () => Promise<unknown> = hide) {
  const filler = join(disk, 'filler.bin')
  for (let bytes = 1 << 20; bytes >= 1; bytes >>= 1) {
    try {
      writeFileSync(filler, Buffer.alloc(bytes), { flag: 'a' })
    } catch {
      // A smaller piece may still go in.
    }
  }
  const answer = await work()
  rmSync(filler)
  return answer
}
