import { createRoot } from 'react-dom/client'
import type { Bridge } from '../../core/contract.ts'
import '../../ui/tokens.css'
import '../../ui/scripts.css'
import './receipt.css'
import { ReceiptPage } from './ReceiptPage.tsx'

async function draw(bridge: Bridge, root: HTMLElement): Promise<void> {
  const receipt = await bridge.call('receipt')
  if (!receipt) return
  document.documentElement.lang = receipt.language
  createRoot(root).render(
    <ReceiptPage
      receipt={receipt}
      onDrawn={() => {
        // The page has asked for its faces when it is laid out.
        void document.fonts.ready.then(() => bridge.call('receiptDrawn'))
      }}
    />,
  )
}

const root = document.getElementById('receipt')
/** Put there by the host before the page runs. */
const { room } = window as { readonly room?: Bridge }
if (root && room) void draw(room, root)
