import { createReadStream, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { byteRange } from './byte-range.ts'
import type { CachedFile } from './library/protocol.ts'

const MEDIA_HEADERS: Readonly<Record<string, string>> = {
  'accept-ranges': 'bytes',
  'cross-origin-resource-policy': 'cross-origin',
  // What is withdrawn must be asked for again, and is then refused.
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
}

/**
 * The answer to `media://item/HASH`, whole or in part. Without an import of Electron, so that it is tested as it runs.
 * @param mayServe decides at each request
 * @param origin the only page that may read it
 */
export function mediaResponse(
  request: Request,
  mayServe: (hash: string) => CachedFile | undefined,
  origin: string,
): Response {
  const base = { ...MEDIA_HEADERS, 'access-control-allow-origin': origin }
  // A still of a film names its moment in the address (`#t=4`); what is served is the whole of it.
  const [, hash] = /^media:\/\/item\/([0-9a-f]{64})\/?(?:#.*)?$/.exec(request.url) ?? []
  const found = hash && request.method === 'GET' ? mayServe(hash) : undefined
  const size = found && statSync(found.file, { throwIfNoEntry: false })?.size
  if (!found || size === undefined) return new Response(null, { status: 404, headers: base })
  const headers = { ...base, 'content-type': found.mime }
  const range = byteRange(request.headers.get('range'), size)
  switch (range.type) {
    case 'whole':
      return new Response(bytes(found.file), { headers: { ...headers, 'content-length': String(size) } })
    case 'part': {
      const contentRange = `bytes ${range.first}-${range.last}/${size}`
      const length = String(range.last - range.first + 1)
      return new Response(bytes(found.file, range.first, range.last), {
        status: 206,
        headers: { ...headers, 'content-range': contentRange, 'content-length': length },
      })
    }
    case 'unsatisfiable':
      return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } })
  }
}

/** A stream, so that a long recording is never in memory whole. */
function bytes(file: string, start = 0, end = Number.POSITIVE_INFINITY): ReadableStream {
  return Readable.toWeb(createReadStream(file, { start, end })) as ReadableStream
}
