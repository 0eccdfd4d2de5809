/**
 * Loudness of speech as broadcasters measure it: ITU-R BS.1770-4, K-weighted and gated, for one channel. Filter
 * parameters for any sample rate after libebur128 (its `ebur128_init_filter`).
 */

/** EBU R128 target, LUFS: what every clip is levelled to. */
export const TARGET_LUFS = -23
/** Highest sample that a levelled clip may have, dBFS. */
const PEAK_DBFS = -1
/** A hiss is not worth raising further than this, dB. */
const MAX_GAIN_DB = 30

const ABSOLUTE_GATE = -70
const RELATIVE_GATE = -10
const BLOCK_S = 0.4
const STEP_S = 0.1

/** Integrated loudness in LUFS; -Infinity for silence and for clips shorter than a block of 400 ms. */
export function loudness(samples: Float32Array, rate: number): number {
  const weighted = highPass(highShelf(samples, rate), rate)
  const powers = blockPowers(weighted, Math.round(BLOCK_S * rate), Math.round(STEP_S * rate))
  const heard = powers.filter((power) => level(power) > ABSOLUTE_GATE)
  const gate = level(mean(heard)) + RELATIVE_GATE
  return level(mean(heard.filter((power) => level(power) > gate)))
}

/** Factor that brings samples to the target without clipping; 1 for silence. */
export function levellingGain(samples: Float32Array, rate: number): number {
  const measured = loudness(samples, rate)
  if (!Number.isFinite(measured)) return 1
  const wanted = 10 ** (Math.min(MAX_GAIN_DB, TARGET_LUFS - measured) / 20)
  const peak = samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0)
  return Math.min(wanted, 10 ** (PEAK_DBFS / 20) / Math.max(peak, 1e-9))
}

function level(power: number): number {
  return power > 0 ? -0.691 + 10 * Math.log10(power) : -Infinity
}

function mean(powers: readonly number[]): number {
  return powers.length === 0 ? 0 : powers.reduce((sum, power) => sum + power, 0) / powers.length
}

function blockPowers(samples: Float32Array, block: number, step: number): number[] {
  const powers: number[] = []
  for (let start = 0; start + block <= samples.length; start += step) {
    let sum = 0
    for (let index = start; index < start + block; index += 1) sum += (samples[index] ?? 0) ** 2
    powers.push(sum / block)
  }
  return powers
}

interface Biquad {
  readonly b: readonly [number, number, number]
  readonly a: readonly [number, number]
}

function highShelf(samples: Float32Array, rate: number): Float32Array {
  const q = 0.7071752369554196
  const k = Math.tan((Math.PI * 1681.974450955533) / rate)
  const high = 10 ** (3.999843853973347 / 20)
  const band = high ** 0.4996667741545416
  const a0 = 1 + k / q + k * k
  return filter(samples, {
    b: [
      (high + (band * k) / q + k * k) / a0,
      (2 * (k * k - high)) / a0,
      (high - (band * k) / q + k * k) / a0,
    ],
    a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0],
  })
}

function highPass(samples: Float32Array, rate: number): Float32Array {
  const q = 0.5003270373238773
  const k = Math.tan((Math.PI * 38.13547087602444) / rate)
  const a0 = 1 + k / q + k * k
  return filter(samples, { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] })
}

function filter(samples: Float32Array, { b, a }: Biquad): Float32Array {
  const out = new Float32Array(samples.length)
  let [z1, z2] = [0, 0]
  for (let index = 0; index < samples.length; index += 1) {
    const input = samples[index] ?? 0
    const output = b[0] * input + z1
    z1 = b[1] * input - a[0] * output + z2
    z2 = b[2] * input - a[1] * output
    out[index] = output
  }
  return out
}
