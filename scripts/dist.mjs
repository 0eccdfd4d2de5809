// npm run dist: packages the app. `-- --dir` makes a folder that can be started instead of an installer.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './build.mjs'
import { callerDir, inRoot } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { runScript, SetupError, say, step } from './lib/say.mjs'
import { setUp } from './setup.mjs'

const CONFIG = inRoot('electron-builder.yml')

await runScript(async () => {
  const { dir, output } = readOptions(process.argv.slice(2))
  const tools = await setUp()
  const { electron } = tools
  if (electron.fallback && !dir) {
    throw new SetupError(
      `A release needs the current Electron, and its download was not possible; the older ${electron.version} is for trying only.\n` +
        'Make a release where the download works, or a trial package with: npm run dist -- --dir',
    )
  }
  await ensureBuilt(tools)
  if (electron.fallback)
    say(`This is a trial package around the older Electron ${electron.version}; it is not for release.`)
  const folder = electron.fallback ? path.join(output, 'trial-not-for-release') : output
  await pack(tools, folder, dir)
  say(`The package is in ${folder}`)
  return 0
})

/**
 * @param {string[]} args
 * @returns {{dir: boolean, output: string}} `output` is an absolute path
 */
function readOptions(args) {
  try {
    const { values } = parseArgs({ args, options: { dir: { type: 'boolean' }, output: { type: 'string' } } })
    return {
      dir: values.dir ?? false,
      output: values.output ? path.resolve(callerDir, values.output) : inRoot('release'),
    }
  } catch (error) {
    throw new SetupError(
      `${error instanceof Error ? error.message : error}\nnpm run dist knows --dir (a folder to try, no installer) and --output DIR (default: release).`,
    )
  }
}

/**
 * @param {import('./setup.mjs').Tools} tools
 * @param {string} output folder
 * @param {boolean} folderOnly
 */
async function pack(tools, output, folderOnly) {
  // Beside the runtime: hard links do not reach over to another disk.
  const temp = mkdtempSync(path.join(path.dirname(tools.electron.dist), '.package-'))
  const remove = () => rmSync(temp, { recursive: true, force: true })
  process.once('exit', remove)
  try {
    const config = path.join(temp, 'config.json')
    writeFileSync(config, JSON.stringify(await packConfig(tools, temp, output)))
    const cli = inRoot('node_modules/electron-builder/cli.js')
    const args = ['--config', config, '--publish', 'never', ...(folderOnly ? ['--dir'] : [])]
    const result = await step('Packaging', () =>
      run(tools.node, [cli, ...args], { cwd: inRoot(), env: tools.env }),
    )
    if (result.code !== 0)
      throw new SetupError(`${result.output.trim()}\n\nThe packaging failed (see above).`)
  } finally {
    process.off('exit', remove)
    remove()
  }
}

/**
 * electron-builder.yml, with the Electron that is here already in the place of another download.
 * @param {import('./setup.mjs').Tools} tools
 * @param {string} temp
 * @param {string} output
 */
async function packConfig({ electron, binding }, temp, output) {
  const { parse } = await import('yaml')
  const config = parse(readFileSync(CONFIG, 'utf8'))
  config.directories.output = output
  if (process.platform === 'linux') {
    config.electronDist = await bareRuntime(electron.dist, temp)
    config.electronVersion = electron.version
  }
  if (binding) config.files = withBinding(config.files, binding, temp)
  return config
}

/**
 * The runtime without what only serves to run from source. electron-builder copies it, so its files may be links.
 * @param {string} dist
 * @param {string} temp
 */
async function bareRuntime(dist, temp) {
  const bare = path.join(temp, 'electron')
  const copied = await run('cp', ['-al', dist, bare])
  if (copied.code !== 0) throw new SetupError(`Electron could not be copied: ${copied.output.trim()}`)
  for (const extra of ['version', 'resources/app', 'resources/default_app.asar']) {
    rmSync(path.join(bare, extra), { recursive: true, force: true })
  }
  return bare
}

/**
 * A trial carries the database module that was compiled for the older Electron in the place of the prebuilt one.
 * @param {unknown[]} files patterns
 * @param {string} binding
 * @param {string} temp
 */
function withBinding(files, binding, temp) {
  const from = path.join(temp, 'prebuilds')
  const to = 'node_modules/better-sqlite3/prebuilds'
  mkdirSync(from)
  copyFileSync(binding, path.join(from, 'linux-x64.node'))
  return [...files.filter((pattern) => !String(pattern).startsWith(to)), { from, to }]
}
