import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import os from 'node:os'
import { createInterface } from 'node:readline'
import { root } from './paths.mjs'

/**
 * The switches that Chromium needs on this system.
 * @param {boolean} virtual whether the display is a virtual one
 */
export function hostSwitches(virtual) {
  const linux = process.platform === 'linux'
  return [
    // Chromium refuses to run its sandbox as root; an ordinary user keeps it.
    ...(linux && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // Without a GPU, painting in software is smoother than a GPU played by software.
    ...(linux && (virtual || !existsSync('/dev/dri')) ? ['--disable-gpu'] : []),
    // A wall runs for months: the sixth crash of the GPU process must not end it.
    '--disable-gpu-process-crash-limit',
  ]
}

/**
 * Runs the app from source until it ends; passes signals on to it.
 * @param {string} executable
 * @param {{switches: string[], args: string[], env: NodeJS.ProcessEnv}} launch
 * @returns {Promise<number>} the exit code of the app; 128 + the number of the signal that ended it
 */
export function launch(executable, { switches, args, env }) {
  // In a group of its own a Ctrl-C reaches the app once, through us; a second one would cut its goodbye short.
  const child = spawn(executable, [...switches, root, '--', ...args], {
    env,
    stdio: ['ignore', 'inherit', 'pipe'],
    detached: true,
  })
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  const pass = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal)
  for (const signal of signals) process.on(signal, pass)
  if (child.stderr) passOnWithoutNoise(child.stderr)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      for (const name of signals) process.off(name, pass)
      resolve(code ?? 128 + (signal ? os.constants.signals[signal] : 0))
    })
  })
}

/**
 * Complaints that a kiosk without a desktop session or a sound card always hears and that mean nothing to it, and one of
 * Chromium about its own messages, when a window was new and asked before it was answered.
 */
const NOISE =
  /ERROR:(?:dbus\/)?(?:bus|object_proxy)\.cc|Failed to connect to the bus|GLib-GObject-(?:CRITICAL|WARNING)|^ALSA lib |ERROR:alsa_util\.cc|ERROR:interface_endpoint_client\.cc|ERROR:ffmpeg_common\.cc/

/** @param {NodeJS.ReadableStream} stream */
function passOnWithoutNoise(stream) {
  let blank = false
  createInterface({ input: stream }).on('line', (line) => {
    // GLib puts an empty line before what it says.
    const hold = line === ''
    if (!hold && !NOISE.test(line)) process.stderr.write(`${blank ? '\n' : ''}${line}\n`)
    blank = hold
  })
}
