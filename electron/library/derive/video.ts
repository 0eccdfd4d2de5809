import { basename, extname } from 'node:path/posix'
import {
  ALL_FORMATS,
  BufferSource,
  BufferTarget,
  Conversion,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny'
import type { MediaRequest } from '../../../renderer/core/kind.ts'
import { type Derived, type NotDerived, notWhole, refused } from './derived.ts'
import { hasPlausibleTables } from './film-tables.ts'
import { isWhole } from './whole.ts'

export type VideoRequest = Extract<MediaRequest, { as: 'video' }>

/** It is held in memory twice while it is copied. At 5 Mbit/s, which is plenty for a wall, these are five minutes. */
const MAX_BYTES = 200_000_000
const MAX_PIXELS = 4_096 * 2_304
/** Baseline, main, extended and high profile: 8 bits, 4:2:0. Others play as sound with no picture, or not at all. */
const H264_PLAYED = /^avc[13]\.(42|4d|58|64)/i
const NAMES: Readonly<Record<string, string>> = {
  hevc: 'HEVC (H.265)',
  mp4v: 'MPEG-4 Part 2',
  prores: 'ProRes',
  mpeg2: 'MPEG-2',
}
type Container = 'mp4' | 'webm'
const CONTAINERS: Readonly<Record<string, Container>> = { avc: 'mp4', av1: 'mp4', vp9: 'webm', vp8: 'webm' }
const AUDIO: Readonly<Record<Container, readonly string[]>> = {
  mp4: ['aac', 'mp3', 'opus', 'flac'],
  webm: ['opus', 'vorbis'],
}

/**
 * A film for the wall: what Chromium plays (H.264, VP8, VP9, AV1), packed anew without a picture or sound being coded
 * again, so that where it was taken, with what and by whom stays behind. Everything else is refused with the way to convert it.
 */
export async function deriveVideo(bytes: Uint8Array, request: VideoRequest): Promise<Derived> {
  if (bytes.length > MAX_BYTES)
    return refused(
      'This film is larger than 200 MB.',
      `Make it smaller, e.g.: ${command(request.path)}`,
      'too-large',
    )
  if (bytes.length < 16 || !isWhole(bytes) || !hasPlausibleTables(bytes)) return notWhole('This film')
  const foreign = foreignContainer(bytes)
  if (foreign !== undefined) return convert(foreign, request.path)
  try {
    return await withInput(bytes, (input) => derive(input, request))
  } catch {
    // A damaged film and one that is still being copied fail alike.
    return notWhole('This film')
  }
}

async function withInput<Result>(
  bytes: Uint8Array,
  work: (input: Input) => Promise<Result>,
): Promise<Result> {
  const input = new Input({ formats: ALL_FORMATS, source: source(bytes) })
  try {
    return await work(input)
  } finally {
    input.dispose()
  }
}

/** A whole film is read once, in pieces of some hundred bytes or more. */
const READS = 100_000
const BYTES_PER_READ = 100

/**
 * In a damaged Matroska, or one whose end is still zeros, the library looks for the next element at the same place for
 * ever (1.61, `resync`). Who reads more often than a film has pieces is stopped.
 */
function source(bytes: Uint8Array): BufferSource {
  const made: BufferSource & { _read?: () => unknown } = new BufferSource(bytes)
  const read = made._read?.bind(made)
  let left = READS + bytes.length / BYTES_PER_READ
  if (!read) return made
  made._read = () => {
    left -= 1
    if (left < 0) throw new Error('it is read in circles')
    return read()
  }
  return made
}

async function derive(input: Input, request: VideoRequest): Promise<Derived> {
  const video = await input.getPrimaryVideoTrack()
  if (!video) return noPicture(request.path)
  const audio = await input.getPrimaryAudioTrack()
  const container = CONTAINERS[video.codec ?? '']
  const problem = await refusal(video, audio, container, request.path)
  if (problem) return problem
  const wholeMs = Math.round((await input.computeDuration()) * 1_000)
  const [fromMs, untilMs] = [Math.max(0, request.inMs ?? 0), Math.min(wholeMs, request.outMs ?? wholeMs)]
  if (!(untilMs > fromMs))
    return refused(
      'The in point lies behind the end of the film.',
      'Correct in: and out: so that they lie inside it.',
    )
  const copy = await repack(input, container ?? 'mp4', audio)
  if (!copy) return convert('packed in a way that cannot be repacked', request.path)
  const size = { width: video.displayWidth, height: video.displayHeight }
  const mime = container === 'webm' ? 'video/webm' : 'video/mp4'
  const from = fromMs === 0 ? {} : { fromMs }
  return { ok: true, bytes: copy, media: { mime, ...size, durationMs: untilMs - fromMs, ...from } }
}

async function refusal(
  video: InputVideoTrack,
  audio: InputAudioTrack | null,
  container: Container | undefined,
  path: string,
): Promise<NotDerived | undefined> {
  const name = String(video.codec ?? video.internalCodecId ?? 'an unknown code')
  if (container === undefined) return convert(`coded as ${NAMES[name] ?? name}`, path)
  const parameters = (await video.getCodecParameterString()) ?? ''
  if (video.codec === 'avc' && !H264_PLAYED.test(parameters))
    return convert('coded as H.264 with more than 8 bits or with full colour resolution', path)
  const pixels = video.displayWidth * video.displayHeight
  if (!(pixels > 0)) return notWhole('This film')
  if (pixels > MAX_PIXELS)
    return convert(`${video.displayWidth} x ${video.displayHeight} pixels, larger than 4K`, path)
  if (audio && !AUDIO[container].includes(audio.codec ?? ''))
    return convert(`with sound coded as ${audio.codec ?? audio.internalCodecId ?? 'something unknown'}`, path)
  return undefined
}

/** The same pictures and sounds in a new file; nothing else of the old one. Undefined where a track would be lost. */
async function repack(
  input: Input,
  container: Container,
  audio: InputAudioTrack | null,
): Promise<Uint8Array | undefined> {
  const target = new BufferTarget()
  const format =
    container === 'webm' ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: 'in-memory' })
  const output = new Output({ format, target })
  // Only the first film and its first sound: further tracks are commentaries, time codes and positions.
  const conversion = await Conversion.init({
    input,
    output,
    tags: {},
    tracks: 'primary',
    showWarnings: false,
  })
  const kept = conversion.utilizedTracks.length
  if (!conversion.isValid || kept < (audio ? 2 : 1)) return undefined
  await conversion.execute()
  return target.buffer ? new Uint8Array(target.buffer) : undefined
}

function foreignContainer(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4_096))
  const magic = head.toString('latin1', 0, 12)
  if (magic.startsWith('RIFF') && magic.endsWith('AVI ')) return 'an AVI'
  if (magic.startsWith('\x30\x26\xb2\x75')) return 'a Windows Media film'
  if (magic.startsWith('FLV')) return 'a Flash film'
  if (magic.startsWith('\0\0\x01\xba') || magic.startsWith('\0\0\x01\xb3')) return 'an MPEG-2 film'
  if (magic.startsWith('OggS') && head.includes('theora')) return 'coded as Theora'
  return undefined
}

function noPicture(path: string): NotDerived {
  return refused(
    'There is no picture in this film that can be read.',
    `If it is a recording, use it as a call; else convert it: ${command(path)}`,
  )
}

function convert(what: string, path: string): NotDerived {
  return refused(
    `This film is ${what}, which the wall cannot play.`,
    `Convert it with HandBrake (H.264, MP4), or run: ${command(path)}`,
  )
}

function command(path: string): string {
  const name = basename(path).replaceAll('"', '')
  const stem = name.slice(0, name.length - extname(name).length)
  const target = extname(name).toLowerCase() === '.mp4' ? `${stem}-wall.mp4` : `${stem}.mp4`
  return `ffmpeg -i "${name}" -vf "scale='min(1920,iw)':-2" -c:v libx264 -pix_fmt yuv420p -c:a aac "${target}"`
}
