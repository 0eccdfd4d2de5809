// npm start: from a fresh clone to the wall.
import { startApp } from './lib/start-app.mjs'

await startApp(process.argv.slice(2))
