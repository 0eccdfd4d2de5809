import { randomInt } from 'node:crypto'
import { accessSync, constants, mkdirSync } from 'node:fs'
import path from 'node:path'
import { app, type BrowserWindow, session } from 'electron'
import { changeAdmin } from './admin/change-handlers.ts'
import { type AdminLock, makeLock, NO_LOCK } from './admin/lock.ts'
import { askAndSetPin } from './admin/set-pin.ts'
import { BUILT_AT } from './built-at.ts'
import { BadBundle } from './bundle/manifest.ts'
import { type OpenBundle, openBundle } from './bundle/open-bundle.ts'
import { openCalibration } from './chair/calibration-file.ts'
import { systemClock as clock } from './clock.ts'
import { NAME } from './data-dir.ts'
import { createHost } from './host.ts'
import type { Host } from './host-parts.ts'
import { type ContractServer, serveContract } from './ipc.ts'
import { openIndexReader } from './library/index-reader.ts'
import { forgetOtherFolder } from './library/other-folder.ts'
import type { LibraryOptions } from './library/protocol.ts'
import type { LibraryLink } from './library-link.ts'
import { registerProtocols, serveProtocols } from './media.ts'
import { FromTheFuture } from './records/migrations.ts'
import { openRecords } from './records/open-records.ts'
import type { Records } from './records/records.ts'
import { sturdyRecords } from './records/sturdy-records.ts'
import { folderTrouble, makeStatus, onceEach } from './status.ts'
import { type AdminDesk, makeDesk } from './windows/admin-desk.ts'
import { adminSession } from './windows/admin-window.ts'
import { fileCalls } from './windows/file-calls.ts'
import { openLibrary } from './windows/library-process.ts'
import { lockDown } from './windows/lockdown.ts'
import { machineFacts } from './windows/machine.ts'
import { openWall, takeWallShots } from './windows/open-wall.ts'
import { receiptPaper, receiptSession } from './windows/receipt-window.ts'
import type { Recovery } from './windows/recovery.ts'
import { relaunchArguments } from './windows/relaunch.ts'
import { readStart, type Settings } from './windows/settings.ts'
import { setSwitches } from './windows/switches.ts'
import { wallPicture } from './windows/wall-picture.ts'
import { measureWall } from './windows/wall-size.ts'

/** The composition root: nothing else wires parts together. */

/** The parts that others are wired to. */
interface Room {
  readonly settings: Settings
  readonly records: Records
  readonly host: Host
  readonly server: ContractServer
  readonly lock: AdminLock
}

/** A bundle is read as it was made; nothing in it is withheld, so there is nothing to look at. */
const NO_LIBRARY: LibraryLink = {
  open: () => undefined,
  stop: () => undefined,
  goOn: () => undefined,
  close: async () => undefined,
  peek: async () => ({
    ok: false,
    message: 'There is no content folder here.',
    hint: 'Look at it in the room that the bundle was made from.',
  }),
}
/** Wrong use of the options. */
const EXIT_USAGE = 2
const MINUTE_MS = 60_000

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
  app.setName(NAME)
  const start = readStart(process.argv)
  switch (start.type) {
    case 'refuse':
      return refuse(EXIT_USAGE, start.message)
    case 'help':
      say(start.text)
      return app.exit(0)
    case 'set-pin':
      return void askForPin(start.dataDir)
    case 'open':
      return begin(start.settings)
  }
}

async function askForPin(dataDir: string): Promise<void> {
  const terminal = { input: process.stdin, output: process.stdout }
  try {
    app.exit(await askAndSetPin(dataDir, terminal))
  } catch (error) {
    refuse(1, `The PIN could not be set: ${messageOf(error)}`)
  }
}

/** What must be decided before Chromium is ready. */
function begin(settings: Settings): void {
  const { dataDir } = settings
  let bundle: OpenBundle | undefined
  try {
    bundle = settings.isBundle ? openBundle(settings.folder) : undefined
  } catch (error) {
    if (error instanceof BadBundle) return refuse(1, error.message)
    throw error
  }
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
      `${settings.admin ? 'The window of this room is open already' : 'A wall already runs'} with the data folder ${dataDir}. End it first, or give this one a folder of its own with --data.`,
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
    .then(() => openRoom(settings, bundle))
    .catch(fail)
}

function openRoom(settings: Settings, bundle: OpenBundle | undefined): void {
  const { folder, dataDir, admin } = settings
  const records = sturdyRecords(openRecords(path.join(dataDir, 'room.db'), clock.now()), complain)
  records.note(clock.now(), 'started', `${NAME} ${app.getVersion()}, Electron ${process.versions.electron}`)
  noteDefect = (told) => records.note(clock.now(), 'defect', told)
  if (!bundle) forgetOtherFolder(dataDir, folder, records)
  const status = makeStatus({ say, list: path.join(dataDir, 'problems.txt') })
  const calibration = openCalibration(dataDir, settings.screen)
  const wall = measureWall({
    windowed: settings.windowed,
    name: settings.screen,
    calibration: calibration.latest,
  })
  const libraryOptions = (): LibraryOptions => ({ folder, dataDir, wall: wall.latest(), wallPx: wall.px() })
  const receipts = receiptPaper({
    preload: path.join(app.getAppPath(), 'dist/electron/preload.cjs'),
    clock,
    server: () => server,
  })
  const host = createHost({
    openIndex: bundle?.openIndex ?? (() => openIndexReader(dataDir)),
    records,
    clock,
    screen: settings.screen,
    folder,
    dataDir,
    machine: machineFacts,
    calibration,
    wall: wall.size,
    newSeed: () => randomInt(2 ** 31),
    hasWall: !admin,
    picture: (wanted) => wallPicture(recovery?.window(), wanted),
    peek: (file) => library.peek(file),
    reading: { stop: () => library.stop(), goOn: () => library.goOn() },
    builtAt: Math.max(BUILT_AT ?? 0, bundle?.madeAt ?? 0) || undefined,
    writing: bundle ? undefined : changeAdmin({ folder, dataDir, clock }),
    paper: receipts.paper,
    onSnapshot(snapshot, only) {
      server.send(snapshot, only)
      if (only) return
      status.tell(snapshot, host.counts())
      library.open(libraryOptions())
    },
    onPainted(play) {
      recovery?.painted()
      void shoot?.(play)
    },
    onAlive: () => recovery?.alive(),
    onUnpainted: () => recovery?.unpainted(),
  })
  const lock = admin
    ? NO_LOCK
    : makeLock({
        dataDir,
        clock,
        idleMs: () => host.admin().lock_minutes * MINUTE_MS,
        onLock: () => desk.reload(),
        note: (what, detail) => records.note(clock.now(), what, detail),
      })
  // Protocols and handlers stand before any window opens: a window asks as soon as its script runs.
  const sessions = [session.defaultSession, adminSession(), receiptSession()]
  serveProtocols(path.join(app.getAppPath(), 'dist/renderer'), host.mayServe, sessions)
  const server = serveContract(
    {
      ...host.handlers,
      ...fileCalls({ window: () => desk.window(), folder, isAskedFor: host.isAskedFor }),
      ...receipts.calls,
      unlock: lock.unlock,
      lock: lock.lock,
    },
    lock.isLocked,
  )
  const room: Room = { settings, records, host, server, lock }
  // A bundle is read as it was made: nobody watches it, and nothing is derived.
  const library = bundle
    ? NO_LIBRARY
    : openLibrary({
        options: libraryOptions(),
        clock,
        records,
        host,
        complain,
        isQuitting: () => isQuitting,
      })
  let recovery: Recovery | undefined
  const desk = openDesk(room, () => recovery?.window())
  if (admin) desk.open()
  else recovery = hangWall(room, desk)
  const shoot =
    recovery && settings.shots !== undefined
      ? takeWallShots(settings.shots, host, recovery, complain)
      : undefined
  closeAll = async () => {
    recovery?.close()
    lock.close()
    await host.close()
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

/** The curator's window: on a desk it is the app, on a wall's machine it is opened by its keys. */
function openDesk(
  { settings, records, server, lock }: Room,
  wall: () => BrowserWindow | undefined,
): AdminDesk {
  if (settings.admin)
    say(`The folder is ${settings.folder}. What is derived from it is kept in ${settings.dataDir}.`)
  return makeDesk({
    clock,
    lock,
    server,
    wall,
    preload: path.join(app.getAppPath(), 'dist/electron/preload-admin.cjs'),
    title: `${NAME}: ${settings.folder}`,
    note: (what, detail) => records.note(clock.now(), what, detail),
    onClosed() {
      if (settings.admin) void quit(0)
    },
  })
}

function hangWall({ settings, records, host, server, lock }: Room, desk: AdminDesk): Recovery {
  return openWall({
    windowed: settings.windowed,
    preload: path.join(app.getAppPath(), 'dist/electron/preload.cjs'),
    title: NAME,
    clock,
    records,
    host,
    server,
    say,
    relaunch(relaunches) {
      if (!isQuitting) startAgain = () => app.relaunch({ args: relaunchArguments(process.argv, relaunches) })
      void quit(0)
    },
    onClose: () => void quit(0),
    onAdminKeys() {
      if (!host.admin().shortcut) return
      if (lock.view().state === 'no-pin')
        complain(`Nobody has set a PIN here. To set one: ${setPinCommand(settings.dataDir)}`)
      desk.open()
    },
  })
}

function setPinCommand(dataDir: string): string {
  return `npm run admin -- --set-pin --data ${JSON.stringify(dataDir)}`
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
