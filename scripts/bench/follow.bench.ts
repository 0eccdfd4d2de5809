import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder, openRoom, quoteFile } from '../../tests/e2e/room.ts'
import { printTimes, until } from './figures.ts'

// From a complete file to the deck, while the wall runs. Limit of the product: 1 s.

const LIMIT_MS = 1_000
const ROUNDS = 12

const folder = makeFolder({ 'quotes/first.md': quoteFile('The first of all.') })
for (const path of ['personas', 'journeys', 'calls', 'quotes']) folder.copySample(path)
const room = await openRoom(folder)
const before = await until(async () => {
  const count = await room.eligible()
  return count > 20 ? count : undefined
})

/** Time until the deck has `count` items. */
async function timeTo(count: number, change: () => void): Promise<number> {
  change()
  const done = Date.now()
  await until(async () => ((await room.eligible()) === count ? true : undefined))
  return Date.now() - done
}

const added: number[] = []
const renamed: number[] = []
const deleted: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  const path = `quotes/new-${round}.md`
  added.push(
    await timeTo(before + 1, () => folder.write(path, quoteFile(`A new sentence, number ${round}.`))),
  )
  const moved = join(folder.content, 'quotes', `moved-${round}.md`)
  const revision = (await room.snapshot()).revision
  renameSync(join(folder.content, path), moved)
  const start = Date.now()
  await until(async () => ((await room.snapshot()).revision > revision ? true : undefined))
  renamed.push(Date.now() - start)
  deleted.push(await timeTo(before, () => rmSync(moved)))
}
printTimes('a file added is in the deck', added, LIMIT_MS)
printTimes('a file renamed is followed', renamed, LIMIT_MS)
printTimes('a file deleted has left the deck', deleted, LIMIT_MS)
await room.close()
folder.remove()
