import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { toolsEnv } from './packages.mjs'
import { cacheDir, inRoot, installedVersion, workDir } from './paths.mjs'
import { run } from './run.mjs'
import { SetupError, step } from './say.mjs'

/** The variable by which the app finds the binding; it is looked at only where Node-API is older than 10. */
export const bindingVariable = 'CUSTOMER_ROOM_SQLITE_BINDING'

/** Where the compiled binding is kept: one binary serves every Node-API from 9 on. */
function bindingFile() {
  const key = `better-sqlite3-${installedVersion('better-sqlite3')}-${process.platform}-${process.arch}-napi9`
  return path.join(cacheDir(), key, 'better_sqlite3.node')
}

/** Whether the binding is already compiled. */
export function bindingExists() {
  return existsSync(bindingFile())
}

/**
 * Compiles better-sqlite3 for an older Electron, once. Its prebuilt binary asks for Node-API 10 and ends an older
 * process without a word.
 * @param {string} node
 * @returns {Promise<string>} the path of the .node file
 */
export async function ensureBinding(node) {
  const file = bindingFile()
  if (existsSync(file)) return file
  const temp = workDir('compile')
  try {
    const result = await step(
      'Compiling the database module for the older Electron (once, 1 to 3 minutes)',
      () => compile(node, temp),
    )
    const built = path.join(temp, 'build', 'Release', 'better_sqlite3.node')
    if (result.code !== 0 || !existsSync(built)) {
      throw new SetupError(
        `${result.output.trim().split('\n').slice(-30).join('\n')}\n\nThe database module could not be compiled (see above).`,
      )
    }
    mkdirSync(path.dirname(file), { recursive: true })
    renameSync(built, file)
    return file
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}

/** @param {string} node @param {string} temp */
function compile(node, temp) {
  cpSync(inRoot('node_modules', 'better-sqlite3'), temp, { recursive: true })
  const gyp = path.join(temp, 'binding.gyp')
  const text = readFileSync(gyp, 'utf8')
  // Node-API 10 is 9 plus what was experimental then; the opt-out keeps the signatures of finalizers as in 10.
  writeFileSync(
    gyp,
    text.replace("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'"),
  )
  const env = { ...toolsEnv(node), NODE_PATH: inRoot('node_modules') }
  const nodeGyp = inRoot('node_modules', 'node-gyp', 'bin', 'node-gyp.js')
  // The headers that come with the Node package make a download of headers unnecessary.
  const nodedir = path.dirname(path.dirname(node))
  const args = [nodeGyp, 'rebuild', '--release', '--force_build=1', '--jobs=max']
  return run(
    node,
    existsSync(path.join(nodedir, 'include', 'node')) ? [...args, `--nodedir=${nodedir}`] : args,
    { cwd: temp, env },
  )
}
