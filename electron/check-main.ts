import { runCheck } from './check.ts'

/** Entry of npm run check. */
try {
  process.exitCode = await runCheck(process.argv.slice(2), process.cwd())
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
