import { existsSync } from 'node:fs'
import { onPath, outputOf, run } from './run.mjs'
import { SetupError, step } from './say.mjs'

/**
 * @typedef {object} Need
 * @property {string} [library] the shared library that Electron loads
 * @property {string} [program] the program that is called
 * @property {string} debian the package that has it; newer releases append "t64"
 */

/** @type {Record<'electron' | 'display' | 'compile' | 'tests', Need[]>} */
const NEEDS = {
  electron: [
    { library: 'libgtk-3.so.0', debian: 'libgtk-3-0' },
    { library: 'libnss3.so', debian: 'libnss3' },
    { library: 'libasound.so.2', debian: 'libasound2' },
    { library: 'libgbm.so.1', debian: 'libgbm1' },
    // Loaded late: without it Electron dies without a message.
    { library: 'libX11-xcb.so.1', debian: 'libx11-xcb1' },
  ],
  display: [
    { program: 'Xvfb', debian: 'xvfb' },
    { program: 'xauth', debian: 'xauth' },
  ],
  compile: [
    { program: 'g++', debian: 'build-essential' },
    { program: 'make', debian: 'build-essential' },
    { program: 'python3', debian: 'python3' },
  ],
  tests: [
    { program: 'xdotool', debian: 'xdotool' },
    { program: 'xrandr', debian: 'x11-xserver-utils' },
    { program: 'strace', debian: 'strace' },
  ],
}

/** @typedef {keyof typeof NEEDS} Group */

/**
 * Installs what the groups ask for where that is possible (Debian and its kin, as root); otherwise says what to type.
 * @param {Group[]} groups
 * @returns {Promise<void>} throws SetupError when something is missing
 */
export async function ensureSystemLibraries(groups) {
  if (process.platform !== 'linux') return
  const missing = missingNeeds(groups)
  if (missing.length === 0) return
  const plain = [...new Set(missing.map((need) => need.debian))]
  if (!existsSync('/usr/bin/apt-get')) {
    const names = missing.map((need) => need.library ?? need.program).join(', ')
    throw new SetupError(
      `This system lacks ${names}. Install them with its package manager, then run the command again.`,
    )
  }
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      `System packages are missing. Type this, then run the command again:\n\n  sudo apt-get update && sudo apt-get install -y ${names(plain).join(' ')}\n`,
    )
  }
  await step(`Installing system packages (${plain.join(', ')})`, () => aptInstall(plain))
  const still = missingNeeds(groups).map((need) => need.debian)
  if (still.length > 0) throw new SetupError(`These system packages are still missing: ${still.join(', ')}`)
}

/** @param {Group[]} groups */
function missingNeeds(groups) {
  const needs = groups.flatMap((group) => NEEDS[group])
  const loaded = outputOf('/sbin/ldconfig', ['-p'])
  // A system without ldconfig cannot be asked; then Electron itself has to tell.
  return needs.filter((need) =>
    need.library
      ? loaded !== undefined && !loaded.includes(`\t${need.library} `)
      : !onPath(need.program ?? ''),
  )
}

/** @param {string[]} plain */
async function aptInstall(plain) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = ['-q', '-y', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0']
  const update = await run('apt-get', ['update', ...options], { env })
  const result = await run('apt-get', ['install', '--no-install-recommends', ...options, ...names(plain)], {
    env,
  })
  if (result.code !== 0)
    throw new SetupError(
      `${update.code === 0 ? '' : update.output}${result.output.trim()}\n\nThe system packages could not be installed (see above).`,
    )
}

/** The names as this release has them: libgtk-3-0 became libgtk-3-0t64 with the 64-bit time. @param {string[]} plain */
function names(plain) {
  return plain.map((name) =>
    outputOf('apt-cache', ['show', '--no-all-versions', `${name}t64`]) ? `${name}t64` : name,
  )
}
