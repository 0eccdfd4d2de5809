import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import type { z } from 'zod'
import {
  type CallName,
  type Calls,
  callArguments,
  type Handlers,
  mayCall,
  type Snapshot,
  snapshotFor,
  type WindowRole,
} from '../renderer/core/contract.ts'
import { CALL, SNAPSHOT } from './channels.ts'
import { APP_ORIGIN } from './media.ts'

/** The host's end of the contract: serves windows that main opened, and nobody else. */
export interface ContractServer {
  /** From now on this window may call what its role may, and gets each snapshot. */
  trust(contents: WebContents, role: WindowRole): void
  /** `only`: to windows of this role alone. */
  send(snapshot: Snapshot, only?: WindowRole): void
}

/**
 * The handlers must stand before any window opens: a window calls as soon as its script runs.
 * @param isLocked whether the curator's PIN has yet to be given
 */
export function serveContract(handlers: Handlers, isLocked: () => boolean): ContractServer {
  const windows = new Map<WebContents, WindowRole>()
  ipcMain.handle(CALL, (event, name: unknown, args: unknown) => {
    const role = trustedRole(event, windows)
    if (role === undefined || !isCallName(name) || !mayCall(role, name, isLocked())) {
      throw new Error(`This window may not call ${String(name)}.`)
    }
    return name === 'snapshot' && role !== 'receipt'
      ? snapshotFor(role, handlers.snapshot())
      : answer(handlers, name, args)
  })
  return {
    trust(contents, role) {
      windows.set(contents, role)
      contents.once('destroyed', () => windows.delete(contents))
    },
    send(snapshot, only) {
      for (const [contents, role] of windows) {
        if (only !== undefined && only !== role) continue
        if (role === 'receipt' || (role === 'admin' && isLocked())) continue
        // A window between two lives has nobody who listens; it asks for the snapshot when it is back.
        if (!contents.isDestroyed() && !contents.isCrashed())
          contents.send(SNAPSHOT, snapshotFor(role, snapshot))
      }
    },
  }
}

function answer<Name extends CallName>(handlers: Handlers, name: Name, args: unknown) {
  const schema: z.ZodType<Parameters<Calls[Name]>> = callArguments[name]
  return handlers[name](...schema.parse(args))
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(callArguments, name)
}

/** Only the main frame of a window that we opened, while it shows one of our pages. */
function trustedRole(
  event: IpcMainInvokeEvent,
  windows: ReadonlyMap<WebContents, WindowRole>,
): WindowRole | undefined {
  const { sender, senderFrame } = event
  const isOurs = senderFrame === sender.mainFrame && senderFrame?.url.startsWith(`${APP_ORIGIN}/`)
  return isOurs ? windows.get(sender) : undefined
}
