import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openCurator } from '../../electron/curate/curator.ts'
import { openImporter } from '../../electron/curate/importer.ts'
import { DEFAULT_CURATION } from '../../renderer/core/curation.ts'

/**
 * `killed-import.ts FOLDER DATA FROM WHEN`: brings FROM into FOLDER and kills itself without a warning - in the midst of
 * `copying`, of `writing`, or once `room` is written and the journal is not.
 */

const [folder = '', dataDir = '', from = '', when = ''] = process.argv.slice(2)
mkdirSync(dataDir, { recursive: true })
const die = (): never => {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('It goes on.')
}
const now = (): number => {
  const isWritten = readFileSync(join(folder, 'room.yaml'), 'utf8').includes('list 9')
  return isWritten && when === 'room' ? die() : Date.now()
}
const curator = openCurator({ folder, dataDir, items: { item: () => undefined, byWho: () => [] }, now })
const importer = openImporter({ folder, dataDir, curator, curation: () => DEFAULT_CURATION, now })
const signal = new AbortController().signal
const plan = await importer.plan([from], undefined, { signal, tell: () => undefined })
if (!plan.ok) throw new Error(plan.message)
const consent = { who: 'list 9', given: '2026-06-01', purposes: ['display'], audience: ['staff' as const] }
await importer.run(
  plan.id,
  {
    kinds: {},
    leaveOut: [],
    tables: {},
    consent: {
      ...consent,
      collected: undefined,
      controller: undefined,
      expires: undefined,
      withdrawn: undefined,
    },
  },
  { signal, tell: ({ key }, done, total) => key === when && done === Math.floor(total / 2) && die() },
)
