import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ensureFallback, fallbackSuits, fallbackVersion } from './electron-fallback.mjs'
import { inRoot, installedVersion, readJson, workDir } from './paths.mjs'
import { run } from './run.mjs'
import { SetupError, say, step } from './say.mjs'

/**
 * @typedef {object} Runtime
 * @property {string} dist the folder of the runtime
 * @property {string} executable
 * @property {string} version such as "45.4.1"
 * @property {boolean} fallback whether it is the older one, which never goes into the packaged product
 */

/** A download that brings nothing for this long is given up. */
const STALLED_MS = 30_000
/** After a failed download the older runtime is used for this long before the download is tried again. */
const RETRY_MS = 24 * 3600_000

const noteFile = () => inRoot('node_modules', '.customer-room-electron.json')

/**
 * Makes Electron available: the installed one, else its download, else the older one.
 * @param {string} node the Node that runs Electron's installer
 * @returns {Promise<Runtime>}
 */
export async function ensureElectron(node) {
  const version = installedVersion('electron') ?? ''
  const installed = installedRuntime(version)
  if (installed) return installed
  if (!failedLately(version)) {
    const failure = await download(node, version)
    if (failure === undefined) return /** @type {Runtime} */ (installedRuntime(version))
    if (!fallbackSuits())
      throw new SetupError(
        `Electron ${version} could not be downloaded: ${failure}\nCheck the network, then run the command again.`,
      )
  }
  const executable = await ensureFallback()
  writeFileSync(noteFile(), JSON.stringify({ version, failedAt: Date.now() }))
  say(
    `Electron ${version} could not be downloaded; the older ${fallbackVersion} is used instead, for running from source and for tests only.`,
  )
  return { dist: path.dirname(executable), executable, version: fallbackVersion, fallback: true }
}

/** @param {string} version @returns {Runtime | undefined} */
function installedRuntime(version) {
  const dist = inRoot('node_modules', 'electron', 'dist')
  const pathFile = inRoot('node_modules', 'electron', 'path.txt')
  if (readText(path.join(dist, 'version')).replace(/^v/, '') !== version || !existsSync(pathFile))
    return undefined
  const executable = path.join(dist, readText(pathFile))
  return existsSync(executable) ? { dist, executable, version, fallback: false } : undefined
}

/** @param {string} version */
function failedLately(version) {
  const note = readJson(noteFile())
  return note?.version === version && Date.now() - note.failedAt < RETRY_MS
}

/**
 * Runs Electron's own installer and gives up when nothing arrives any more.
 * @param {string} node
 * @param {string} version
 * @returns {Promise<string | undefined>} undefined on success, else the reason
 */
async function download(node, version) {
  const temp = workDir('download')
  const abort = new AbortController()
  try {
    const result = await step(`Downloading Electron ${version}`, async (update) => {
      const watch = watchSize(temp, update, () => abort.abort())
      const env = { ...process.env, TMPDIR: temp, TEMP: temp, TMP: temp }
      const ended = await run(node, [inRoot('node_modules', 'electron', 'install.js')], {
        env,
        signal: abort.signal,
      })
      clearInterval(watch)
      return ended
    })
    if (result.code === 0) return undefined
    return abort.signal.aborted ? 'nothing arrived any more' : (result.output.trim().split('\n')[0] ?? '')
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}

/**
 * @param {string} dir
 * @param {(detail: string) => void} update
 * @param {() => void} stalled
 */
function watchSize(dir, update, stalled) {
  let last = -1
  let changedAt = Date.now()
  return setInterval(() => {
    const size = sizeOf(dir)
    if (size !== last) changedAt = Date.now()
    else if (Date.now() - changedAt > STALLED_MS) stalled()
    last = size
    if (size > 0) update(`${Math.round(size / 1e6)} MB`)
  }, 1000)
}

/** Bytes below a folder that changes while it is read. @param {string} dir */
function sizeOf(dir) {
  mkdirSync(dir, { recursive: true })
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(path.join(dir, name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0)
}

/** @param {string} file */
function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
}
