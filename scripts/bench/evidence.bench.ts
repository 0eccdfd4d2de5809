import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeFindEvidence } from '../../electron/evidence/find-evidence.ts'
import { itemStanding } from '../../electron/item-standing.ts'
import { openIndexReader } from '../../electron/library/index-reader.ts'
import { indexOnce } from '../../electron/library/library.ts'
import { openSearchReader } from '../../electron/library/search-reader.ts'
import { syncSearch } from '../../electron/library/search-task.ts'
import { judge } from '../../renderer/core/deck.ts'
import { printFigure, printTimes } from './figures.ts'
import { put } from './large-room.ts'
import { searchTexts } from './search-room.ts'

// How long people around the chair wait for what customers said, in a room of 100,000 verbatims, and what the wall waits for meanwhile.

const { values } = parseArgs({ options: { items: { type: 'string', default: '100000' } } })
const base = mkdtempSync(join(tmpdir(), 'customer-room-bench-'))
process.on('exit', () => rmSync(base, { recursive: true, force: true, maxRetries: 5 }))
const [folder, dataDir] = [join(base, 'content'), join(base, 'data')]
mkdirSync(folder)
console.log(`${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)} at the start.`)
put(folder, 'quotes/voices.csv', searchTexts(Number(values.items)))
put(folder, 'quotes/voices.yaml', 'evidence: research\nconsent: {public_source: The annual report}\n')
put(folder, 'room.yaml', 'timezone: Europe/London\nthemes: {lifts: [Aufzug, ลิฟต์], staff: [係員]}\n')
await indexOnce({ folder, dataDir, wallPx: 1_920, build: 'bench' })
syncSearch(dataDir)

const reader = openIndexReader(dataDir)
const search = openSearchReader(dataDir)
const context = { screen: 'default', now: Date.now() }
const [cards, curation] = [reader.cards(), reader.curation()]
const byId = new Map(cards.map((card) => [card.id, card]))
const standingOf = judge(curation, context)
const find = makeFindEvidence({
  search,
  cards: () => cards,
  items: (ids) => reader.items(ids),
  curation: () => curation,
  mayShow(id) {
    const card = byId.get(id)
    return card !== undefined && standingOf(card).state === 'shown'
  },
  shownItem(id) {
    const item = reader.item(id)
    return item && itemStanding(item, curation, context)?.state === 'shown' ? item : undefined
  },
  now: () => context.now,
})

/** Rare, frequent, of a theme that a seventh of the room carries, in other scripts, and of nothing. */
const TOPICS = [
  ['en', 'pram on the platform'],
  ['en', 'broken lift'],
  ['en', 'lifts'],
  ['de', 'Verspätung'],
  ['ja', '切符売り場'],
  ['th', 'ลิฟต์เสีย'],
  ['en', 'wheelchair ramps'],
] as const

const late: number[] = []
let last = performance.now()
const timer = setInterval(() => {
  const now = performance.now()
  late.push(Math.max(0, now - last - 5))
  last = now
}, 5)
console.log(`${cards.length.toLocaleString('en')} verbatims.`)
for (const [language, words] of TOPICS) {
  const times: number[] = []
  let found = 0
  for (let time = 0; time < 3; time += 1) {
    const start = performance.now()
    const { verbatims, majority } = await find({ words, language, most: 4 })
    times.push(performance.now() - start)
    found = majority?.of ?? verbatims.length
  }
  printFigure(`${words} (${found} shown), slowest of 3`, Math.max(...times), 'ms', { most: 2_000 })
}
clearInterval(timer)
printTimes('how late another timer was meanwhile', late, 50)
search.close()
reader.close()
