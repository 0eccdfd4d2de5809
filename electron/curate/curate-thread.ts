import { setImmediate as nextTurn } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { Item } from '../../renderer/core/item.ts'
import type { Progress } from '../admin/tasks.ts'
import { openIndexReader } from '../library/index-reader.ts'
import { chairFiles } from './chair-files.ts'
import type { CuratePlan, FromCurate, KnownItems, ToCurate } from './curate-calls.ts'
import { openCurator } from './curator.ts'
import { openImporter } from './importer.ts'
import { type Followed, UNFOLLOWED } from './make-change.ts'
import { refuse } from './refusal.ts'

/**
 * Entry of the thread that writes for the curator. A large room.yaml takes a second to be read, patched and compared, and a
 * hundred files take longer to be looked at: none of it is the business of the process that turns the wall.
 */

type Call = Extract<ToCurate, { readonly type: 'call' }>

const { folder, dataDir } = workerData as CuratePlan
const index = openIndexReader(dataDir)
let now = Date.now()
let known: KnownItems = { withdrawn: [], rows: new Map(), many: 0 }
/** The one that a promise's answer is about, as the host has it. */
let asked: Item | undefined
const clock = (): number => now

const curator = openCurator({
  folder,
  dataDir,
  now: clock,
  items: {
    item: (id) => (asked?.id === id ? asked : index.item(id)),
    byWho: () => known.withdrawn,
    bySource: () => known.withdrawn,
    rowsOf: (tables) => new Map([...known.rows].filter(([table]) => tables.has(table))),
  },
  traces(id) {
    const item = index.item(id)
    const derived = Object.values(item?.media ?? {}).flatMap(({ hash, thumbnail }) => [
      hash,
      ...(thumbnail ? [thumbnail.hash] : []),
    ])
    return { wasIndexed: item !== undefined, derived }
  },
})
const chair = chairFiles(curator, folder)
const importer = openImporter({ folder, dataDir, curator, curation: () => index.curation(), now: clock })
const running = new Map<number, AbortController>()
/** Before anything else, what a kill has left; from then on one change after the other: each asks for the items of its own person. */
const begun = curator.endComing()
let lastChange: Promise<unknown> = begun

function say(message: FromCurate): void {
  parentPort?.postMessage(message)
}

function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const answer = lastChange.then(work)
  lastChange = answer.catch(() => undefined)
  return answer
}

function answer(call: Call, progress: Progress): unknown {
  switch (call.name) {
    case 'change': {
      const [change, of] = call.args
      return inTurn(() => {
        known = of
        return curator.change(change, of.many === 0 ? UNFOLLOWED : followed(progress, of.many))
      })
    }
    case 'undo':
      return inTurn(() => curator.undo(...call.args))
    case 'redo':
      return inTurn(() => curator.redo(...call.args))
    case 'restoreRoom':
      return inTurn(() => curator.restoreRoom(...call.args))
    case 'erasures':
      return curator.erasures()
    case 'finishErasures':
      return inTurn(() => curator.finishErasures())
    case 'forget':
      return inTurn(() => curator.forget(...call.args))
    case 'name':
      return curator.name(...call.args)
    case 'changes':
      return curator.changes(...call.args)
    case 'fileText':
      return curator.fileText(...call.args)
    case 'roomVersions':
      return curator.roomVersions()
    case 'roomVersion':
      return curator.roomVersion(...call.args)
    case 'plan':
      return importer.plan(...call.args, progress)
    case 'run':
      return begun.then(() => importer.run(...call.args, progress))
    case 'promise':
      return inTurn(() => chair.promise(...call.args))
    case 'answerDue':
      return inTurn(() => {
        const [id, given, day, item] = call.args
        asked = item
        return chair.answer(id, given, day)
      })
    case 'receipt':
      return inTurn(() => chair.receipt(...call.args))
    case 'forgetReceipt':
      return inTurn(() => chair.forget(...call.args))
  }
}

function followed({ tell, signal }: Progress, total: number): Followed {
  tell({ key: 'writing' }, 0, total)
  return {
    tell: (done) => tell({ key: 'writing' }, done, total),
    async breathe() {
      await nextTurn()
      if (signal.aborted)
        throw refuse('cancelled', 'It was called off, and nothing was changed.', 'Nothing has to be done.')
    },
  }
}

async function serve(call: Call): Promise<void> {
  const { id } = call
  now = call.now
  const controller = new AbortController()
  running.set(id, controller)
  const { signal } = controller
  try {
    const tell: Progress['tell'] = (doing, done, total) => say({ type: 'progress', id, doing, done, total })
    say({ type: 'answer', id, answer: await answer(call, { signal, tell }) })
  } catch (thrown) {
    const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
    say({ type: 'failed', id, message })
  } finally {
    running.delete(id)
  }
}

let served: Promise<unknown> = Promise.resolve()

/** What was begun is brought to its end, so that its way back is in the journal too. */
async function close(): Promise<void> {
  for (const controller of running.values()) controller.abort()
  await Promise.all([begun, served])
  curator.close()
  index.close()
  parentPort?.close()
}

parentPort?.on('message', (message: ToCurate) => {
  if (message.type === 'call') served = Promise.all([served, serve(message)])
  else if (message.type === 'cancel') running.get(message.id)?.abort()
  else void close()
})
