import { spawn } from 'node:child_process'
import { SetupError } from './say.mjs'

/**
 * @typedef {object} Display
 * @property {string} name for the variable DISPLAY
 * @property {() => void} close
 */

/** Whether windows would have nowhere to open. */
export function displayIsMissing() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
}

/**
 * Opens a virtual display of its own number. To change resolution open it large, then add smaller modes with xrandr.
 * @param {{size?: string, closeWithLast?: boolean}} [options] `size` such as "1920x1080" (px); `closeWithLast` ends it
 *   with the last window, so that nothing is left over even if this process is killed
 * @returns {Promise<Display>}
 */
export function openDisplay({ size = '1920x1080', closeWithLast = false } = {}) {
  return new Promise((resolve, reject) => {
    const args = [
      '-displayfd',
      '3',
      '-screen',
      '0',
      `${size}x24`,
      '-nolisten',
      'tcp',
      closeWithLast ? '-terminate' : '-noreset',
    ]
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true })
    const close = () => void server.kill()
    process.once('exit', close)
    server.once('error', () => reject(new SetupError('The virtual display (Xvfb) could not be started.')))
    server.once('exit', () => {
      process.off('exit', close)
      reject(new SetupError('The virtual display (Xvfb) ended before it was ready.'))
    })
    // The server writes its number once it accepts windows.
    server.stdio[3]?.once('data', (number) => {
      server.unref()
      const pipe = /** @type {import('node:net').Socket} */ (server.stdio[3])
      pipe.unref()
      resolve({ name: `:${String(number).trim()}`, close })
    })
  })
}
