import decode, { type StreamDecoder } from 'audio-decode'
import { MAX_CLIP_SECONDS } from '../../../renderer/core/clip-limits.ts'
import type { MediaRequest } from '../../../renderer/core/kind.ts'
import { audioFormat } from './audio-format.ts'
import { type Derived, notWhole, refused } from './derived.ts'
import { Intake } from './intake.ts'
import { levellingGain } from './loudness.ts'
import { peaks, type Sound, silence, toWav } from './pcm.ts'
import { claimedSamples, isWhole } from './whole.ts'

export type AudioRequest = Extract<MediaRequest, { as: 'audio' }>

/** Length of one value of the waveform, ms: 20 a second. */
const PEAK_MS = 50
/** Longest clip, s: nobody stands that long before a wall, and it takes 400 MB while it is levelled. */
/** Longest recording that a clip is cut from, s. */
const MAX_SECONDS = 21_600
const MAX_BYTES = 400_000_000
/** The decoder gets the file in pieces of this size, so that only one of them is sound at a time, bytes. */
const PIECE_BYTES = 131_072
/** Below this a recording is silent, of full scale: -66 dBFS. */
const SILENT = 0.0005

/**
 * A recording for the wall: clipped, silenced where asked, levelled to -23 LUFS (EBU R128) and no sample above
 * -1 dBFS, as 16-bit WAV of one channel at no more than 24 kHz. Its length is that of the decoded samples, because
 * headers lie. `onStep` is called while a long file gets on.
 */
export async function deriveAudio(
  bytes: Uint8Array,
  request: AudioRequest,
  onStep: () => void = () => {},
): Promise<Derived> {
  if (bytes.length > MAX_BYTES)
    return refused(
      'This recording is larger than 400 MB.',
      'Cut it to the part that is to be heard.',
      'too-large',
    )
  const format = audioFormat(bytes, request.path)
  if (!format.ok) return format
  if (!isWhole(bytes)) return notWhole('This recording')
  const intake = new Intake(request.inMs, request.outMs)
  const end = await takeIn(plain(bytes).subarray(format.from), format.type, intake, onStep)
  if (end === 'damaged') return damaged()
  if (end === 'too long') {
    return refused(
      'This clip is longer than 20 minutes, or its recording than six hours.',
      'Give in: and out: points around the part that is to be heard, or cut the recording to it.',
      'too-long',
    )
  }
  if (intake.samples === 0 || (end === 'whole' && intake.samples < (claimedSamples(bytes) ?? 0)))
    return notWhole('This recording')
  return render(intake.end(), request)
}

type End = 'whole' | 'enough' | 'too long' | 'damaged'

async function takeIn(bytes: Uint8Array, type: string, intake: Intake, onStep: () => void): Promise<End> {
  let decoder: StreamDecoder | undefined
  try {
    decoder = await decode[type as 'wav']()
    for (const piece of pieces(bytes, type)) {
      const { channelData, sampleRate } = await decoder(piece)
      intake.take(channelData, sampleRate)
      onStep()
      if (intake.isFull) return 'enough'
      if (intake.keptSeconds > MAX_CLIP_SECONDS || intake.seconds > MAX_SECONDS) return 'too long'
    }
    const last = await decoder()
    intake.take(last.channelData, last.sampleRate)
    return 'whole'
  } catch {
    // The decoder tells apart neither damage nor a foreign format; the hint covers both.
    return 'damaged'
  } finally {
    free(decoder)
  }
}

/** A Buffer's slice() is a view and not a copy, which decoders that align numbers rely on. */
function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** Files whose table of contents comes last are one piece: their decoder can begin only at the end. */
function* pieces(bytes: Uint8Array, type: string): Generator<Uint8Array> {
  const step =
    type === 'm4a' || type === 'aiff' || type === 'caf' || type === 'wma' ? bytes.length : PIECE_BYTES
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
}

function free(decoder: StreamDecoder | undefined): void {
  try {
    decoder?.free()
  } catch {
    // A decoder that failed half-way has nothing left to give back.
  }
}

function render(whole: Sound, { inMs = 0, mute = [] }: AudioRequest): Derived {
  if (whole.samples.length === 0) {
    return refused(
      'The in point lies behind the end of the recording.',
      'Correct in: and out: so that they lie inside it.',
    )
  }
  const clip = silence(
    whole,
    mute.map(([from, to]) => [from - inMs, to - inMs] as const),
  )
  if (clip.samples.every((sample) => Math.abs(sample) < SILENT)) {
    return refused(
      'Nothing is to be heard in this clip: it is silent, or all of it is muted.',
      'Check the recording, its in: and out: points and what is redacted in it.',
    )
  }
  const bytes = toWav(clip, levellingGain(clip.samples, clip.rate))
  const durationMs = Math.round((clip.samples.length / clip.rate) * 1_000)
  return {
    ok: true,
    bytes,
    media: { mime: 'audio/wav', durationMs, peaks: peaks(clip, PEAK_MS), peakMs: PEAK_MS },
  }
}

function damaged(): Derived {
  return {
    ...notWhole('This recording'),
    hint: 'Copy it here again; if it stays so, export it as WAV, MP3, M4A, Ogg or FLAC.',
  }
}
