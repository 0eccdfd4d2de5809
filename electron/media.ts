import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { protocol, type Session } from 'electron'
import type { CachedFile } from './library/protocol.ts'
import { mediaResponse } from './media-response.ts'

/** The two protocols of the windows: `app://room/` serves the windows' own files, `media://item/HASH` derived bytes. */

export const APP_ORIGIN = 'app://room'
/** The custom protocols, for whoever decides which requests may leave a window. */
export const SERVED = ['app:', 'media:'] as const

const MIME: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' media:",
  'media-src media:',
  "font-src 'self'",
  "connect-src 'self' media:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const APP_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
}

/** Must run before the app is ready: the schemes' rights cannot be changed afterwards. */
export function registerProtocols(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    {
      scheme: 'media',
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
  ])
}

/**
 * Serves both protocols to the windows of these sessions.
 * @param rendererDir the built windows; what is not in it at this moment is never served
 * @param mayServe decides at each request
 */
export function serveProtocols(
  rendererDir: string,
  mayServe: (hash: string) => CachedFile | undefined,
  sessions: readonly Session[],
): void {
  const files = filesBelow(rendererDir)
  for (const each of sessions) {
    each.protocol.handle('app', (request) => serveApp(request, files))
    each.protocol.handle('media', (request) => mediaResponse(request, mayServe, APP_ORIGIN))
  }
}

/** A fixed list, path in the address to file: no address can lead out of it. */
function filesBelow(dir: string, at = ''): Map<string, string> {
  const files = new Map<string, string>()
  for (const entry of readdirSync(join(dir, at), { withFileTypes: true })) {
    const name = `${at}/${entry.name}`
    if (entry.isFile()) files.set(name, join(dir, name))
    if (entry.isDirectory()) for (const [below, file] of filesBelow(dir, name)) files.set(below, file)
  }
  return files
}

async function serveApp(request: Request, files: ReadonlyMap<string, string>): Promise<Response> {
  const url = new URL(request.url)
  const file = url.host === 'room' && request.method === 'GET' ? files.get(decoded(url.pathname)) : undefined
  const mime = file && MIME[extname(file)]
  if (!file || !mime) return new Response(null, { status: 404 })
  return new Response(await readFile(file), { headers: { ...APP_HEADERS, 'content-type': mime } })
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}
