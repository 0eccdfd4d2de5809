import { app, BrowserWindow, type Session, session } from 'electron'
import type { ReceiptCalls } from '../../renderer/core/chair/receipt-calls.ts'
import type { ChairPaper } from '../chair/chair-deeds.ts'
import type { Receipt } from '../chair/receipt.ts'
import type { Clock } from '../clock.ts'
import type { ContractServer } from '../ipc.ts'
import { APP_ORIGIN } from '../media.ts'

/** A page of paper: a window that nobody sees draws it, and is gone. */

export interface ReceiptParts {
  readonly preload: string
  readonly clock: Clock
  readonly server: () => Pick<ContractServer, 'trust'>
}

/** Its own, and with it its own process: paper that takes its time must not hold up the wall. */
const PARTITION = 'receipt'

export function receiptSession(): Session {
  return session.fromPartition(PARTITION)
}

/** A page that is not drawn after so long will not be. */
const DRAW_LIMIT_MS = 20_000
const PRINTERS_EVERY_MS = 60_000
/** Where letters are written on Letter. */
const LETTER = /-(?:US|CA|MX|PH|CO|CL)\b/i

export function receiptPaper({ preload, clock, server }: ReceiptParts): {
  readonly paper: ChairPaper
  readonly calls: { readonly [Name in keyof ReceiptCalls]: ReceiptCalls[Name] }
} {
  let current: Receipt | undefined
  let drawn = (): void => undefined
  let hasPrinter = false
  let lookedAt = Number.NEGATIVE_INFINITY

  /** Asked for ahead: a menu cannot wait for a print service. */
  function lookForPrinters(): void {
    if (clock.steady() - lookedAt < PRINTERS_EVERY_MS) return
    const [window] = BrowserWindow.getAllWindows()
    if (!window) return
    lookedAt = clock.steady()
    window.webContents
      .getPrintersAsync()
      .then((printers) => {
        hasPrinter = printers.length > 0
      })
      .catch(() => undefined)
  }

  async function withPage<Made>(
    receipt: Receipt,
    make: (window: BrowserWindow) => Promise<Made>,
  ): Promise<Made> {
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        preload,
        partition: PARTITION,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        backgroundThrottling: false,
        devTools: !app.isPackaged,
      },
    })
    try {
      server().trust(window.webContents, 'receipt')
      current = receipt
      await isDrawn(window)
      return await make(window)
    } finally {
      current = undefined
      window.destroy()
    }
  }

  function isDrawn(window: BrowserWindow): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = clock.after(DRAW_LIMIT_MS, () => reject(new Error('It was not drawn in time.')))
      drawn = () => {
        stop()
        resolve()
      }
      window.loadURL(`${APP_ORIGIN}/wall/receipt.html`).catch(reject)
    })
  }

  return {
    paper: {
      canPrint() {
        lookForPrinters()
        return hasPrinter
      },
      pdf: (receipt) =>
        withPage(receipt, (window) =>
          window.webContents.printToPDF({
            pageSize: LETTER.test(receipt.language) ? 'Letter' : 'A4',
            preferCSSPageSize: false,
            printBackground: true,
          }),
        ),
      print: (receipt) =>
        withPage(
          receipt,
          (window) =>
            new Promise<void>((resolve, reject) => {
              // Without a dialog: nobody at the chair has a mouse.
              window.webContents.print({ silent: true, printBackground: true }, (isDone, why) =>
                isDone ? resolve() : reject(new Error(why)),
              )
            }),
        ),
    },
    calls: {
      receipt: () => current,
      receiptDrawn: () => drawn(),
    },
  }
}
