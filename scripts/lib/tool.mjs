// A tool that reads a room without a wall, by the code of the wall itself. No build: a hook must not wait for one.

import { ensurePackages, nodeForTools, toolsEnv } from './packages.mjs'
import { callerDir, inRoot } from './paths.mjs'
import { runInTerminal } from './run.mjs'
import { progressToStderr, runScript } from './say.mjs'

/**
 * Runs a TypeScript file of the product with the arguments of this script. What is told on standard output is the result
 * alone: another program may read it.
 * @param {string} main
 */
export async function runTool(main) {
  await runScript(async () => {
    progressToStderr()
    await ensurePackages()
    const node = nodeForTools()
    const args = ['--experimental-strip-types', '--no-warnings', inRoot(main), ...process.argv.slice(2)]
    return runInTerminal(node, args, { cwd: callerDir, env: toolsEnv(node) })
  })
}
