// npm run simulate -- DIR --from ISO --to ISO: plays a room without a wall, by the rules of the wall itself. No build is needed.

import { ensurePackages, nodeForTools, toolsEnv } from './lib/packages.mjs'
import { callerDir, inRoot } from './lib/paths.mjs'
import { runInTerminal } from './lib/run.mjs'
import { progressToStderr, runScript } from './lib/say.mjs'

await runScript(async () => {
  // What is told on standard output is the result alone: another program may read it.
  progressToStderr()
  await ensurePackages()
  const node = nodeForTools()
  const args = [
    '--experimental-strip-types',
    '--no-warnings',
    inRoot('electron/simulate-main.ts'),
    ...process.argv.slice(2),
  ]
  return runInTerminal(node, args, { cwd: callerDir, env: toolsEnv(node) })
})
