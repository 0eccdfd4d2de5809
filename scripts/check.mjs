// npm run check -- DIR: reads a room without a wall, and tells what is wrong with it.

import { runTool } from './lib/tool.mjs'

await runTool('electron/check-main.ts')
