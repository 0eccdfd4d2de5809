/** Sound as plain numbers: one channel, -1..1. */
export interface Sound {
  readonly samples: Float32Array
  readonly rate: number
}

/** Edges of what is silenced or cut are eased, so that they do not click, ms. */
const FADE_MS = 5

/** Silences ranges of the original, ms; their sound is gone from the samples, not merely turned down. */
export function silence({ samples, rate }: Sound, ranges: readonly (readonly [number, number])[]): Sound {
  const out = samples.slice()
  const fade = Math.round((FADE_MS * rate) / 1_000)
  for (const [fromMs, toMs] of ranges) {
    const from = Math.max(0, Math.floor((fromMs * rate) / 1_000))
    const to = Math.min(out.length, Math.ceil((toMs * rate) / 1_000))
    if (!(to > from)) continue
    out.fill(0, from, to)
    for (let step = 1; step <= fade; step += 1) {
      const [before, after] = [from - step, to + step - 1]
      if (before >= 0) out[before] = ((out[before] ?? 0) * step) / fade
      if (after < out.length) out[after] = ((out[after] ?? 0) * step) / fade
    }
  }
  return { samples: out, rate }
}

/** The highest sample of each stretch of `peakMs`, 0..1 of the loudest in the clip. */
export function peaks({ samples, rate }: Sound, peakMs: number): number[] {
  const step = Math.max(1, Math.round((rate * peakMs) / 1_000))
  const found = Array.from({ length: Math.ceil(samples.length / step) }, (_, index) => {
    return samples
      .subarray(index * step, (index + 1) * step)
      .reduce((high, sample) => Math.max(high, Math.abs(sample)), 0)
  })
  const loudest = found.reduce((high, peak) => Math.max(high, peak), 0)
  return found.map((peak) => (loudest === 0 ? 0 : Math.round((peak / loudest) * 100) / 100))
}

/** A RIFF file of 16-bit PCM, one channel. */
export function toWav({ samples, rate }: Sound, gain: number): Uint8Array {
  const bytes = Buffer.alloc(44 + samples.length * 2)
  bytes.write('RIFF', 0, 'ascii')
  bytes.writeUInt32LE(36 + samples.length * 2, 4)
  bytes.write('WAVEfmt ', 8, 'ascii')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(Math.round(rate), 24)
  bytes.writeUInt32LE(Math.round(rate) * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'ascii')
  bytes.writeUInt32LE(samples.length * 2, 40)
  samples.forEach((sample, index) => {
    bytes.writeInt16LE(
      Math.max(-32_768, Math.min(32_767, Math.round(sample * gain * 32_767))),
      44 + index * 2,
    )
  })
  return bytes
}
