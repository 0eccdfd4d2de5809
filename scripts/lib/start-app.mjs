// From a fresh clone to the wall, or to the curator's window.
import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { helpText, parseOptions } from '../../electron/options.mjs'
import { ensureBuilt } from '../build.mjs'
import { setUp } from '../setup.mjs'
import { displayIsMissing, openDisplay } from './display.mjs'
import { hostSwitches, launch } from './launch.mjs'
import { ensurePackages, nodeForTools, toolsEnv } from './packages.mjs'
import { callerDir, inRoot } from './paths.mjs'
import { runInTerminal } from './run.mjs'
import { runScript, say } from './say.mjs'

/** How many pictures are kept where nobody asked for them; a wall that runs for days must not fill the disk. */
const PICTURES_KEPT = 200

/**
 * Sets up, builds and opens the app; 2 for wrong use.
 * @param {readonly string[]} argv what the user wrote
 */
export function startApp(argv) {
  return runScript(async () => {
    const parsed = parseOptions(argv)
    if (!parsed.ok) {
      process.stderr.write(`${parsed.message}\n`)
      return 2
    }
    const { options } = parsed
    if (options.help) {
      say(helpText(options.admin ? 'admin' : 'wall'))
      return 0
    }
    if (options.setPin) return askForPin(options)
    const virtual = displayIsMissing()
    if (virtual && options.admin) {
      process.stderr.write(
        "There is no display. The curator's window needs one: start it where you can see it.\n",
      )
      return 1
    }
    const tools = await setUp(virtual ? ['display'] : [])
    await ensureBuilt(tools)
    return openApp(options, tools, virtual)
  })
}

/**
 * Without a display and without Electron: the machine of a wall may have nothing but a terminal far away.
 * @param {import('../../electron/options.mjs').Options} options
 */
async function askForPin({ data }) {
  await ensurePackages()
  const node = nodeForTools()
  const main = inRoot('electron/set-pin-main.ts')
  const args = [
    '--experimental-strip-types',
    '--no-warnings',
    main,
    ...(data === undefined ? [] : [resolved(data)]),
  ]
  return runInTerminal(node, args, { cwd: callerDir, env: toolsEnv(node) })
}

/**
 * @param {import('../../electron/options.mjs').Options} options
 * @param {import('../setup.mjs').Tools} tools
 * @param {boolean} virtual
 */
async function openApp(options, tools, virtual) {
  const chosen = virtual && options.shots === undefined ? pictureFolder() : undefined
  const display = virtual ? await openDisplay({ closeWithLast: true }) : undefined
  if (virtual)
    say(
      `There is no display; the wall runs on a virtual one. Pictures of it: ${chosen ?? resolved(options.shots ?? '')}`,
    )
  const tidy = chosen ? setInterval(() => keepNewest(chosen), 60_000) : undefined
  const env = display ? { ...tools.env, DISPLAY: display.name } : tools.env
  const args = appArguments(chosen ? { ...options, shots: chosen } : options)
  try {
    return await launch(tools.electron.executable, { switches: hostSwitches(virtual), args, env })
  } finally {
    clearInterval(tidy)
    display?.close()
    if (chosen && existsSync(chosen) && readdirSync(chosen).length === 0) rmdirSync(chosen)
  }
}

/**
 * The options as the app gets them: folders absolute, because the app is started from another folder than the user's.
 * @param {import('../../electron/options.mjs').Options} options
 */
function appArguments({ content, data, screen, windowed, shots, exitAfter, admin }) {
  return [
    `--content=${content === undefined ? inRoot('content') : resolved(content)}`,
    ...(data === undefined ? [] : [`--data=${resolved(data)}`]),
    ...(screen === undefined ? [] : [`--screen=${screen}`]),
    ...(windowed ? ['--windowed'] : []),
    ...(admin ? ['--admin'] : []),
    ...(shots === undefined ? [] : [`--shots=${resolved(shots)}`]),
    ...(exitAfter === undefined ? [] : [`--exit-after=${exitAfter}`]),
  ]
}

/** @param {string} dir as the user wrote it */
function resolved(dir) {
  return path.resolve(callerDir, dir)
}

/** A new folder of this run. */
function pictureFolder() {
  const dir = inRoot('shots', new Date().toISOString().slice(0, 19).replaceAll(':', '-'))
  mkdirSync(dir, { recursive: true })
  return dir
}

/** The names are numbered, so their order is their age. @param {string} dir */
function keepNewest(dir) {
  const pictures = readdirSync(dir)
    .filter((name) => name.endsWith('.png'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  for (const name of pictures.slice(0, -PICTURES_KEPT)) rmSync(path.join(dir, name), { force: true })
}
