/** What a Range header asks of a file of `size` bytes (RFC 9110, section 14). First and last byte, both included. */
export type ByteRange =
  | { readonly type: 'whole' }
  | { readonly type: 'part'; readonly first: number; readonly last: number }
  | { readonly type: 'unsatisfiable' }

/** Only one range of bytes is served; a header of another form is ignored, as the standard allows. */
export function byteRange(header: string | null, size: number): ByteRange {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? '') ?? []
  if (from === '' && to === '') return { type: 'whole' }
  if (from === '') return lastBytes(Number(to), size)
  const first = Number(from)
  const last = to === '' ? Number.POSITIVE_INFINITY : Number(to)
  if (last < first) return { type: 'whole' }
  if (first >= size) return { type: 'unsatisfiable' }
  return { type: 'part', first, last: Math.min(last, size - 1) }
}

function lastBytes(count: number, size: number): ByteRange {
  if (count === 0 || size === 0) return { type: 'unsatisfiable' }
  return { type: 'part', first: Math.max(0, size - count), last: size - 1 }
}
