// Progress in plain lines: one that is rewritten on a terminal, one every ten seconds in a log.

/** What a person can act on; printed without a stack trace. */
export class SetupError extends Error {}

/** @type {NodeJS.WriteStream} */
let out = process.stdout

/** Sends progress to standard error, for a command whose output is read by a program. */
export function progressToStderr() {
  out = process.stderr
}

/** @param {string} line */
export function say(line) {
  out.write(`${line}\n`)
}

/**
 * Runs `work` and tells how far it is.
 * @template T
 * @param {string} what one line in the present tense, without a full stop
 * @param {(update: (detail: string) => void) => Promise<T>} work `update` sets the detail, such as "40 %"
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const started = Date.now()
  const live = out.isTTY
  let detail = ''
  const line = () => `${what}: ${detail ? `${detail}, ` : ''}${Math.round((Date.now() - started) / 1000)} s`
  // A line that wraps could not be rewritten: only its last row would go.
  const fitted = (/** @type {string} */ text) => (live ? text.slice(0, out.columns - 1) : text)
  say(fitted(`${what} ...`))
  const timer = setInterval(
    () => say(live ? `\x1b[1A\x1b[2K${fitted(line())}` : line()),
    live ? 1000 : 10_000,
  )
  try {
    const result = await work((text) => {
      detail = text
    })
    detail = failed(result) ? 'failed' : 'done'
    say(`${live ? '\x1b[1A\x1b[2K' : ''}${line()}`)
    return result
  } finally {
    clearInterval(timer)
  }
}

/** A program that ended with another code than 0 has failed. @param {unknown} result */
function failed(result) {
  return typeof result === 'object' && result !== null && 'code' in result && result.code !== 0
}

/**
 * Runs the main function of a script: a problem a person can solve is told in its own words, a defect with its stack.
 * @param {() => Promise<number | undefined>} main resolves to the exit code
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    process.exitCode = 1
    process.stderr.write(
      `${error instanceof SetupError ? error.message : (error instanceof Error && error.stack) || error}\n`,
    )
  }
}
