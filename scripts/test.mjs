// npm test: set-up, types, lint, build, tests. The last line is the result.
import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureBuilt } from './build.mjs'
import { openDisplay } from './lib/display.mjs'
import { inRoot, readJson } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { runScript, SetupError, say } from './lib/say.mjs'
import { setUp } from './setup.mjs'

/** @typedef {{passed: number, failed: number}} Count */

/** Windows that are under test at the same time; each has a display of its own. */
const WINDOWS_AT_ONCE = Math.max(2, Math.floor(os.availableParallelism() / 2))

/** @type {Count} */
const NOT_BUILT = { passed: 0, failed: 1 }

await runScript(async () => {
  const tools = await setUp(['display', 'tests'])
  // Told when all of them are done: what is told of the build on its way stands on the last line.
  const [typed, linted, unbuilt] = await Promise.all([types(tools), lint(tools), build(tools)])
  const checks = [check('Types', typed), check('Lint', linted)]
  if (unbuilt) say(unbuilt)
  const counts = [...checks, unbuilt ? NOT_BUILT : await tests(tools, process.argv.slice(2))]
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  say(`${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
})

/** @param {import('./setup.mjs').Tools} tools */
function types(tools) {
  const nested = readdirSync(inRoot('renderer'), { recursive: true, encoding: 'utf8' })
    .filter((name) => path.basename(name) === 'tsconfig.json')
    .map((name) => path.join('renderer', name))
  const tsc = (/** @type {string} */ project) =>
    run(tools.node, [inRoot('node_modules/typescript/bin/tsc'), '-p', project], {
      cwd: inRoot(),
      env: tools.env,
    })
  return Promise.all(['tsconfig.json', ...nested].map(tsc))
}

/** @param {import('./setup.mjs').Tools} tools */
function lint(tools) {
  const biome = inRoot('node_modules/@biomejs/biome/bin/biome')
  return Promise.all([
    run(tools.node, [biome, 'check', '--error-on-warnings'], { cwd: inRoot(), env: tools.env }),
  ])
}

/**
 * @param {string} name
 * @param {import('./lib/run.mjs').Outcome[]} outcomes
 * @returns {Count}
 */
function check(name, outcomes) {
  const failed = outcomes.filter((outcome) => outcome.code !== 0)
  for (const { output } of failed) say(output.trim())
  say(`${name}: ${failed.length > 0 ? 'failed' : 'passed'}`)
  return failed.length > 0 ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 }
}

/**
 * @param {import('./setup.mjs').Tools} tools
 * @returns {Promise<string | undefined>} why it could not be built
 */
async function build(tools) {
  try {
    await ensureBuilt(tools)
    return undefined
  } catch (error) {
    if (error instanceof SetupError) return error.message
    throw error
  }
}

/**
 * Tests in windows wait for slides most of the time and the others hardly ever, so both run at once. Windows open on
 * displays of our own, one for each at a time, so that neither a desktop nor another test has their keyboard.
 * @param {import('./setup.mjs').Tools} tools
 * @param {string[]} filters
 * @returns {Promise<Count>}
 */
async function tests(tools, filters) {
  const linux = process.platform === 'linux'
  const displays = await Promise.all(Array.from({ length: linux ? WINDOWS_AT_ONCE : 0 }, () => openDisplay()))
  const temp = mkdtempSync(path.join(os.tmpdir(), 'customer-room-test-'))
  const memory = memoryFolder()
  try {
    /** @type {NodeJS.ProcessEnv} */
    const env = {
      ...tools.env,
      CUSTOMER_ROOM_ELECTRON: tools.electron.executable,
      CUSTOMER_ROOM_DISPLAYS: displays.map((display) => display.name).join(' '),
      CUSTOMER_ROOM_TEST_ROOMS: mkdtempSync(path.join(temp, 'rooms-')),
      CUSTOMER_ROOM_TEST_MEMORY: memory ?? '',
    }
    // A NODE_ENV of the user's would load other builds of React than the ones tested.
    delete env.NODE_ENV
    delete env.WAYLAND_DISPLAY
    const chosen = filters.some((filter) => filter.startsWith('--project'))
    const lanes = chosen ? [[]] : [['--project=e2e'], ['--project=!e2e']]
    const outcomes = await Promise.all(
      lanes.map((lane, index) => vitest(tools, env, path.join(temp, `${index}.json`), [...lane, ...filters])),
    )
    return countOf(
      outcomes.flatMap(({ files }) => files),
      outcomes.every(({ code }) => code === 0),
    )
  } finally {
    for (const display of displays) display.close()
    for (const folder of [temp, memory]) if (folder) rmSync(folder, { recursive: true, force: true })
  }
}

/** Of the memory that a Linux lends as a disk, so much has to be free, bytes. */
const MEMORY_BYTES = 2 ** 30

/** A folder in memory, or undefined where there is none or it is small. */
function memoryFolder() {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize < MEMORY_BYTES ? undefined : mkdtempSync('/dev/shm/customer-room-test-')
  } catch {
    return undefined
  }
}

/** @typedef {{status: string, assertionResults: {status: string}[]}} TestFile */

/**
 * @param {import('./setup.mjs').Tools} tools
 * @param {NodeJS.ProcessEnv} env
 * @param {string} report where vitest writes it
 * @param {string[]} more
 * @returns {Promise<{code: number, files: TestFile[]}>}
 */
async function vitest(tools, env, report, more) {
  const config = ['--config', inRoot('scripts/vitest.config.ts'), '--passWithNoTests']
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const args = [inRoot('node_modules/vitest/vitest.mjs'), 'run', ...config, ...reporters, ...more]
  const show = (/** @type {string} */ text) => text.replace(/^JSON report written to .*\n/m, '')
  const { code } = await run(tools.node, args, { cwd: inRoot(), env, show })
  return { code, files: readJson(report)?.testResults ?? [] }
}

/**
 * A file that could not be loaded counts as one failure, and so does a run that failed outside of every test or ran none.
 * @param {TestFile[]} files
 * @param {boolean} ended whether vitest itself was content
 * @returns {Count}
 */
function countOf(files, ended) {
  const results = files.flatMap((file) => file.assertionResults)
  const passed = results.filter((result) => result.status === 'passed').length
  const failed = results.filter((result) => result.status === 'failed').length
  const unloaded = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((result) => result.status === 'failed'),
  ).length
  const elsewhere = failed + unloaded === 0 && (!ended || passed === 0) ? 1 : 0
  return { passed, failed: failed + unloaded + elsewhere }
}
