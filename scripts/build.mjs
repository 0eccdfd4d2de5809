// Bundles the windows and the host into dist/.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withLock } from './lib/lock.mjs'
import { inRoot } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { runScript, SetupError, say, step } from './lib/say.mjs'
import { setUp } from './setup.mjs'

const SOURCES = [
  'electron',
  'renderer',
  'scripts/vite.renderer.config.ts',
  'scripts/vite.electron.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const stampFile = () => inRoot('dist', '.sources')

/**
 * Builds where a source has changed since the last build; two at once build one after the other.
 * @param {import('./setup.mjs').Tools} tools
 */
export async function ensureBuilt(tools) {
  if (isCurrent(fingerprint())) return
  await withLock(async () => {
    // Taken before the build: a source saved meanwhile makes the next start build again.
    const wanted = fingerprint()
    if (!isCurrent(wanted)) await step('Building', () => build(tools, wanted))
  })
}

/** @param {string} wanted */
function isCurrent(wanted) {
  return existsSync(stampFile()) && readFileSync(stampFile(), 'utf8') === wanted
}

/**
 * Builds aside and swaps at the end: a failed build leaves the last good one, and a running wall never meets half of one.
 * @param {import('./setup.mjs').Tools} tools
 * @param {string} wanted
 */
async function build(tools, wanted) {
  const next = inRoot('dist.next')
  rmSync(next, { recursive: true, force: true })
  const parts = /** @type {const} */ ([
    ['renderer', 'production'],
    ['electron', 'host'],
    ['electron', 'preload'],
    ['electron', 'preload-admin'],
  ])
  const results = await Promise.all(
    parts.map(([part, mode]) => vite(tools, part, mode, path.join(next, part))),
  )
  const failed = results.filter((result) => result.code !== 0)
  if (failed.length > 0) {
    throw new SetupError(
      `${failed.map((result) => result.output.trim()).join('\n\n')}\n\nThe build failed (see above).`,
    )
  }
  writeFileSync(path.join(next, '.sources'), wanted)
  rmSync(inRoot('dist'), { recursive: true, force: true })
  renameSync(next, inRoot('dist'))
}

/**
 * @param {import('./setup.mjs').Tools} tools
 * @param {'renderer' | 'electron'} part
 * @param {string} mode
 * @param {string} outDir
 */
function vite(tools, part, mode, outDir) {
  // A NODE_ENV of the user's would put React's development build on the wall.
  const env = { ...tools.env, NODE_ENV: 'production' }
  const config = inRoot(`scripts/vite.${part}.config.ts`)
  const args = ['build', '--config', config, '--mode', mode, '--outDir', outDir, '--logLevel', 'warn']
  return run(tools.node, [inRoot('node_modules/vite/bin/vite.js'), ...args], { cwd: inRoot(), env })
}

/** A hash over name, size and time of every source; tests are left out, they are not built. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => filesBelow(inRoot(source))).sort()) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${path.relative(inRoot(), file)}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** @param {string} where @returns {string[]} */
function filesBelow(where) {
  if (!existsSync(where)) return []
  if (!statSync(where).isDirectory()) return [where]
  return readdirSync(where, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await runScript(async () => {
    await ensureBuilt(await setUp())
    say('dist/ is up to date.')
    return 0
  })
}
