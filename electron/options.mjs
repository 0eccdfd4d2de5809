// The one table of command-line options. Plain JavaScript, because npm start reads it before anything is installed.

/**
 * @typedef {object} Options
 * @property {string} [content] the folder that is the room
 * @property {string} [bundle] the sealed room of a bundle, in place of a content folder
 * @property {string} [data] the folder for index, records and cache
 * @property {string} [screen] the name of the screen in room.yaml
 * @property {boolean} windowed
 * @property {string} [shots] the folder for pictures of what was painted
 * @property {number} [exitAfter] seconds, above 0 and at most 31 days; a single timer holds only 24.8 of them
 * @property {boolean} admin the curator's window, and no wall
 * @property {boolean} setPin ask for a new PIN on the terminal, and nothing else
 * @property {boolean} help
 */

/** @typedef {{ok: true, options: Options} | {ok: false, message: string}} Parsed */

/** @typedef {'wall' | 'admin'} Command */

/** @typedef {{name: string, hint?: string, help: string, only?: Command}} Option */

/** @type {readonly Option[]} */
const OPTIONS = [
  { name: 'content', hint: 'DIR', help: 'the folder to show (from source: the sample room)' },
  {
    name: 'bundle',
    hint: 'DIR',
    help: 'show the room of a bundle, which npm run bundle makes, in place of a folder',
    only: 'wall',
  },
  {
    name: 'data',
    hint: 'DIR',
    help: "where index, records and cache are kept (default: the user's data folder)",
  },
  { name: 'screen', hint: 'NAME', help: 'which screen of room.yaml this is' },
  { name: 'windowed', help: 'open in a window instead of full screen', only: 'wall' },
  {
    name: 'shots',
    hint: 'DIR',
    help: 'write a picture of each painted slide, and shots.jsonl',
    only: 'wall',
  },
  { name: 'exit-after', hint: 'SECONDS', help: 'leave by itself after this time' },
  { name: 'admin', help: "open the curator's window and no wall (npm run admin)" },
  {
    name: 'set-pin',
    help: "set the PIN that opens the curator's window on this machine's wall",
    only: 'admin',
  },
  { name: 'help', help: 'show this list' },
]

const LONGEST_SECONDS = 31 * 24 * 3600

/** Switches of Chromium and Electron that may stand among ours where no `--` divides them. */
const HOST_SWITCHES = new Set([
  'disable-dev-shm-usage',
  'disable-features',
  'disable-gpu',
  'disable-gpu-process-crash-limit',
  'enable-features',
  'enable-logging',
  'force-device-scale-factor',
  'inspect',
  'inspect-brk',
  'js-flags',
  'lang',
  'no-sandbox',
  'ozone-platform',
  'ozone-platform-hint',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'user-data-dir',
  'v',
  'vmodule',
])

/**
 * Reads our own options.
 * @param {readonly string[]} argv our arguments alone, see ownArguments
 * @returns {Parsed} never throws; the message names what is wrong and what was probably meant
 */
export function parseOptions(argv) {
  /** @type {Map<string, string>} */
  const given = new Map()
  for (let i = 0; i < argv.length; i += 1) {
    const argument = argv[i] ?? ''
    if (argument === '-h') {
      given.set('help', '')
      continue
    }
    const [, name, inline] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(argument) ?? []
    const option = OPTIONS.find((known) => known.name === name)
    if (!option) return { ok: false, message: unknown(argument) }
    if (!option.hint) {
      if (inline !== undefined) return { ok: false, message: `--${option.name} takes no value.` }
      given.set(option.name, '')
      continue
    }
    const next = argv[i + 1]
    const value = inline ?? (next?.startsWith('--') ? undefined : next)
    if (!value)
      return { ok: false, message: `--${option.name} needs a value: --${option.name} ${option.hint}` }
    if (inline === undefined) i += 1
    given.set(option.name, value)
  }
  return toOptions(given)
}

/**
 * @param {Map<string, string>} given
 * @returns {Parsed}
 */
function toOptions(given) {
  const seconds = given.get('exit-after')
  const exitAfter = seconds === undefined ? undefined : toSeconds(seconds)
  if (seconds !== undefined && exitAfter === undefined) {
    return {
      ok: false,
      message: `--exit-after needs a number of seconds above 0 and at most ${LONGEST_SECONDS} (31 days), not "${seconds}".`,
    }
  }
  const admin = given.has('admin') || given.has('set-pin')
  const misplaced = OPTIONS.find(({ name, only }) => admin && only === 'wall' && given.has(name))
  if (misplaced)
    return { ok: false, message: `--${misplaced.name} is for a wall; the curator's window has none.` }
  if (given.has('bundle') && given.has('content'))
    return { ok: false, message: '--bundle brings its own room: give it, or --content, and not both.' }
  /** @type {Options} */
  const options = {
    windowed: given.has('windowed'),
    help: given.has('help'),
    admin,
    setPin: given.has('set-pin'),
  }
  for (const name of /** @type {const} */ (['content', 'bundle', 'data', 'screen', 'shots'])) {
    const value = given.get(name)
    if (value !== undefined) options[name] = value
  }
  if (exitAfter !== undefined) options.exitAfter = exitAfter
  return { ok: true, options }
}

/**
 * Our own arguments out of process.argv of an Electron main process: what follows the first `--`, or, where nobody
 * divided them, all but the app's folder and the host's switches.
 * @param {readonly string[]} argv process.argv
 * @param {boolean} fromSource whether the app's folder was given as an argument (process.defaultApp)
 * @returns {string[]}
 */
export function ownArguments(argv, fromSource) {
  const given = argv.slice(1)
  const divider = given.indexOf('--')
  if (divider >= 0) return given.slice(divider + 1)
  const own = given.filter((argument) => !HOST_SWITCHES.has(/^--([^=]+)/.exec(argument)?.[1] ?? ''))
  const app = fromSource ? own.findIndex((argument) => !argument.startsWith('-')) : -1
  return own.filter((_, i) => i !== app)
}

/** @type {Readonly<Record<Command, readonly string[]>>} */
const ABOUT = {
  wall: [
    'Customer Room shows a folder of customer evidence on a wall.',
    '',
    'From source: npm start -- [options]',
  ],
  admin: [
    "The curator's window of a Customer Room: on a laptop, or on the wall's machine beside the wall.",
    'On a wall it is opened with Ctrl+Shift+A and the PIN of that machine.',
    '',
    'From source: npm run admin -- [options]',
  ],
}

/**
 * The text of --help, without a line break at its end.
 * @param {Command} [command]
 */
export function helpText(command = 'wall') {
  const isListed = (/** @type {Option} */ { name, only }) =>
    (only === undefined || only === command) && (command === 'wall' || name !== 'admin')
  const listed = OPTIONS.filter(isListed)
  const left = listed.map(({ name, hint }) => `  --${name}${hint ? ` ${hint}` : ''}`)
  const width = Math.max(...left.map((text) => text.length))
  const lines = listed.map(({ help }, i) => `${left[i]?.padEnd(width)}  ${help}`)
  return [...ABOUT[command], '', ...lines].join('\n')
}

/** @param {string} text */
function toSeconds(text) {
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  return seconds > 0 && seconds <= LONGEST_SECONDS ? seconds : undefined
}

/** @param {string} argument */
function unknown(argument) {
  if (!argument.startsWith('-')) {
    return `"${argument}" is not an option. To show a folder: npm start -- --content ${argument}\n(npm hands on only what stands after --.)`
  }
  const name = argument
    .replace(/^-+/, '')
    .replace(/=[\s\S]*$/, '')
    .toLowerCase()
  const [likely] = OPTIONS.map((option) => ({ name: option.name, steps: distance(name, option.name) }))
    .filter(
      ({ name: candidate, steps }) =>
        steps <= Math.max(2, candidate.length / 3) || (name.length > 1 && candidate.startsWith(name)),
    )
    .toSorted((a, b) => a.steps - b.steps)
  return `There is no option ${argument.replace(/=[\s\S]*$/, '')}. ${likely ? `Did you mean --${likely.name}?` : 'npm start -- --help lists them.'}`
}

/**
 * How many letters have to be changed, added, dropped or swapped with their neighbour (optimal string alignment).
 * @param {string} a
 * @param {string} b
 */
function distance(a, b) {
  /** @type {number[][]} */
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  const at = (/** @type {number} */ i, /** @type {number} */ j) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= a.length; i += 1) {
    rows[i] = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const best = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        changed,
        swapped ? at(i - 2, j - 2) + 1 : changed,
      )
      rows[i]?.push(best)
    }
  }
  return at(a.length, b.length)
}
