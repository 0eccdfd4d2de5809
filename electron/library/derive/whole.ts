/**
 * Does a recording have the length that its own header claims? Decoders are forgiving: they play what is there, so a
 * file that is still being copied would pass for a short one. True also where a format makes no such claim.
 */
export function isWhole(bytes: Uint8Array): boolean {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const magic = data.toString('latin1', 0, 12)
  if (magic.startsWith('RIFF') && magic.endsWith('WAVE')) return isWholeRiff(data)
  if (magic.slice(4, 8) === 'ftyp') return isWholeMp4(data)
  if (magic.startsWith('OggS')) return isWholeOgg(data)
  return true
}

/** Streams that nobody could measure say 0 or the highest number; everything else must be there (RIFF, "data" chunk). */
function isWholeRiff(data: Buffer): boolean {
  for (let at = 12; at + 8 <= data.length; ) {
    const size = data.readUInt32LE(at + 4)
    if (data.toString('latin1', at, at + 4) === 'data') {
      return size === 0 || size >= 0xffff_ff00 || at + 8 + size <= data.length
    }
    at += 8 + size + (size % 2)
  }
  return false
}

/** Boxes follow each other to the end of the file, and one of them is the table of contents (ISO 14496-12). */
function isWholeMp4(data: Buffer): boolean {
  let contents = false
  for (let at = 0; at < data.length; ) {
    if (at + 8 > data.length) return false
    const small = data.readUInt32BE(at)
    if (data.toString('latin1', at + 4, at + 8) === 'moov') contents = true
    if (small === 0) return contents
    if (small === 1 && at + 16 > data.length) return false
    const size = small === 1 ? Number(data.readBigUInt64BE(at + 8)) : small
    if (size < 8 || at + size > data.length) return false
    at += size
  }
  return contents
}

const OGG_HEADER = 27
const OGG_LAST = 4

/** The last page is all there; whether it also says that it is the last depends on who wrote it (RFC 3533). */
function isWholeOgg(data: Buffer): boolean {
  const at = data.lastIndexOf('OggS')
  if (at < 0 || at + OGG_HEADER > data.length) return false
  const segments = data[at + 26] ?? 0
  if (at + OGG_HEADER + segments > data.length) return false
  const lengths = data.subarray(at + OGG_HEADER, at + OGG_HEADER + segments)
  const end = at + OGG_HEADER + segments + lengths.reduce((sum, length) => sum + length, 0)
  return end <= data.length && ((data[at + 5] ?? 0) & OGG_LAST) !== 0
}

/** Samples per channel that a FLAC file says it has (STREAMINFO, RFC 9639); undefined where it does not say. */
export function claimedSamples(bytes: Uint8Array): number | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (data.length < 26 || data.toString('latin1', 0, 4) !== 'fLaC') return undefined
  const samples = ((data[21] ?? 0) & 0x0f) * 2 ** 32 + data.readUInt32BE(22)
  return samples === 0 ? undefined : samples
}
