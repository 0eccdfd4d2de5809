// The library process as the app starts it, without the app around it. What it says is passed on as lines of JSON.
const { app, utilityProcess } = require('electron')

const { library, execArgv, open } = JSON.parse(process.env.LIBRARY_HOST ?? '{}')
/** @param {object} message */
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`)

app.whenReady().then(() => {
  const startedAt = Date.now()
  const child = utilityProcess.fork(library, [], { serviceName: 'library', stdio: 'ignore', execArgv })
  child.on('spawn', () => say({ type: 'started', at: startedAt, pid: child.pid }))
  child.on('message', (message) => say({ ...message, at: Date.now() }))
  child.on('exit', (code) => app.exit(code))
  child.postMessage({ type: 'open', options: open })
  process.stdin.on('data', () => child.postMessage({ type: 'close' }))
})
