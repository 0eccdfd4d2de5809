import { createRoot } from 'react-dom/client'
import type { Bridge } from '../core/contract.ts'
import '../ui/tokens.css'
import '../ui/slide.css'
import './wall.css'
import { follow } from './mirror.ts'
import { Wall } from './Wall.tsx'

/** The host asks nothing and listens: a main thread that hangs sends no sign of life. */
const ALIVE_MS = 400

function start(bridge: Bridge, root: HTMLElement): void {
  follow(bridge)
  const heartbeat = setInterval(() => void bridge.call('alive'), ALIVE_MS)
  for (const name of ['contextmenu', 'dragstart', 'dragover', 'drop', 'selectstart'] as const) {
    document.addEventListener(name, (event) => event.preventDefault())
  }
  // React has taken the whole wall down: it must not go on saying that it is well. The host then loads it anew.
  const onUncaughtError = (error: unknown): void => {
    console.error(error)
    clearInterval(heartbeat)
  }
  createRoot(root, { onUncaughtError }).render(<Wall bridge={bridge} />)
}

const root = document.getElementById('wall')
/** Put there by the host before the page runs. */
const { room } = window as { readonly room?: Bridge }
if (root && room) start(room, root)
else console.error('This page is the wall of a Customer Room and needs its host. Start it with npm start.')
