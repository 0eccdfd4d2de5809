import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Where index, records and cache are kept where nobody names another folder with --data. */

export const NAME = 'Customer Room'

/** The same folder that Electron calls `userData`: for whoever asks without Electron. */
export function userDataDir(platform = process.platform, env = process.env, home = os.homedir()): string {
  if (platform === 'darwin') return path.join(home, 'Library/Application Support', NAME)
  if (platform === 'win32') return path.join(env['APPDATA'] ?? path.join(home, 'AppData/Roaming'), NAME)
  return path.join(env['XDG_CONFIG_HOME'] || path.join(home, '.config'), NAME)
}

/** Admin without a wall has a data folder for each content folder: rooms do not mix, and a wall may run beside it. */
export function adminDataDir(userData: string, folder: string): string {
  const whole = realOrWritten(folder)
  const key = createHash('sha256').update(whole).digest('hex').slice(0, 8)
  const name = path
    .basename(whole)
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, 40)
  return path.join(userData, 'admin', `${name}-${key}`)
}

/** A folder that is reached by two ways is one folder; one that is out of reach is known by its name. */
function realOrWritten(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return path.resolve(folder)
  }
}
