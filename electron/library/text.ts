import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { isEscaped, legacyEncoding } from './legacy-text.ts'
import { onceEncoded, TWICE } from './twice-encoded.ts'

/** How the bytes of a text file are to be read. `damaged` names what cannot be text at all. */
export type Encoding = { readonly name: string } | { readonly damaged: 'zeros' | 'cut' | 'binary' }

const SAMPLE_BYTES = 65_536
/** A run of zero bytes this long at the end is space set aside for what is still to come. */
const ZERO_TAIL = 8

/** Encoding by byte order mark, else UTF-8 where it is valid, else by what the letters would be. */
export function encodingOf(bytes: Uint8Array): Encoding {
  const mark = markOf(bytes)
  if (mark === 'utf-8') return { name: onceOrTwice(bytes) }
  if (mark !== undefined) return { name: mark }
  if (endsInZeros(bytes)) return { damaged: 'zeros' }
  if (isEscaped(bytes)) return { name: 'iso-2022-jp' }
  if (isUtf8(bytes)) return bytes.includes(0) ? withoutMark(bytes) : { name: onceOrTwice(bytes) }
  if (isUtf8(bytes.subarray(0, lastWholeCharacter(bytes)))) return { damaged: 'cut' }
  return withoutMark(bytes)
}

function onceOrTwice(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const whole = sample.subarray(0, sample.length < bytes.length ? lastWholeCharacter(sample) : sample.length)
  if (!whole.some((byte) => byte > 127)) return 'utf-8'
  const text = new TextDecoder().decode(whole)
  // The sample may end between two halves of what was one character.
  const tries = sample.length < bytes.length ? [0, 1, 2, 3] : [0]
  return tries.some((cut) => onceEncoded(text.slice(0, text.length - cut)) !== undefined) ? TWICE : 'utf-8'
}

export function endsInZeros(bytes: Uint8Array, run = ZERO_TAIL): boolean {
  if (bytes.length < run) return bytes.length > 0 && bytes.every((byte) => byte === 0)
  return bytes.subarray(bytes.length - run).every((byte) => byte === 0)
}

/** Text of bytes in a known encoding, without a byte order mark. */
export function decodeText(bytes: Uint8Array, encoding: string): string {
  if (encoding === TWICE) {
    const text = new TextDecoder().decode(bytes)
    return withoutOverrides(onceEncoded(text) ?? text)
  }
  if (!iconv.encodingExists(encoding)) return withoutOverrides(new TextDecoder(encoding).decode(bytes))
  return withoutOverrides(iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), encoding))
}

/** For large files: text in pieces, so that no second copy of the whole is held. Long strings are let go late, short ones at once. */
export function* decodePieces(bytes: Uint8Array, encoding: string, pieceBytes = 16_384): Generator<string> {
  if (!iconv.encodingExists(encoding)) return yield decodeText(bytes, encoding)
  if (encoding === 'utf-8') return yield* utf8Pieces(bytes, pieceBytes)
  const decoder = iconv.getDecoder(encoding)
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    const piece = bytes.subarray(start, Math.min(bytes.length, start + pieceBytes))
    yield withoutOverrides(decoder.write(Buffer.from(piece.buffer, piece.byteOffset, piece.length)))
  }
  yield decoder.end() ?? ''
}

function* utf8Pieces(bytes: Uint8Array, pieceBytes: number): Generator<string> {
  const decoder = new TextDecoder()
  for (let start = 0; start < bytes.length; start += pieceBytes)
    yield withoutOverrides(decoder.decode(bytes.subarray(start, start + pieceBytes), { stream: true }))
  yield decoder.decode()
}

/** Marks that force letters to run the other way make other words of what was said; no script needs them. */
function withoutOverrides(text: string): string {
  return text.includes('\u202E') || text.includes('\u202D') ? text.replace(/[\u202D\u202E]/g, '') : text
}

function markOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

function withoutMark(bytes: Uint8Array): Encoding {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const zeros = sample.reduce((total, byte) => total + (byte === 0 ? 1 : 0), 0)
  if (zeros > sample.length / 8) return wide(sample)
  if (isBinary(sample)) return { damaged: 'binary' }
  if (isUtf8(bytes)) return { name: 'utf-8' }
  return { name: legacyEncoding(sample) }
}

/** Control characters that no text has, in a thousand bytes. Databases fill up with zeros, which are borne with in small numbers. */
const MOST_CONTROLS = 1
const MOST_ZEROS = 100

function isBinary(sample: Uint8Array): boolean {
  const count = (test: (byte: number) => boolean): number =>
    (1_000 * sample.reduce((total, byte) => total + (test(byte) ? 1 : 0), 0)) / sample.length
  const controls = count(
    (byte) => (byte > 0 && byte < 9) || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27),
  )
  return controls > MOST_CONTROLS || count((byte) => byte === 0) > MOST_ZEROS
}

/** UTF-16 without a mark: the zero half of each Latin character tells the order. */
function wide(sample: Uint8Array): Encoding {
  const zerosAt = (half: number): number =>
    sample.filter((byte, index) => byte === 0 && index % 2 === half).length
  const [even, odd] = [zerosAt(0), zerosAt(1)]
  if (Math.min(even, odd) > Math.max(even, odd) / 4) return { damaged: 'binary' }
  return { name: odd > even ? 'utf-16le' : 'utf-16be' }
}

/** Length up to the last UTF-8 character that is surely whole. */
function lastWholeCharacter(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) return bytes.length - back
    if (byte < 0x80) return bytes.length
  }
  return bytes.length
}

/** A small text file as it stands on disk, line ends and all; undefined where its bytes could not be written back the same. */
export function editableText(
  bytes: Uint8Array,
): { text: string; bytesOf(text: string): Uint8Array } | undefined {
  const encoding = encodingOf(bytes)
  if ('damaged' in encoding || encoding.name === TWICE || !iconv.encodingExists(encoding.name))
    return undefined
  const mark = markOf(bytes)
  const markBytes = mark === undefined ? 0 : mark === 'utf-8' ? 3 : 2
  const head = bytes.subarray(0, markBytes)
  const { name } = encoding
  const bytesOf = (text: string): Uint8Array =>
    Buffer.concat([head, iconv.encode(text, name, { addBOM: false })])
  const text = iconv.decode(Buffer.from(bytes.subarray(markBytes)), name, { stripBOM: false })
  return Buffer.compare(bytesOf(text), bytes) === 0 ? { text, bytesOf } : undefined
}
