// npm run dist: packages the app. `-- --dir` makes a folder that can be started instead of an installer.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from './build.mjs'
import { cacheDir, inRoot } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { runScript, SetupError, say, step } from './lib/say.mjs'
import { setUp } from './setup.mjs'

const CONFIG = inRoot('electron-builder.yml')

await runScript(async () => {
  const args = process.argv.slice(2)
  const strange = args.find((arg) => arg !== '--dir')
  if (strange) throw new SetupError(`npm run dist knows one option, --dir, and not ${strange}.`)
  const folderOnly = args.includes('--dir')
  const tools = await setUp()
  if (tools.electron.fallback && !folderOnly) {
    throw new SetupError(
      `A release needs the current Electron, and its download was not possible; the older ${tools.electron.version} is for trying only.\n` +
        'Make a release where the download works, or a trial package with: npm run dist -- --dir',
    )
  }
  await ensureBuilt(tools)
  const where = tools.electron.fallback
    ? await packTrial(tools)
    : await pack(tools, CONFIG, folderOnly ? ['--dir'] : [], 'release')
  say(`The package is in ${where}`)
  return 0
})

/**
 * @param {import('./setup.mjs').Tools} tools
 * @param {string} config file
 * @param {string[]} args further arguments of electron-builder
 * @param {string} output folder below the project
 */
async function pack(tools, config, args, output) {
  rmSync(inRoot(output), { recursive: true, force: true })
  const cli = inRoot('node_modules/electron-builder/cli.js')
  const all = [cli, '--config', config, '--publish', 'never', `-c.directories.output=${output}`, ...args]
  const result = await step('Packaging', () => run(tools.node, all, { cwd: inRoot(), env: tools.env }))
  if (result.code !== 0) throw new SetupError(`${result.output.trim()}\n\nThe packaging failed (see above).`)
  return inRoot(output)
}

/**
 * A package around the older Electron, to try the packaging itself. It carries the database module compiled for it in
 * the place of the prebuilt one.
 * @param {import('./setup.mjs').Tools} tools
 */
async function packTrial(tools) {
  const temp = mkdtempSync(path.join(cacheDir(), 'package-'))
  try {
    const dist = path.join(temp, 'electron')
    const prebuilds = path.join(temp, 'prebuilds')
    const copied = await run('cp', ['-al', tools.electron.dist, dist])
    if (copied.code !== 0) throw new SetupError(copied.output.trim())
    rmSync(path.join(dist, 'resources', 'app'), { recursive: true, force: true })
    mkdirSync(prebuilds)
    copyFileSync(tools.binding ?? '', path.join(prebuilds, 'linux-x64.node'))
    const config = path.join(temp, 'trial.json')
    writeFileSync(config, JSON.stringify(await trialConfig(dist, prebuilds, tools.electron.version)))
    say(`This is a trial package around the older Electron ${tools.electron.version}; it is not for release.`)
    const output = await pack(tools, config, ['--dir'], 'release/trial-not-for-release')
    return path.join(output, 'linux-unpacked')
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}

/**
 * @param {string} electronDist
 * @param {string} prebuilds
 * @param {string} electronVersion
 */
async function trialConfig(electronDist, prebuilds, electronVersion) {
  const { parse } = await import('yaml')
  const config = parse(readFileSync(CONFIG, 'utf8'))
  const files = config.files.filter(
    (/** @type {string} */ pattern) => !pattern.startsWith('node_modules/better-sqlite3/prebuilds'),
  )
  const binding = { from: prebuilds, to: 'node_modules/better-sqlite3/prebuilds' }
  return { ...config, files: [...files, binding], electronDist, electronVersion }
}
