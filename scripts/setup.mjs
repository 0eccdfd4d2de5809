// Makes a fresh clone ready to run. Uses nothing but Node until the packages are there.
import { ensureElectron } from './lib/electron-runtime.mjs'
import { withLock } from './lib/lock.mjs'
import { ensurePackages, nodeForTools, toolsEnv } from './lib/packages.mjs'
import { ensureSandbox } from './lib/sandbox.mjs'
import { progressToStderr, runScript, say } from './lib/say.mjs'
import { bindingExists, bindingVariable, ensureBinding } from './lib/sqlite-binding.mjs'
import { ensureSystemLibraries } from './lib/system-libraries.mjs'

/**
 * @typedef {object} Tools
 * @property {string} node path of the Node that runs the tools
 * @property {import('./lib/electron-runtime.mjs').Runtime} electron
 * @property {string | undefined} binding the database module for an older Electron
 * @property {NodeJS.ProcessEnv} env environment for every child process
 */

/**
 * Sets up what is missing and says nothing where nothing is. Safe to run twice at once and after an interruption.
 * @param {import('./lib/system-libraries.mjs').Group[]} [groups] what the caller needs besides Electron
 * @returns {Promise<Tools>}
 */
export function setUp(groups = []) {
  return withLock(async () => {
    await ensurePackages()
    const node = nodeForTools()
    await ensureSystemLibraries(['electron', ...groups])
    const electron = await ensureElectron(node)
    await ensureSandbox(electron.dist)
    if (electron.fallback && !bindingExists()) await ensureSystemLibraries(['compile'])
    const binding = electron.fallback ? await ensureBinding(node) : undefined
    return { node, electron, binding, env: childEnv(node, electron, binding) }
  })
}

/**
 * @param {string} node
 * @param {import('./lib/electron-runtime.mjs').Runtime} electron
 * @param {string | undefined} binding
 */
function childEnv(node, electron, binding) {
  const env = toolsEnv(node)
  delete env.ELECTRON_RUN_AS_NODE
  delete env[bindingVariable]
  if (electron.fallback) env.ELECTRON_OVERRIDE_DIST_PATH = electron.dist
  if (binding) env[bindingVariable] = binding
  return env
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await runScript(async () => {
    // With --print the answer is JSON for other programs.
    const print = process.argv.includes('--print')
    if (print) progressToStderr()
    const { node, electron, binding } = await setUp()
    if (print) process.stdout.write(`${JSON.stringify({ node, electron, binding }, null, 2)}\n`)
    else say('Everything is set up. npm start opens the wall.')
    return 0
  })
}
