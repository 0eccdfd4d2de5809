import path from 'node:path'
import { app } from 'electron'
import { bundleDataDir } from '../bundle/open-bundle.ts'
import { adminDataDir } from '../data-dir.ts'
import { helpText, ownArguments, parseOptions } from '../options.mjs'
import { takeRelaunches } from './relaunch.ts'

/** What this start of the app is to be, all folders absolute. */
export interface Settings {
  readonly folder: string
  /** It is the sealed room of a bundle: read, and no library is started. */
  readonly isBundle: boolean
  readonly dataDir: string
  readonly screen: string
  readonly windowed: boolean
  readonly shots?: string | undefined
  readonly exitAfterMs?: number | undefined
  /** The curator's window and no wall. */
  readonly admin: boolean
}

export type Start =
  | { readonly type: 'open'; readonly settings: Settings }
  | { readonly type: 'help'; readonly text: string }
  | { readonly type: 'set-pin'; readonly dataDir: string }
  /** Wrong use. */
  | { readonly type: 'refuse'; readonly message: string }

/** Reads the command line; the app must have its name by then, since its data folder is called after it. */
export function readStart(argv: readonly string[]): Start {
  const parsed = parseOptions(ownArguments(takeRelaunches(argv).argv, process.defaultApp === true))
  if (!parsed.ok) return { type: 'refuse', message: parsed.message }
  const {
    admin,
    content,
    bundle,
    data,
    help,
    screen = 'default',
    windowed,
    shots,
    exitAfter,
    setPin,
  } = parsed.options
  if (help) return { type: 'help', text: helpText(admin ? 'admin' : 'wall') }
  const userData = app.getPath('userData')
  if (setPin) return { type: 'set-pin', dataDir: path.resolve(data ?? userData) }
  const beside = app.isPackaged ? process.resourcesPath : app.getAppPath()
  const folder = path.resolve(bundle ?? content ?? path.join(beside, 'content'))
  const usual = admin ? adminDataDir(userData, folder) : userData
  const dataDir = path.resolve(data ?? (bundle === undefined ? usual : bundleDataDir(folder)))
  return {
    type: 'open',
    settings: {
      folder,
      isBundle: bundle !== undefined,
      dataDir,
      screen,
      windowed,
      admin,
      shots: shots === undefined ? undefined : path.resolve(shots),
      exitAfterMs: exitAfter === undefined ? undefined : exitAfter * 1000,
    },
  }
}
