import { runSimulate } from './simulate.ts'

/** Entry of npm run simulate. Decoders say on the console what is wrong with a file; standard output is the result alone. */
console.log = console.error
try {
  process.exitCode = await runSimulate(process.argv.slice(2), process.cwd())
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
