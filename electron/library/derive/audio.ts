import decode from 'audio-decode'
import type { MediaRequest } from '../../../renderer/core/kind.ts'
import { type Derived, notWhole, refused } from './derived.ts'
import { levellingGain } from './loudness.ts'
import { cut, peaks, silence, toSound, toWav } from './pcm.ts'
import { claimedSamples, isWhole } from './whole.ts'

export type AudioRequest = Extract<MediaRequest, { as: 'audio' }>

/** Length of one value of the waveform, ms: 20 a second. */
const PEAK_MS = 50
/** Longest recording that is decoded, s: two hours take 700 MB at 24 kHz, and no clip is cut from more. */
const MAX_SECONDS = 7_200
const MAX_BYTES = 400_000_000

/**
 * A recording for the wall: clipped, silenced where asked, levelled to -23 LUFS (EBU R128) and no sample above
 * -1 dBFS, as 16-bit WAV of one channel at no more than 24 kHz. Its length is that of the decoded samples, because
 * headers lie.
 */
export async function deriveAudio(bytes: Uint8Array, request: AudioRequest): Promise<Derived> {
  if (bytes.length > MAX_BYTES)
    return refused('This recording is larger than 400 MB.', 'Cut it to the part that is to be heard.')
  if (!isWhole(bytes)) return notWhole('This recording')
  const decoded = await decodeAll(bytes)
  if (!decoded) {
    return {
      ...notWhole('This recording'),
      hint: 'Copy it here again; if it stays so, export it as WAV, MP3, M4A, Ogg or FLAC.',
    }
  }
  const { channelData, sampleRate } = decoded
  const length = channelData[0]?.length ?? 0
  if (length === 0 || length < (claimedSamples(bytes) ?? 0)) return notWhole('This recording')
  if (length / sampleRate > MAX_SECONDS)
    return refused('This recording is longer than two hours.', 'Cut it to the part that is to be heard.')
  return render(channelData, sampleRate, request)
}

function render(channels: readonly Float32Array[], rate: number, request: AudioRequest): Derived {
  const whole = silence(toSound(channels, rate), request.mute ?? [])
  const clip = cut(whole, request.inMs, request.outMs)
  if (clip.samples.length === 0) {
    return refused(
      'The in point lies behind the end of the recording.',
      'Correct in: and out: so that they lie inside it.',
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

async function decodeAll(bytes: Uint8Array) {
  try {
    const { channelData, sampleRate } = await decode(bytes)
    return sampleRate > 0 && channelData.length > 0 ? { channelData, sampleRate } : undefined
  } catch {
    // The decoder tells apart neither damage nor a foreign format; the hint covers both.
    return undefined
  }
}
