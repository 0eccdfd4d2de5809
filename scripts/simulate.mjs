// npm run simulate -- DIR --from ISO --to ISO: plays a room without a wall, by the rules of the wall itself.

import { runTool } from './lib/tool.mjs'

await runTool('electron/simulate-main.ts')
