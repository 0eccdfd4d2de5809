import { expect } from 'vitest'

/** A page of the packaged app, to which no test harness can attach. */

export interface CodePage {
  /** Runs code in the page; resolves to what comes of it. */
  evaluate(code: string): Promise<unknown>
  close(): void
}

/**
 * The curator's page of an app that was started with `--remote-debugging-port=0`, by Chromium's own protocol: a package lets
 * nobody inspect its main process. `told`: what the app has written to its terminal.
 */
export async function pageOf(told: () => string): Promise<CodePage> {
  const port = (): string | undefined => /ws:\/\/127\.0\.0\.1:(\d+)/.exec(told())?.[1]
  await expect.poll(port, { timeout: 50_000 }).toBeDefined()
  let address = ''
  const look = async (): Promise<string> => {
    const pages = (await (await fetch(`http://127.0.0.1:${port()}/json/list`)).json()) as PageAddress[]
    address = pages.find(({ url }) => url.includes('/admin/'))?.webSocketDebuggerUrl ?? ''
    return address
  }
  await expect.poll(look, { timeout: 50_000 }).not.toBe('')
  const socket = new WebSocket(address)
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))
  let last = 0
  return {
    evaluate(expression) {
      last += 1
      const id = last
      const answer = new Promise<unknown>((resolve) => {
        const hear = ({ data }: MessageEvent): void => {
          const message = JSON.parse(String(data))
          if (message.id !== id) return
          socket.removeEventListener('message', hear)
          resolve(message.result?.result?.value)
        }
        socket.addEventListener('message', hear)
      })
      const params = { expression, awaitPromise: true, returnByValue: true }
      socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }))
      return answer
    },
    close: () => socket.close(),
  }
}

interface PageAddress {
  readonly url: string
  readonly webSocketDebuggerUrl: string
}
