import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
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
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, signal?: AbortSignal}} [options] `show` passes the
 *   output on as it comes
 * @returns {Promise<Outcome>} never rejects: a program that cannot be started has code 127
 */
export function run(command, args, { cwd, env, show = false, signal } = {}) {
  return new Promise((resolve) => {
    const shell = process.platform === 'win32' && command.endsWith('.cmd')
    const child = spawn(command, args, { cwd, env, signal, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const [stream, target] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      stream.on('data', (chunk) => {
        output += chunk
        if (show) target.write(chunk)
      })
    }
    child.on('error', (error) => {
      output += `${error.message}\n`
      if (child.pid === undefined) resolve({ code: 127, output })
    })
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
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
