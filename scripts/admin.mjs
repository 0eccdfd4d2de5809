// npm run admin: the curator's window on a folder, without a wall.
import { startApp } from './lib/start-app.mjs'

await startApp(['--admin', ...process.argv.slice(2)])
