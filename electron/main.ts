import { randomInt } from 'node:crypto'
import { accessSync, constants, mkdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { app, type BrowserWindow, utilityProcess } from 'electron'
import { changeAdmin } from './admin/change-handlers.ts'
import { BUILT_AT } from './built-at.ts'
import { systemClock as clock } from './clock.ts'
import { createHost, type Host } from './host.ts'
import { type ContractServer, serveContract } from './ipc.ts'
import { openIndexReader } from './library/index-reader.ts'
import type { LibraryOptions } from './library/protocol.ts'
import { deleteSearch } from './library/search-file.ts'
import { deleteIndex } from './library/store.ts'
import { LIBRARY_ARGUMENTS, type LibraryLink, superviseLibrary } from './library-link.ts'
import { registerProtocols, serveProtocols } from './media.ts'
import { helpText, ownArguments, parseOptions } from './options.mjs'
import { FromTheFuture } from './records/migrations.ts'
import { openRecords } from './records/open-records.ts'
import type { Records } from './records/records.ts'
import { sturdyRecords } from './records/sturdy-records.ts'
import { takeShots } from './shots.ts'
import { folderTrouble, makeStatus, onceEach } from './status.ts'
import { lockDown } from './windows/lockdown.ts'
import { machineFacts } from './windows/machine.ts'
import { followDisplays, keepDisplayAwake } from './windows/power.ts'
import { keepWallOpen, type Recovery } from './windows/recovery.ts'
import { relaunchArguments, takeRelaunches } from './windows/relaunch.ts'
import { setSwitches } from './windows/switches.ts'
import { measureWall } from './windows/wall-size.ts'
import { loadWall, makeWallWindow, PAPER, pictureOf } from './windows/wall-window.ts'

/** The composition root: nothing else wires parts together. */

interface Settings {
  readonly folder: string
  readonly dataDir: string
  readonly screen: string
  readonly windowed: boolean
  readonly shots?: string | undefined
  readonly exitAfterMs?: number | undefined
}

/** The parts that others are wired to. */
interface Room {
  readonly settings: Settings
  readonly records: Records
  readonly host: Host
  readonly server: ContractServer
}

/** Wrong use of the options. */
const EXIT_USAGE = 2
const DAY_MS = 24 * 3_600_000
const NAME = 'Customer Room'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = onceEach((line) => void process.stderr.write(`${line}\n`))
let isQuitting = false
/** What follows the end: a new start, where that is what quitting is for; whoever asks for an end meanwhile wins. */
let startAgain = (): void => undefined
/** Replaced once there is something to close. */
let closeAll = async (): Promise<void> => undefined
let noteDefect = (_told: string): void => undefined

main()

function main(): void {
  const { argv } = takeRelaunches(process.argv)
  const parsed = parseOptions(ownArguments(argv, process.defaultApp === true))
  if (!parsed.ok) return refuse(EXIT_USAGE, parsed.message)
  const { options } = parsed
  if (options.help) {
    say(helpText())
    return app.exit(0)
  }
  app.setName(NAME)
  begin({
    folder: path.resolve(
      options.content ?? path.join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'content'),
    ),
    dataDir: path.resolve(options.data ?? app.getPath('userData')),
    screen: options.screen ?? 'default',
    windowed: options.windowed,
    shots: options.shots === undefined ? undefined : path.resolve(options.shots),
    exitAfterMs: options.exitAfter === undefined ? undefined : options.exitAfter * 1000,
  })
}

/** What must be decided before Chromium is ready. */
function begin(settings: Settings): void {
  const { dataDir } = settings
  try {
    mkdirSync(path.join(dataDir, 'chromium'), { recursive: true })
    accessSync(dataDir, constants.W_OK)
  } catch (error) {
    return refuse(
      1,
      `The data folder ${dataDir} cannot be used: ${messageOf(error)}. Name another with --data.`,
    )
  }
  // The lock is one per user-data folder: several walls may run on one machine, each with its own --data.
  app.setPath('userData', dataDir)
  app.setPath('sessionData', path.join(dataDir, 'chromium'))
  if (!app.requestSingleInstanceLock()) {
    return refuse(
      1,
      `A wall already runs with the data folder ${dataDir}. End it first, or give this one a folder of its own with --data.`,
    )
  }
  setSwitches()
  lockDown()
  registerProtocols()
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      startAgain = () => undefined
      void quit(0)
    })
  }
  app
    .whenReady()
    .then(() => openRoom(settings))
    .catch(fail)
}

function openRoom(settings: Settings): void {
  const { folder, dataDir } = settings
  const records = sturdyRecords(openRecords(path.join(dataDir, 'room.db'), clock.now()), complain)
  records.note(clock.now(), 'started', `${NAME} ${app.getVersion()}, Electron ${process.versions.electron}`)
  noteDefect = (told) => records.note(clock.now(), 'defect', told)
  forgetOtherFolder(settings, records)
  const status = makeStatus({ say, list: path.join(dataDir, 'problems.txt') })
  const wall = measureWall({ windowed: settings.windowed, name: settings.screen })
  const libraryOptions = (): LibraryOptions => ({ folder, dataDir, wall: wall.latest(), wallPx: wall.px() })
  const host = createHost({
    openIndex: () => openIndexReader(dataDir),
    records,
    clock,
    screen: settings.screen,
    folder,
    dataDir,
    machine: machineFacts,
    wall: wall.size,
    newSeed: () => randomInt(2 ** 31),
    builtAt: BUILT_AT,
    writing: changeAdmin({ folder, dataDir, now: clock.now }),
    onSnapshot(snapshot) {
      server.send(snapshot)
      status.tell(snapshot, host.counts())
      library.open(libraryOptions())
    },
    onPainted(play) {
      recovery.painted()
      void shoot?.(play)
    },
    onAlive: () => recovery.alive(),
    onUnpainted: () => recovery.unpainted(),
  })
  // Protocols and handlers stand before any window opens: a window asks as soon as its script runs.
  serveProtocols(path.join(app.getAppPath(), 'dist/renderer'), host.mayServe)
  const server = serveContract(host.handlers)
  const room: Room = { settings, records, host, server }
  const library = openLibrary(room, libraryOptions())
  const recovery = openWall(room)
  const shoot = settings.shots === undefined ? undefined : shotsOf(settings.shots, room, recovery)
  closeAll = async () => {
    recovery.close()
    host.close()
    // What the library says until its end is still written down.
    await library.close()
    records.note(clock.now(), 'ended', 'as asked')
    records.close()
  }
  app.on('before-quit', (event) => {
    event.preventDefault()
    void quit(0)
  })
  const trouble = folderTrouble(folder)
  if (trouble) complain(trouble)
  status.tell(host.handlers.snapshot(), host.counts())
  if (settings.exitAfterMs !== undefined) clock.after(settings.exitAfterMs, () => void quit(0))
}

/** An index that was made from another folder would show another room until it is read anew; it is derived, so it may go. */
function forgetOtherFolder({ folder, dataDir }: Settings, records: Records): void {
  if (records.folder() === folder) return
  deleteIndex(dataDir)
  deleteSearch(dataDir)
  records.setFolder(folder)
}

/** Forks the library process and passes on what it says. */
function openLibrary({ records, host }: Room, options: LibraryOptions): LibraryLink {
  return superviseLibrary({
    fork: () =>
      utilityProcess.fork(path.join(app.getAppPath(), 'dist/electron/library.cjs'), [], {
        serviceName: 'library',
        stdio: 'pipe',
        execArgv: LIBRARY_ARGUMENTS,
      }),
    options,
    clock,
    onLine: (line) => void process.stderr.write(`library: ${line}\n`),
    onRestart(detail) {
      if (isQuitting) return
      records.note(clock.now(), 'library-restarted', detail)
      complain(`The library process ended by itself. ${detail}`)
    },
    onMessage(message) {
      switch (message.type) {
        case 'revision':
          return host.indexChanged()
        case 'progress':
          return host.libraryReads()
        case 'folder':
          return host.folderReachable(message.reachable)
        case 'trouble':
          records.note(clock.now(), 'library-trouble', message.message)
          return complain(message.message)
      }
    },
  })
}

/** Opens the wall and keeps it open. */
function openWall({ settings, records, host, server }: Room): Recovery {
  const recovery = keepWallOpen({
    clock,
    records,
    // A machine that is never switched off forgives after a day.
    bootedAt: clock.now() - Math.min(os.uptime() * 1000, DAY_MS),
    open: () => openWindow(settings, host, server),
    onLost: host.wallLost,
    say,
    relaunches: takeRelaunches(process.argv).relaunches,
    relaunch(relaunches) {
      if (!isQuitting) startAgain = () => app.relaunch({ args: relaunchArguments(process.argv, relaunches) })
      void quit(0)
    },
  })
  keepDisplayAwake()
  followDisplays(recovery.window)
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (type === 'GPU')
      records.note(clock.now(), 'gpu-gone', `It ended (${reason}); Chromium starts it again.`)
  })
  return recovery
}

function openWindow({ windowed }: Settings, host: Host, server: ContractServer): BrowserWindow {
  const { theme } = host.handlers.snapshot().screen
  const window = makeWallWindow({
    windowed,
    preload: path.join(app.getAppPath(), 'dist/electron/preload.cjs'),
    paper: PAPER[theme],
    title: NAME,
  })
  server.trust(window.webContents, 'wall')
  // A window on a desk may be closed, and that ends the app; a wall may not be.
  window.on('close', (event) => {
    event.preventDefault()
    if (windowed) void quit(0)
  })
  loadWall(window)
  return window
}

function shotsOf(dir: string, { host }: Room, recovery: Recovery): ReturnType<typeof takeShots> {
  return takeShots({
    dir,
    capture: () => pictureOf(recovery.window()),
    current() {
      const { wall } = host.handlers.snapshot()
      return wall.type === 'play' ? wall.play.playId : undefined
    },
    say: complain,
  })
}

/** Closes everything, once, and leaves. */
async function quit(code: number): Promise<void> {
  if (isQuitting) return
  isQuitting = true
  try {
    await closeAll()
  } finally {
    startAgain()
    app.exit(code)
  }
}

/** A defect of ours. Electron would open a dialog and hang; whoever keeps the service running starts us again. */
function fail(error: unknown): void {
  if (error instanceof FromTheFuture) return refuse(1, error.message)
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${told}\n`)
  isQuitting = true
  noteDefect(told)
  app.exit(1)
}

function refuse(code: number, message: string): void {
  process.stderr.write(`${message}\n`)
  app.exit(code)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
