import { existsSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { localMinute } from '../../renderer/core/local-time.ts'
import { DAY_MS } from '../../renderer/core/week-hours.ts'
import { userDataDir } from '../data-dir.ts'
import { openRecords } from '../records/open-records.ts'
import { parseArguments, USAGE } from './arguments.ts'
import { bundleReference } from './export-watch.ts'
import { type MadeBundle, makeBundle } from './make-bundle.ts'
import { findApp, putApp } from './put-app.ts'

/** npm run bundle: a room to take along. `node main.ts DIR --out FOLDER [...]`. */

const DEFAULT_DAYS = 30
const ROOM = 'room'

/** Prints what was made; resolves to the exit code. */
export async function runBundle(args: readonly string[], from: string, now = Date.now()): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) return say(USAGE, 0)
  const asked = parseArguments(args)
  if ('wrong' in asked) return complain(`${asked.wrong}\n\n${USAGE}`, 2)
  const [folder, out] = [resolve(from, asked.folder), resolve(from, asked.out)]
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return complain(`There is no folder ${folder}.`, 2)
  const today = localMinute(now).slice(0, 10)
  const until = asked.expires ?? localMinute(now + DEFAULT_DAYS * DAY_MS).slice(0, 10)
  if (until < today) return complain(`--expires ${until} is over already: today is ${today}.`, 2)
  if (existsSync(out) && (!statSync(out).isDirectory() || readdirSync(out).length > 0))
    return complain(`${out} is there already, and nothing is overwritten. Name another folder with --out.`, 2)
  const app = asked.app === undefined ? undefined : findApp(resolve(from, asked.app))
  if (asked.app !== undefined && app === undefined)
    return complain(
      `There is no packaged app in ${resolve(from, asked.app)}. npm run dist -- --dir makes one.`,
      2,
    )
  const dataDir = resolve(from, asked.data ?? userDataDir())
  const begun = mkdtempSync(join(dirname(out), `.${basename(out)}-`))
  try {
    const known = knownTime(dataDir, now)
    const made = await makeBundle({ folder, out: join(begun, ROOM), now: known, until, onProgress: tell })
    if (app) putApp(app, begun, made.manifest)
    if (existsSync(out)) rmdirSync(out)
    // In the record before it is in anybody's hands.
    noteExport(dataDir, made, known)
    renameSync(begun, out)
    return say(told(out, made, app !== undefined), 0)
  } catch (error) {
    return complain(`The bundle was not made. ${error instanceof Error ? error.message : error}`, 1)
  } finally {
    rmSync(begun, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** A clock that ran backwards revives nothing here either. */
function knownTime(dataDir: string, now: number): number {
  const file = join(dataDir, 'room.db')
  if (!existsSync(file)) return now
  const records = openRecords(file, now)
  try {
    return Math.max(now, records.clock().highest)
  } finally {
    records.close()
  }
}

/** A row for each item: whoever is erased later is known to be in this bundle until its last day. */
function noteExport(dataDir: string, { manifest, ids }: MadeBundle, now: number): void {
  const reference = bundleReference(manifest.id, manifest.until)
  const records = openRecords(join(dataDir, 'room.db'), now)
  try {
    records.together(() => {
      records.audit(ids.map((itemId) => ({ at: now, what: 'exported', itemId, screen: '', reference })))
      records.note(now, 'exported', `${reference}, ${ids.length} items`)
    })
  } finally {
    records.close()
  }
}

function told(out: string, { manifest, left }: MadeBundle, hasApp: boolean): string {
  const { items, until, id } = manifest
  return [
    `${items} ${items === 1 ? 'item' : 'items'} that the public may see; ${left} stay${left === 1 ? 's' : ''} behind.`,
    `It shows them until ${until}, each as long as its consent holds. Bundle ${id}.`,
    hasApp
      ? `It is in ${out}. Copy the whole folder; start it with the file “start” in it.`
      : `It is in ${out}, without the app.`,
  ].join('\n')
}

/** One line that is rewritten, on a terminal only. */
function tell(done: number, total: number): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r\u001b[2KReading the room: ${done} of ${total}${done < total ? '' : '\n'}`)
}

function say(text: string, code: number): number {
  process.stdout.write(`${text}\n`)
  return code
}

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`)
  return code
}
