import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchHost } from './admin-host.ts'
import { benchPicture } from './admin-picture.ts'
import { writeRoom } from './admin-room.ts'
import { benchWindow } from './admin-window.ts'
import { benchWriting } from './admin-writing.ts'

// What a curator waits for in a room of 100,000 items, what she sees move, and what the wall waits for meanwhile.
//   npm run bench -- admin [host | window | writing | picture] [--items 100000]

const { values, positionals } = parseArgs({
  options: { items: { type: 'string', default: '100000' } },
  allowPositionals: true,
})
const items = Number(values.items)
const isWanted = (part: string): boolean => positionals.length === 0 || positionals.includes(part)

const base = mkdtempSync(join(tmpdir(), 'customer-room-bench-'))
process.on('exit', () => rmSync(base, { recursive: true, force: true, maxRetries: 5 }))
const content = join(base, 'content')
mkdirSync(content)

console.log(`${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)} at the start.`)
const isLarge = isWanted('host') || isWanted('window')
const written = isLarge ? await writeRoom(content, items) : 0
if (isWanted('host')) await benchHost(content, join(base, 'data-host'))
if (isWanted('window')) await benchWindow({ content, data: join(base, 'data-window') }, written)
if (isWanted('writing')) await benchWriting(join(base, 'writing'))
if (isWanted('picture')) await benchPicture()
