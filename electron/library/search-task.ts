import { setTimeout as pause } from 'node:timers/promises'
import { reasonOf } from './problems.ts'
import { deleteSearch } from './search-file.ts'
import { openSearchSync, type SearchSync } from './search-sync.ts'

/** Keeps search.db in step with the index, in the breaks that the library takes. */
export interface SearchTask {
  /** The index has changed. */
  wake(): void
  close(): Promise<void>
}

export interface SearchTaskParts {
  readonly dataDir: string
  /** The library reads files just now: they go first. */
  readonly isBusy: () => boolean
  readonly onTrouble: (message: string) => void
}

/** A step is so long, and the break after it: whoever changes a file waits for one step at most, ms. */
const STEP_MS = 12
const BREAK_MS = 6
/** While files are read there is a step so often: a room of films takes hours. */
const BUSY_BREAK_MS = 250
/** Dates are looked at again after this, whatever was found before: somebody may set the clock. */
const LONGEST_WAIT_MS = 3_600_000
/** After trouble it is tried again, a few times, ms. */
const TROUBLE_WAIT_MS = 5_000
const MOST_TROUBLES = 5

export function startSearch({ dataDir, isBusy, onTrouble }: SearchTaskParts): SearchTask {
  let sync: SearchSync | undefined
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let troubles = 0
  let isClosed = false
  let isWoken = false

  async function run(): Promise<void> {
    let isMore = true
    while (!isClosed && (isMore || isWoken)) {
      const wasBusy = isBusy()
      await pause(wasBusy ? BUSY_BREAK_MS : BREAK_MS)
      // Something was changed in the break: that comes first.
      if (!wasBusy && isBusy()) await pause(BUSY_BREAK_MS)
      if (isClosed) return
      isWoken = false
      isMore = step()
    }
    if (!isClosed && troubles === 0) wait(sync?.waitMs(Date.now()))
  }

  function step(): boolean {
    try {
      sync ??= openSearchSync(dataDir)
      const isMore = sync.step(STEP_MS, Date.now())
      troubles = 0
      return isMore
    } catch (thrown) {
      sync = closed(sync)
      // It is made from the index, and can be made again.
      deleteSearch(dataDir)
      troubles += 1
      if (troubles === 1)
        onTrouble(`The search could not be kept up to date: ${reasonOf(thrown)}. It is made anew.`)
      if (troubles < MOST_TROUBLES) wait(TROUBLE_WAIT_MS)
      return false
    }
  }

  function wait(ms = LONGEST_WAIT_MS): void {
    clearTimeout(timer)
    timer = setTimeout(wake, Math.min(LONGEST_WAIT_MS, ms + 1))
    timer.unref()
  }

  function wake(): void {
    if (isClosed) return
    clearTimeout(timer)
    isWoken = true
    running ??= run().finally(() => {
      running = undefined
      if (isWoken) wake()
    })
  }

  return {
    wake,
    async close() {
      isClosed = true
      clearTimeout(timer)
      await running
      sync = closed(sync)
    },
  }
}

/** Brings it up to date at once, for a room that is read once. */
export function syncSearch(dataDir: string): void {
  const sync = openSearchSync(dataDir)
  try {
    while (sync.step(1_000, Date.now()));
  } finally {
    sync.close()
  }
}

function closed(sync: SearchSync | undefined): undefined {
  try {
    sync?.close()
  } catch {
    // What is damaged may not even be closed; it is deleted next.
  }
  return undefined
}
