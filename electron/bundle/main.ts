import { runBundle } from './bundle.ts'

/** Entry of npm run bundle. Decoders say on the console what is wrong with a file; standard output is the result alone. */
console.log = console.error
process.exitCode = await runBundle(process.argv.slice(2), process.cwd())
