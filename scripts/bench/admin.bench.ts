import { mkdirSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchHost } from './admin-host.ts'
import { benchPicture } from './admin-picture.ts'
import { writeRoom } from './admin-room.ts'
import { benchWindow } from './admin-window.ts'
import { benchWriting } from './admin-writing.ts'
import { notHeld } from './figures.ts'
import { type Part, runParts, temporaryFolder } from './parts.ts'

// What a curator waits for in a room of 100,000 items, what she sees move, and what the wall waits for meanwhile.
//   npm run bench -- admin [window | host | writing | picture] [--items 100000]
// Ends with 1 where a part could not be run; what does not hold its limit is named at the end.

const { values, positionals } = parseArgs({
  options: { items: { type: 'string', default: '100000' } },
  allowPositionals: true,
})
const items = Number(values.items)

const base = temporaryFolder()
const content = join(base, 'content')
const data = join(base, 'data')
let written: Promise<number> | undefined

/** Made when the first part asks for it, and the same for all. */
function room(): Promise<number> {
  mkdirSync(content, { recursive: true })
  written ??= writeRoom(content, items)
  return written
}

const PARTS: readonly Part[] = [
  { name: 'window', run: async (end) => benchWindow({ content, data }, await room(), end) },
  {
    name: 'host',
    async run() {
      await room()
      await benchHost(content, data)
    },
  },
  { name: 'writing', run: () => benchWriting(join(base, 'writing')) },
  { name: 'picture', run: benchPicture },
]

const unknown = positionals.filter((name) => PARTS.every((part) => part.name !== name))
if (unknown.length > 0 || !(items > 0)) {
  console.error(`npm run bench -- admin [${PARTS.map(({ name }) => name).join(' | ')}] [--items 100000]`)
  process.exit(2)
}
console.log(`${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)} at the start.`)
const wanted = PARTS.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
const failed = await runParts(wanted)
for (const what of notHeld()) console.log(`NOT held: ${what}`)
console.log(
  `${wanted.length - failed.length} of ${wanted.length} parts were run; limits that were not held: ${notHeld().length}.`,
)
process.exit(failed.length > 0 ? 1 : 0)
