// Passes on what Electron writes, line by line; the address of its DevTools follows once a page has loaded there.
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

const POLL_MS = 20
/** How the titles of our pages begin. */
const TITLE = 'Customer Room'

for await (const line of createInterface({ input: process.stdin })) {
  const address = /^DevTools listening on ws:\/\/([^/]+)\//.exec(line)?.[1]
  if (address) void loaded(address).then(() => process.stderr.write(`${line}\n`))
  else process.stderr.write(`${line}\n`)
}
// Electron has ended: whoever still waits for its page waits in vain.
process.exit()

/** Waits for as long as the caller does: whoever waits for the line has a limit of its own. */
async function loaded(/** @type {string} */ address) {
  while (!(await hasPage(address))) await wait(POLL_MS)
}

async function hasPage(/** @type {string} */ address) {
  try {
    /** @type {{type: string, title: string}[]} */
    const targets = await (await fetch(`http://${address}/json/list`)).json()
    // The address is told from the first wish to go there; the title comes with the page itself.
    return targets.some(({ type, title }) => type === 'page' && title.startsWith(TITLE))
  } catch {
    // Electron has ended meanwhile, or its DevTools do not answer yet.
    return false
  }
}
