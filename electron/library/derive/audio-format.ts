import { basename, extname } from 'node:path/posix'
import audioType from 'audio-type'
import { type NotDerived, notWhole, refused } from './derived.ts'

/** What a recording is by its first bytes, and how to convert what cannot be read here. */
export type AudioFormat =
  | {
      readonly ok: true
      readonly type: string /** Where the coded sound begins, if it is packed in a WAV. */
      readonly from: number
    }
  | NotDerived

/** Decoders that are trusted with a customer's recording; trackers, studio and cinema formats are not calls. */
const READ = new Set([
  'wav',
  'mp3',
  'flac',
  'oga',
  'opus',
  'm4a',
  'aac',
  'aiff',
  'caf',
  'webm',
  'mkv',
  'amr',
  'wma',
])

/** WAVE format tags (RFC 2361) that the decoder knows. */
const WAV_READ = new Set([1, 2, 3, 6, 7, 0x11])
const WAV_MP3 = 0x55
const WAV_NAMES: Readonly<Record<number, string>> = {
  20: 'G.723',
  49: 'GSM 6.10',
  64: 'G.721',
  66: 'G.723.1',
  69: 'G.726',
  100: 'G.726',
  101: 'G.722',
  131: 'G.729',
  307: 'G.729',
  352: 'Windows Media Audio',
  353: 'Windows Media Audio',
  5376: 'GSM 6.10',
  8738: 'TrueSpeech',
  41225: 'Speex',
}

/** Tells a recording by its bytes, not by its name: exports are often called .wav whatever is in them. */
export function audioFormat(bytes: Uint8Array, path: string): AudioFormat {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536))
  if (head.length < 12 || head.subarray(0, 12).every((byte) => byte === 0)) return notWhole('This recording')
  const magic = head.toString('latin1', 0, 12)
  if (magic.startsWith('RIFF') && magic.endsWith('WAVE')) return wavFormat(head, path)
  if (/^\s*<(?:!doctype html|html)/i.test(head.toString('latin1', 0, 200)))
    return refused('This is a web page, whatever its name says.', 'Save the recording itself from it.')
  if (magic.startsWith('RIFX') || magic.startsWith('RF64'))
    return convert('an unusual WAV (RF64 or RIFX)', path)
  if (magic.startsWith('OggS') && head.includes('Speex   ')) return convert('Speex', path)
  if (magic.startsWith('.snd')) return convert('a Sun recording (.au)', path)
  if (magic.startsWith('MThd'))
    return refused('This is a MIDI file: notes, not sound.', 'Export it as a recording.')
  const type = audioType(bytes)
  if (type !== undefined && READ.has(type)) return { ok: true, type, from: 0 }
  return type === undefined ? headerless(path) : convert(`in a format (${type}) that is not read here`, path)
}

function wavFormat(head: Buffer, path: string): AudioFormat {
  let tag: number | undefined
  for (let at = 12; at + 8 <= head.length; ) {
    const name = head.toString('latin1', at, at + 4)
    const size = head.readUInt32LE(at + 4)
    if (name === 'fmt ' && at + 10 <= head.length) {
      tag = head.readUInt16LE(at + 8)
      // WAVE_FORMAT_EXTENSIBLE: the first two bytes of the sub-format are the tag.
      if (tag === 0xfffe && at + 34 <= head.length) tag = head.readUInt16LE(at + 32)
      if (head.length >= at + 24 && !plausible(head, at)) return notWhole('This recording')
    }
    if (name === 'data') {
      if (tag === undefined) return notWhole('This recording')
      if (tag === WAV_MP3) return { ok: true, type: 'mp3', from: at + 8 }
      if (WAV_READ.has(tag)) return { ok: true, type: 'wav', from: 0 }
      return convert(WAV_NAMES[tag] ?? `a WAV of kind 0x${tag.toString(16)}`, path)
    }
    at += 8 + size + (size % 2)
  }
  if (tag !== undefined && WAV_NAMES[tag] !== undefined) return convert(WAV_NAMES[tag] ?? '', path)
  return notWhole('This recording')
}

/** Numbers that no recorder writes make the decoder ask for any amount of memory. */
function plausible(head: Buffer, at: number): boolean {
  const [channels, rate, block] = [
    head.readUInt16LE(at + 10),
    head.readUInt32LE(at + 12),
    head.readUInt16LE(at + 20),
  ]
  const perBlock =
    at + 28 <= head.length && [2, 0x11].includes(head.readUInt16LE(at + 8)) ? head.readUInt16LE(at + 26) : 1
  return (
    channels >= 1 &&
    channels <= 16 &&
    rate >= 1_000 &&
    rate <= 768_000 &&
    block >= 1 &&
    perBlock * channels <= block * 2 + 2
  )
}

function convert(what: string, path: string): NotDerived {
  return refused(
    `This recording is ${what}, which is not read here.`,
    `Open it in Audacity and export it as WAV, or run: ffmpeg -i ${quote(basename(path))} ${quote(target(path))}`,
  )
}

function headerless(path: string): NotDerived {
  return refused(
    'This recording has no header, so nothing says how it is coded; telephone systems often write A-law or mu-law at 8 kHz so.',
    `Convert it, e.g.: ffmpeg -f alaw -ar 8000 -ac 1 -i ${quote(basename(path))} ${quote(target(path))} (or -f mulaw, if it sounds harsh).`,
  )
}

function target(path: string): string {
  const name = basename(path)
  const stem = name.slice(0, name.length - extname(name).length)
  return extname(name).toLowerCase() === '.wav' ? `${stem}-pcm.wav` : `${stem}.wav`
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '')}"`
}
