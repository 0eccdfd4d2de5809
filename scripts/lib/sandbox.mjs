import { statSync } from 'node:fs'
import path from 'node:path'
import { run } from './run.mjs'
import { SetupError } from './say.mjs'

/**
 * Chromium locks its pages into a sandbox of user namespaces. Some systems (Ubuntu from 23.10 on) keep these from
 * ordinary programs; then Electron ends at once, unless the helper beside it belongs to root.
 * @param {string} dist the folder of the runtime
 * @returns {Promise<void>} throws SetupError with what to type
 */
export async function ensureSandbox(dist) {
  // As root there is no sandbox, whatever the system allows (see hostSwitches).
  if (process.platform !== 'linux' || process.getuid?.() === 0) return
  const helper = path.join(dist, 'chrome-sandbox')
  const stats = statSync(helper, { throwIfNoEntry: false })
  if (stats?.uid === 0 && (stats.mode & 0o4755) === 0o4755) return
  const { code } = await run('unshare', ['--user', '--map-root-user', 'true'])
  // 127: the system has no such command to ask with; then Electron itself has to tell.
  if (code === 0 || code === 127) return
  throw new SetupError(
    `This system keeps ordinary programs from making a sandbox, and the wall does not run without one. Type this once, then run the command again:\n\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n`,
  )
}
