import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/** Where the user stands: npm changes into the project folder first and keeps the old one in INIT_CWD. */
export const callerDir = process.env.INIT_CWD ?? process.cwd()

/** A path below the project folder. @param {...string} parts */
export function inRoot(...parts) {
  return path.join(root, ...parts)
}

/**
 * The folder for what is expensive to make and worth keeping between checkouts. It can be deleted at any time.
 * Created when missing.
 */
export function cacheDir() {
  const base = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache')
  const dir = path.join(base, 'customer-room')
  mkdirSync(dir, { recursive: true })
  return dir
}

/** Where things are made before they are renamed to their place. Cleared by whoever takes the lock. */
export function workshop() {
  return path.join(cacheDir(), 'unfinished')
}

/** A new empty folder in the workshop; only for who holds the lock. @param {string} name */
export function workDir(name) {
  mkdirSync(workshop(), { recursive: true })
  return mkdtempSync(path.join(workshop(), `${name}-`))
}

/**
 * Reads a JSON file; undefined where it is missing or half-written.
 * @param {string} file
 * @returns {any}
 */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** The version of an installed package, or undefined. @param {string} name @returns {string | undefined} */
export function installedVersion(name) {
  return readJson(inRoot('node_modules', name, 'package.json'))?.version
}
