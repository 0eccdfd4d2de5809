// npm run bundle -- DIR --out FOLDER: a portable folder for a booth, with the app and what the public may see.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensurePackages, nodeForTools, toolsEnv } from './lib/packages.mjs'
import { callerDir, inRoot } from './lib/paths.mjs'
import { runInTerminal } from './lib/run.mjs'
import { progressToStderr, runScript } from './lib/say.mjs'

await runScript(async () => {
  progressToStderr()
  await ensurePackages()
  const node = nodeForTools()
  const args = process.argv.slice(2)
  const bundle = (/** @type {string[]} */ more) =>
    runInTerminal(
      node,
      ['--experimental-strip-types', '--no-warnings', inRoot('electron/bundle/main.ts'), ...args, ...more],
      { cwd: callerDir, env: toolsEnv(node) },
    )
  const hasApp = args.some((each) => each === '--app' || each.startsWith('--app='))
  // What is wrong with the options is told before minutes of packaging.
  if (hasApp || !args.some((each) => each.startsWith('--out')) || args.includes('--help')) return bundle([])
  const packaged = mkdtempSync(path.join(tmpdir(), 'customer-room-app-'))
  const remove = () => rmSync(packaged, { recursive: true, force: true })
  process.once('exit', remove)
  try {
    const packing = [inRoot('scripts/dist.mjs'), '--dir', '--output', packaged]
    const code = await runInTerminal(node, packing, { cwd: inRoot(), env: toolsEnv(node) })
    return code === 0 ? await bundle(['--app', packaged]) : code
  } finally {
    process.off('exit', remove)
    remove()
  }
})
