import { chmodSync, cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Manifest } from './manifest.ts'

/** The app in the bundle, and what starts it: on the system that it was packaged for. */

/** A packaged app: its folder, and the file in it that is run. */
export interface PackagedApp {
  readonly folder: string
  readonly executable: string
}

const NAME = 'customer-room'
/** As electron-builder calls its folders, and a trial's. */
const FOLDERS = [
  '.',
  'linux-unpacked',
  'win-unpacked',
  'mac',
  'mac-arm64',
  'trial-not-for-release/linux-unpacked',
]

/** In a folder that npm run dist made, or in the folder of the app itself. */
export function findApp(folder: string): PackagedApp | undefined {
  for (const inside of FOLDERS.map((name) => join(folder, name))) {
    const found = executableIn(inside)
    if (found !== undefined) return { folder: inside, executable: found }
  }
  return undefined
}

function executableIn(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined
  const app = readdirSync(folder).find((name) => name.endsWith('.app'))
  const names = [NAME, `${NAME}.exe`, ...(app === undefined ? [] : [join(app, 'Contents/MacOS', NAME)])]
  return names.find((name) =>
    existsSync(join(folder, 'resources')) || name.includes('.app') ? existsSync(join(folder, name)) : false,
  )
}

export function putApp({ folder, executable }: PackagedApp, out: string, { until }: Manifest): void {
  const app = join(out, 'app')
  cpSync(folder, app, { recursive: true, verbatimSymlinks: true })
  const inside = relative(out, join(app, executable))
  if (executable.endsWith('.exe')) {
    writeFileSync(join(out, 'start.cmd'), windowsStart(inside))
  } else {
    const name = executable.includes('.app/') ? 'start.command' : 'start.sh'
    writeFileSync(join(out, name), unixStart(inside))
    chmodSync(join(out, name), 0o755)
  }
  writeFileSync(join(out, 'READ ME.txt'), readMe(until))
}

/** Chromium refuses its sandbox to root. */
function unixStart(executable: string): string {
  return `#!/bin/sh
# Starts the booth from wherever this folder lies. Nothing is installed, and no network is needed.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || exit 1
if [ "$(id -u)" = 0 ]; then set -- --no-sandbox "$@"; fi
for each in "$@"; do
  if [ "$each" = -- ]; then exec "$here/${executable}" "$@" --bundle "$here/room"; fi
done
exec "$here/${executable}" "$@" -- --bundle "$here/room"
`
}

function windowsStart(executable: string): string {
  return `@echo off\r\nrem Starts the booth from wherever this folder lies. Nothing is installed, and no network is needed.\r\nstart "" "%~dp0${executable.replaceAll('/', '\\')}" -- --bundle "%~dp0room"\r\n`
}

function readMe(until: string): string {
  return `A Customer Room to take along, until ${until}.

Start it with the file "start" in this folder. It runs without a network and installs nothing.
What it remembers is in the folder "data" beside it, or, where nobody may write here, in a temporary folder.
After ${until} it shows nothing; ask whoever made it for a new one. If you are told that somebody in it does not want
to be shown any more, delete this folder, on every stick and machine that it was copied to.
`
}
