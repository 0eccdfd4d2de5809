// npm start: from a fresh clone to the wall.
import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { helpText, parseOptions } from '../electron/options.mjs'
import { ensureBuilt } from './build.mjs'
import { displayIsMissing, openDisplay } from './lib/display.mjs'
import { hostSwitches, launch } from './lib/launch.mjs'
import { callerDir, inRoot } from './lib/paths.mjs'
import { runScript, say } from './lib/say.mjs'
import { setUp } from './setup.mjs'

/** How many pictures are kept where nobody asked for them; a wall that runs for days must not fill the disk. */
const PICTURES_KEPT = 200

await runScript(async () => {
  const parsed = parseOptions(process.argv.slice(2))
  if (!parsed.ok) {
    process.stderr.write(`${parsed.message}\n`)
    return 2
  }
  if (parsed.options.help) {
    say(helpText())
    return 0
  }
  const virtual = displayIsMissing()
  const tools = await setUp(virtual ? ['display'] : [])
  await ensureBuilt(tools)
  return openWall(parsed.options, tools, virtual)
})

/**
 * @param {import('../electron/options.mjs').Options} options
 * @param {import('./setup.mjs').Tools} tools
 * @param {boolean} virtual
 */
async function openWall(options, tools, virtual) {
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
 * @param {import('../electron/options.mjs').Options} options
 */
function appArguments({ content, data, screen, windowed, shots, exitAfter }) {
  return [
    `--content=${content === undefined ? inRoot('content') : resolved(content)}`,
    ...(data === undefined ? [] : [`--data=${resolved(data)}`]),
    ...(screen === undefined ? [] : [`--screen=${screen}`]),
    ...(windowed ? ['--windowed'] : []),
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
