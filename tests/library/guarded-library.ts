import { startGuard } from '../../electron/library/guard.ts'
import { openLibrary } from '../../electron/library/library.ts'
import type { ToLibrary } from '../../electron/library/protocol.ts'

/** The library process with limits that a test can wait for: `fileMs` and `memoryMb` come from the command line. */
const [fileMs = '', memoryMb = ''] = process.argv.slice(2)
const guard = startGuard({
  fileMs: Number(fileMs),
  msPerMb: 0,
  mostMs: Math.max(50_000, Number(fileMs)),
  memoryMb: Number(memoryMb),
})

process.on('message', (message: ToLibrary) => {
  if (message.type === 'close') process.exit(0)
  if (message.type === 'open') openLibrary(message.options, (report) => process.send?.(report), guard)
})
process.on('disconnect', () => process.exit(0))
