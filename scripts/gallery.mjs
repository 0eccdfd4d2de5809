// npm run gallery: every slide of a room as pictures and one page, for eyes and for sign-off on paper.
import { parseArgs } from 'node:util'
import { openDisplay } from './lib/display.mjs'
import { callerDir, inRoot } from './lib/paths.mjs'
import { runInTerminal } from './lib/run.mjs'
import { runScript, say } from './lib/say.mjs'
import { setUp } from './setup.mjs'

const USAGE = `npm run gallery -- --out DIR [options]

Draws every item that may be shown, in the shapes of screens, as PNGs and one page: DIR/index.html.

  --content DIR   the room to draw (default: the sample room and a set of hard cases)
  --out DIR       where to write; made if it is not there
  --screen NAME   for whom and where: audience, size, distance and theme of this screen in room.yaml
  --shapes LIST   landscape, portrait, wide, classic, hd, uhd, or 1366x768 and the like
                  (default: landscape,portrait,wide,classic)
  --theme NAME    day or evening (default: the screen's)
  --only TEXT     only items whose id or path contains this
  --help          show this list`

await runScript(async () => {
  const asked = parse(process.argv.slice(2))
  if (typeof asked === 'string') {
    process.stderr.write(`${asked}\n\n${USAGE}\n`)
    return 2
  }
  if (asked.help) {
    say(USAGE)
    return 0
  }
  const tools = await setUp(['display', 'tests'])
  const display = process.platform === 'linux' ? await openDisplay() : undefined
  try {
    const env = {
      ...tools.env,
      CUSTOMER_ROOM_ELECTRON: tools.electron.executable,
      ...(display && { DISPLAY: display.name }),
    }
    const args = [
      '--experimental-strip-types',
      '--no-warnings',
      inRoot('scripts/gallery/draw.ts'),
      JSON.stringify(asked),
    ]
    return await runInTerminal(tools.node, args, { cwd: callerDir, env })
  } finally {
    display?.close()
  }
})

/**
 * What was asked for, or what is wrong with it in words.
 * @param {string[]} argv
 */
function parse(argv) {
  const text = /** @type {const} */ ({ type: 'string' })
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        content: text,
        out: text,
        screen: { ...text, default: '' },
        shapes: { ...text, default: 'landscape,portrait,wide,classic' },
        theme: { ...text, default: '' },
        only: { ...text, default: '' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return values
    if (!values.out) return 'Say where the pictures go: --out DIR'
    if (!['', 'day', 'evening'].includes(values.theme))
      return `--theme is day or evening, not “${values.theme}”.`
    return values
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
