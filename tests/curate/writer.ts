import { mkdirSync } from 'node:fs'
import { openCurator } from '../../electron/curate/curator.ts'
import type { Change } from '../../renderer/core/admin/change.ts'

/** A process of its own that makes changes to a folder: `writer.ts FOLDER DATA NAME COUNT`. Prints a line for each, then what it decided. */

const [folder = '', dataDir = '', name = '', count = '0'] = process.argv.slice(2)
mkdirSync(dataDir, { recursive: true })
const curator = openCurator({
  folder,
  dataDir,
  items: { item: () => undefined, byWho: () => [] },
  now: Date.now,
})

const ITEMS = 40
const ANY: readonly (readonly [string, unknown])[] = [
  ['hidden', true],
  ['hidden', null],
  ['weight', 3],
  ['weight', 0.5],
  ['weight', null],
  ['until', '2027-01-01'],
  ['pinned', false],
  ['pinned', null],
]

const known: Record<string, Record<string, unknown>> = {}
for (let at = 0; at < Number(count); at += 1) {
  const answer = await curator.change(randomChange(at))
  process.stdout.write(
    `${answer.ok || answer.because === 'nothing' ? at : `${answer.because} ${answer.message}`}\n`,
  )
}
curator.close()
process.stdout.write(`${JSON.stringify(known)}\n`)

/** Decisions about items of its own, of which it knows what must come of them, and settings that both change. */
function randomChange(at: number): Change {
  if (at % 10 === 9)
    return { type: 'set', settings: [{ path: ['rotation', 'seconds_max'], value: 20 + whole(30) }] }
  const id = `quotes/${name}#${whole(ITEMS)}`
  const [field, value] = ANY[whole(ANY.length)] ?? ['hidden', true]
  const left = Object.entries({ ...known[id], [field]: value }).filter(([, each]) => each !== null)
  if (left.length === 0) delete known[id]
  else known[id] = Object.fromEntries(left)
  return { type: 'decide', items: [id], decision: { [field]: value } } as Change
}

function whole(below: number): number {
  return Math.floor(Math.random() * below)
}
