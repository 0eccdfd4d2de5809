import { askAndSetPin } from './admin/set-pin.ts'
import { userDataDir } from './data-dir.ts'

/** Entry of npm run admin -- --set-pin; its only argument is the wall's data folder, where that is not the usual one. */
try {
  process.exitCode = await askAndSetPin(process.argv[2] ?? userDataDir(), {
    input: process.stdin,
    output: process.stdout,
  })
} catch (error) {
  process.stderr.write(`The PIN could not be set: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
