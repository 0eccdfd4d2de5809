import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A bench of several parts that nobody sits beside: each comes to an end, and what it wrote is gone afterwards. */

export interface Part {
  readonly name: string
  /** `end` says that its time is over: what it has opened is to be closed, so that whatever waits for it gives up. */
  run(end: AbortSignal): Promise<void>
}

/** The longest part takes about half of this on two processors, ms. */
const PART_LIMIT_MS = 360_000
/** What was told to end may take so long, ms. */
const END_LIMIT_MS = 20_000

/** Runs one after the other, each whatever became of those before. Returns the names of those that did not come to their end. */
export async function runParts(parts: readonly Part[]): Promise<readonly string[]> {
  const failed: string[] = []
  for (const part of parts) {
    const begun = performance.now()
    const trouble = await troubleOf(part)
    const seconds = ((performance.now() - begun) / 1_000).toFixed(0)
    if (trouble === undefined) console.log(`  (${part.name}: ${seconds} s)`)
    else console.error(`${part.name} FAILED to run, after ${seconds} s: ${trouble}`)
    if (trouble !== undefined) failed.push(part.name)
  }
  return failed
}

async function troubleOf({ run }: Part): Promise<string | undefined> {
  const end = new AbortController()
  const timer = setTimeout(() => end.abort(), PART_LIMIT_MS)
  try {
    await Promise.race([run(end.signal), hopeless(end.signal)])
    return undefined
  } catch (thrown) {
    const why = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
    return end.signal.aborted ? `it took longer than ${PART_LIMIT_MS / 1_000} s. ${why}` : why
  } finally {
    clearTimeout(timer)
  }
}

/** Rejects where even the order to end did not help. */
function hopeless(end: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    end.addEventListener('abort', () => {
      setTimeout(() => reject(new Error('It could not be ended.')), END_LIMIT_MS).unref()
    })
  })
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** A folder that is gone when this process ends, also when somebody breaks it off. */
export function temporaryFolder(): string {
  const base = mkdtempSync(join(tmpdir(), 'customer-room-bench-'))
  process.on('exit', () => rmSync(base, { recursive: true, force: true, maxRetries: 5 }))
  for (const [signal, code] of Object.entries(SIGNALS)) process.once(signal, () => process.exit(code))
  return base
}
