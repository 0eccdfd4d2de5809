import { realpathSync, type Stats } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import { watch as chokidarWatch } from 'chokidar'
import { isLitter, normalName } from './names.ts'

/** Quiet after the last change before the folder is looked at, ms, while much changes. */
const QUIET_MS = 100
/** After calm it is looked at sooner: the walk takes its time, and whether a file stands still is seen at its end. */
const FIRST_QUIET_MS = 40
/** Under steady change it is looked at all the same after this long, ms. */
const LONGEST_MS = 400
/** The watcher may miss a change (queues overflow); a look now and then misses none, ms. */
const SAFETY_NET_MS = 60_000
/** A share tells nothing of what other computers change, ms. */
const POLL_MS = 2_000

export interface WatchOptions {
  readonly folder: string
  readonly polling: boolean | undefined
  /** A file was seen to change: its path relative to the folder, and how it was then, where it still exists. */
  readonly onSeen: (path: string, stats: Stats | undefined) => void
  /** It is quiet after a change: time to look. */
  readonly onBell: () => void
}

/** Rings a bell when the folder has changed. What has changed is for the rescan to find out. */
export function watchFolder({ folder, polling, onSeen, onBell }: WatchOptions): { close(): Promise<void> } {
  const bell = makeBell(onBell)
  // The watcher does not follow links, and the folder itself may be one.
  const top = realPath(folder)
  const watcher = chokidarWatch(top, {
    ignoreInitial: true,
    alwaysStat: true,
    atomic: false,
    ignorePermissionErrors: true,
    // A link is read where it stands; what it leads to is nobody's to watch.
    followSymlinks: false,
    ignored: (path) => path !== top && isLitter(path.slice(path.lastIndexOf(sep) + 1)),
  })
  watcher.on('all', (_event, path, stats) => {
    onSeen(normalName(relative(top, path).replaceAll(sep, '/')), stats)
    bell.ring()
  })
  // Between the walk and the watch there was a moment that nobody saw.
  watcher.on('ready', onBell)
  let net = setInterval(onBell, SAFETY_NET_MS)
  const poll = (): void => {
    clearInterval(net)
    if (!watcher.closed) net = setInterval(onBell, POLL_MS)
  }
  // Too many folders to watch, or a file system that cannot be watched.
  watcher.on('error', poll)
  if (polling) poll()
  if (polling === undefined) void isNetworkFolder(folder).then((network) => network && poll())
  return {
    close: async () => {
      clearInterval(net)
      bell.stop()
      await watcher.close()
    },
  }
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    // Gone since it was walked; the next rescan will find that out.
    return folder
  }
}

function makeBell(onBell: () => void): { ring(): void; stop(): void } {
  let quiet: NodeJS.Timeout | undefined
  let longest: NodeJS.Timeout | undefined
  let soundedAt = Number.NEGATIVE_INFINITY
  const stop = (): void => {
    clearTimeout(quiet)
    clearTimeout(longest)
    longest = undefined
  }
  const sound = (): void => {
    stop()
    soundedAt = performance.now()
    onBell()
  }
  return {
    ring: () => {
      const isCalm = performance.now() - soundedAt > LONGEST_MS
      clearTimeout(quiet)
      quiet = setTimeout(sound, isCalm ? FIRST_QUIET_MS : QUIET_MS)
      longest ??= setTimeout(sound, LONGEST_MS)
    },
    stop,
  }
}

/** File system types of Linux that live on another computer, or behind a program (statfs(2)). */
const NETWORK_TYPES = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997, 0x5346414f, 0x786f4256,
])

async function isNetworkFolder(folder: string): Promise<boolean> {
  try {
    return process.platform === 'linux' && NETWORK_TYPES.has(Number((await statfs(folder)).type) >>> 0)
  } catch {
    // The folder has just gone; the rescan deals with that.
    return false
  }
}
