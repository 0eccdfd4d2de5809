import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 1 when a signal ended it
 * @property {string} output standard output and error, in the order they came
 */

/**
 * Runs a program to its end and keeps what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, show?: (text: string) => string, signal?: AbortSignal}} [options] `show`
 *   says what of the output is passed on as it comes
 * @returns {Promise<Outcome>} never rejects: a program that cannot be started has code 127
 */
export function run(command, args, { cwd, env, show, signal } = {}) {
  return new Promise((resolve) => {
    const shell = process.platform === 'win32' && command.endsWith('.cmd')
    const child = spawn(command, args, { cwd, env, signal, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    keep(child)
    let output = ''
    for (const [stream, target] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      // Decoded as a stream: a letter of several bytes may come in two pieces.
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text
        if (show) target.write(show(text))
      })
    }
    child.on('error', (error) => {
      output += `${error.message}\n`
      if (child.pid === undefined) resolve({ code: 127, output })
    })
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
/** Programs that were asked to end are given this long, ms. */
const PATIENCE_MS = 2000

/**
 * A set-up that is broken off ends only after its programs: npm goes on for a while to take back what it did, and would
 * take it from under the next start.
 * @param {import('node:child_process').ChildProcess} child
 */
function keep(child) {
  if (running.size === 0) for (const signal of SIGNALS) process.on(signal, breakOff)
  running.add(child)
  const forget = () => {
    running.delete(child)
    if (running.size === 0) for (const signal of SIGNALS) process.off(signal, breakOff)
  }
  child.once('close', forget)
  child.once('error', forget)
}

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** @param {NodeJS.Signals} signal */
async function breakOff(signal) {
  const ended = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)))
  for (const child of running) child.kill(signal)
  setTimeout(() => {
    for (const child of running) child.kill('SIGKILL')
  }, PATIENCE_MS)
  await Promise.all(ended)
  process.exit(128 + os.constants.signals[signal])
}

/**
 * Runs a program that has the terminal to itself, to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it, 127 when it cannot be started
 */
export function runInTerminal(command, args, { cwd, env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' })
    child.on('error', () => resolve(127))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** Whether a program can be called by its name alone. @param {string} name */
export function onPath(name) {
  return (process.env.PATH ?? '').split(path.delimiter).some((dir) => {
    try {
      accessSync(path.join(dir, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** The standard output of a short command, or undefined when it failed. @param {string} command @param {string[]} args */
export function outputOf(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8' })
  return result.status === 0 ? result.stdout : undefined
}
