import { mkdirSync } from 'node:fs'
import { openCurator } from '../../electron/curate/curator.ts'
import { openImporter } from '../../electron/curate/importer.ts'
import { DEFAULT_CURATION } from '../../renderer/core/curation.ts'

/**
 * `killed-import.ts FOLDER DATA FROM WHEN`: brings FROM into FOLDER and kills itself without a warning - in the midst of
 * `copying`, of `writing`, or at the `end`, with nothing left to be done but to tidy up.
 */

const [folder = '', dataDir = '', from = '', when = ''] = process.argv.slice(2)
mkdirSync(dataDir, { recursive: true })
const die = (): never => {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('It goes on.')
}
const now = Date.now
const curator = openCurator({ folder, dataDir, items: { item: () => undefined, byWho: () => [] }, now })
/** The last thing that is done, when all of it is on disk and in the journal. */
const bringIn: typeof curator.bringIn = (files) =>
  curator.bringIn(when === 'end' ? { ...files, end: async () => die() } : files)
const importer = openImporter({
  folder,
  dataDir,
  curator: { ...curator, bringIn },
  curation: () => DEFAULT_CURATION,
  now,
})
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
