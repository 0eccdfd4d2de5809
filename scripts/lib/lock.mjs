import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { cacheDir, workshop } from './paths.mjs'
import { say } from './say.mjs'

/**
 * Runs `work` while no other set-up of this user runs. Waits for the other one as long as it lives. The lock saves
 * double work; what keeps the cache whole is that everything is made aside and renamed at the end.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(work) {
  const file = path.join(cacheDir(), 'setup.lock')
  for (let told = false; !take(file); ) {
    if (!told) say('Another start is setting up; waiting for it.')
    told = true
    await sleep(500)
  }
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    // What an interrupted set-up left behind.
    rmSync(workshop(), { recursive: true, force: true })
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    if (!isLeftOver(file)) return false
    rmSync(file, { force: true })
    return take(file)
  }
}

/** Whether the process that holds the lock is gone. @param {string} file */
function isLeftOver(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    // Empty: it is being written just now, unless that was long ago.
    return pid ? !isAlive(pid) : Date.now() - statSync(file).mtimeMs > 10_000
  } catch {
    return false
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
