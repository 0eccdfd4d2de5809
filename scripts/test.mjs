// npm test: set-up, types, lint, build, tests. The last line is the result.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureBuilt } from './build.mjs'
import { openDisplay } from './lib/display.mjs'
import { inRoot, readJson } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { runScript, SetupError, say } from './lib/say.mjs'
import { setUp } from './setup.mjs'

/** @typedef {{passed: number, failed: number}} Count */

await runScript(async () => {
  const tools = await setUp(['display', 'tests'])
  const counts = [await types(tools), await lint(tools), await tests(tools, process.argv.slice(2))]
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  say(`${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
})

/** @param {import('./setup.mjs').Tools} tools */
async function types(tools) {
  const nested = readdirSync(inRoot('renderer'), { recursive: true, encoding: 'utf8' })
    .filter((name) => path.basename(name) === 'tsconfig.json')
    .map((name) => path.join('renderer', name))
  const tsc = (/** @type {string} */ project) =>
    run(tools.node, [inRoot('node_modules/typescript/bin/tsc'), '-p', project], {
      cwd: inRoot(),
      env: tools.env,
    })
  return check('Types', await Promise.all(['tsconfig.json', ...nested].map(tsc)))
}

/** @param {import('./setup.mjs').Tools} tools */
async function lint(tools) {
  return check('Lint', [
    await run(tools.node, [inRoot('node_modules/@biomejs/biome/bin/biome'), 'check', '--error-on-warnings'], {
      cwd: inRoot(),
      env: tools.env,
    }),
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
 * Builds and runs vitest on a display of its own, so that neither a desktop nor its resolution is disturbed.
 * @param {import('./setup.mjs').Tools} tools
 * @param {string[]} filters
 * @returns {Promise<Count>}
 */
async function tests(tools, filters) {
  try {
    await ensureBuilt(tools)
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(error.message)
    return { passed: 0, failed: 1 }
  }
  const display = process.platform === 'linux' ? await openDisplay() : undefined
  const temp = mkdtempSync(path.join(os.tmpdir(), 'customer-room-test-'))
  try {
    const report = path.join(temp, 'report.json')
    /** @type {NodeJS.ProcessEnv} */
    const env = {
      ...tools.env,
      CUSTOMER_ROOM_ELECTRON: tools.electron.executable,
      ...(display && { DISPLAY: display.name }),
    }
    // A NODE_ENV of the user's would load other builds of React than the ones tested.
    delete env.NODE_ENV
    delete env.WAYLAND_DISPLAY
    const args = [
      'run',
      '--config',
      inRoot('scripts/vitest.config.ts'),
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]
    const { code } = await run(tools.node, [inRoot('node_modules/vitest/vitest.mjs'), ...args, ...filters], {
      cwd: inRoot(),
      env,
      show: (text) => text.replace(/^JSON report written to .*\n/m, ''),
    })
    return countOf(readJson(report), code)
  } finally {
    display?.close()
    rmSync(temp, { recursive: true, force: true })
  }
}

/**
 * A file that could not be loaded counts as one failure, and so does a run that failed outside of every test or ran none.
 * @param {{testResults?: {status: string, assertionResults: {status: string}[]}[]} | undefined} report
 * @param {number} code the exit code of vitest
 * @returns {Count}
 */
function countOf(report, code) {
  const files = report?.testResults ?? []
  const results = files.flatMap((file) => file.assertionResults)
  const passed = results.filter((result) => result.status === 'passed').length
  const failed = results.filter((result) => result.status === 'failed').length
  const unloaded = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((result) => result.status === 'failed'),
  ).length
  const elsewhere = failed + unloaded === 0 && (code !== 0 || passed === 0) ? 1 : 0
  return { passed, failed: failed + unloaded + elsewhere }
}
