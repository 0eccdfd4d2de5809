import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openCurator } from '../../electron/curate/curator.ts'
import { openImporter } from '../../electron/curate/importer.ts'
import type { Change } from '../../renderer/core/admin/change.ts'
import { DEFAULT_CURATION } from '../../renderer/core/curation.ts'
import type { Item } from '../../renderer/core/item.ts'

/**
 * `small-disk.ts FOLDER DATA`: what becomes of changes on a disk that is full, and then may not be written; and where the
 * journal's disk is full. Prints what was seen as JSON.
 */

const [folder = '', dataDir = ''] = process.argv.slice(2)
const room = join(folder, 'room.yaml')
const before = `# ours\nname: Room\nitems: {}\n${'# a remark that takes its place\n'.repeat(400)}`
writeFileSync(room, before)
mkdirSync(join(folder, 'quotes'))
const quote = (id: string) => join(folder, `${id}.md`)
const asked =
  '---\nsource: Card\nconsent:\n  who: card 12\n  given: 2026-03-04\n  purposes: [display]\n  audience: [staff]\n---\n\nIt was late.\n'
const people = ['quotes/b', 'quotes/c']
for (const id of people) writeFileSync(quote(id), asked)
const curator = openCurator({
  folder,
  dataDir,
  items: {
    item: (id) =>
      people.includes(id) ? ({ id, kind: 'quote', path: `${id}.md`, line: 1 } as Item) : undefined,
    byWho: () => people,
  },
  now: Date.now,
})
const importer = openImporter({ folder, dataDir, curator, curation: () => DEFAULT_CURATION, now: Date.now })
const progress = { signal: new AbortController().signal, tell: () => undefined }
const hide = () =>
  curator.change({ type: 'decide', items: ['quotes/a'], decision: { hidden: true, cleared: undefined } })
/** The lock of a folder stays in it, empty. */
const names = () => readdirSync(folder).filter((name) => name !== '.customer-room.lock' && name !== 'quotes')
const seen = async (answer: unknown) => ({
  answer,
  isAsBefore: readFileSync(room, 'utf8') === before,
  names: names(),
  changes: curator.changes(undefined, 10).entries.filter(({ state }) => state === 'done').length,
})

/** What is done about a person's consent, on a disk that has no room, and on one that may not be written. */
const DEEDS: Readonly<Record<string, Change>> = {
  record: {
    type: 'consent',
    items: ['quotes/b'],
    consent: { who: 'card 13', given: '2026-05-04', purposes: ['display'], audience: ['staff'] },
    wholeTables: true,
  },
  withdraw: { type: 'withdraw', who: 'card 12' },
  erase: { type: 'erase', items: people, removeFiles: true },
}
const deeds: Record<string, unknown> = {}
for (const [name, deed] of Object.entries(DEEDS)) {
  const made = () => curator.change(deed)
  const seenOf = async (answer: unknown) => ({
    ...(await seen(answer)),
    isAsked: people.every((id) => readFileSync(quote(id), 'utf8') === asked),
    names: readdirSync(join(folder, 'quotes')).length,
    erasures: curator.erasures().length,
  })
  deeds[`${name}, full`] = await seenOf(await withoutRoom(folder, made))
  if (name === 'erase') deeds['erase, no room for its proof'] = await seenOf(await withoutRoom(dataDir, made))
  execFileSync('mount', ['-o', 'remount,ro', folder])
  deeds[`${name}, read-only`] = await seenOf(await made())
  execFileSync('mount', ['-o', 'remount,rw', folder])
}
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

// One of the files is on a disk that may not be written.
execFileSync('mount', ['--bind', quote('quotes/c'), quote('quotes/c')])
execFileSync('mount', ['-o', 'remount,bind,ro', quote('quotes/c')])
const oneStuck = {
  withdrawn: await curator.change({ type: 'withdraw', who: 'card 12' }),
  isSaid: readFileSync(quote('quotes/b'), 'utf8').includes('withdrawn:'),
  room: readFileSync(room, 'utf8').slice(0, 80),
  erased: await curator.change({ type: 'erase', items: people, removeFiles: true }),
  left: readdirSync(join(folder, 'quotes')),
  finished: [] as unknown,
}
execFileSync('umount', [quote('quotes/c')])
oneStuck.finished = await curator.finishErasures()
curator.close()
process.stdout.write(JSON.stringify({ deeds, oneStuck, full, noJournal, noUndo, tooLarge, readOnly, again }))

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
