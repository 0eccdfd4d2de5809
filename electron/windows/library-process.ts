import path from 'node:path'
import { app, utilityProcess } from 'electron'
import type { Clock } from '../clock.ts'
import type { Host } from '../host-parts.ts'
import type { LibraryOptions } from '../library/protocol.ts'
import { LIBRARY_ARGUMENTS, type LibraryLink, superviseLibrary } from '../library-link.ts'
import type { Records } from '../records/records.ts'

export interface LibraryParts {
  readonly options: LibraryOptions
  readonly clock: Clock
  readonly records: Records
  readonly host: Host
  readonly complain: (line: string) => void
  /** What ends with the app is not to be told. */
  readonly isQuitting: () => boolean
}

/** Forks the library process and passes on what it says. */
export function openLibrary({
  options,
  clock,
  records,
  host,
  complain,
  isQuitting,
}: LibraryParts): LibraryLink {
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
      if (isQuitting()) return
      records.note(clock.now(), 'library-restarted', detail)
      complain(`The library process ended by itself. ${detail}`)
    },
    onMessage(message) {
      switch (message.type) {
        case 'revision':
          return host.indexChanged()
        case 'progress':
          return host.libraryReads(message)
        case 'rest':
          return host.libraryRests(message.left)
        case 'folder':
          return host.folderReachable(message.reachable)
        case 'trouble':
          records.note(clock.now(), 'library-trouble', message.message)
          return complain(message.message)
      }
    },
  })
}
