// npm run bench -- NAME: timings beside their limit or a peer measured in the same run.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from './build.mjs'
import { openDisplay } from './lib/display.mjs'
import { inRoot } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { runScript, say } from './lib/say.mjs'
import { setUp } from './setup.mjs'

/**
 * Displays for those that need another one, px.
 * @type {Readonly<Record<string, string>>}
 */
const DISPLAYS = { smooth: '3840x2160' }

await runScript(async () => {
  const names = readdirSync(inRoot('scripts/bench'))
    .filter((name) => name.endsWith('.bench.ts'))
    .map((name) => path.basename(name, '.bench.ts'))
  const [name = '', ...rest] = process.argv.slice(2)
  if (!names.includes(name)) {
    say(`Say which bench to run: npm run bench -- ${names.join(' | ')}`)
    return 2
  }
  const tools = await setUp(['display', 'tests'])
  await ensureBuilt(tools)
  const display =
    process.platform === 'linux' ? await openDisplay({ size: DISPLAYS[name] ?? '1920x1080' }) : undefined
  try {
    const env = {
      ...tools.env,
      CUSTOMER_ROOM_ELECTRON: tools.electron.executable,
      ...(display && { DISPLAY: display.name }),
    }
    // Node 22 reads TypeScript behind a flag; from 24 on the flag says nothing new.
    const args = [
      '--experimental-strip-types',
      '--no-warnings',
      inRoot('scripts/bench', `${name}.bench.ts`),
      ...rest,
    ]
    return (await run(tools.node, args, { cwd: inRoot(), env, show: (text) => text })).code
  } finally {
    display?.close()
  }
})
