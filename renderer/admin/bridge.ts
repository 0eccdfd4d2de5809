import type { Bridge } from '../core/contract.ts'

/** Put there by the host before the page runs. Throws where there is none. */
function hostBridge(): Bridge {
  const { room } = window as { readonly room?: Bridge }
  if (!room) throw new Error('This page is the curator’s window of a Customer Room and needs its host.')
  return room
}

export const bridge: Bridge = hostBridge()
