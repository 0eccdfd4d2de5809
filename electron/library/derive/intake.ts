import type { Sound } from './pcm.ts'

/** Highest rate of a derived clip: speech has nothing above 12 kHz that a wall could bring across a room. */
const MAX_RATE = 24_000
/** Half width of the low-pass, in samples of the slower rate. */
const TAPS = 16

/**
 * Takes a recording in pieces, as the decoder gives them, and keeps of it one channel at no more than 24 kHz between
 * an in and an out point: hours may pass through, and only the clip is in memory.
 */
export class Intake {
  readonly #inMs: number
  readonly #outMs: number
  readonly #kept: Float32Array[] = []
  #slower: Decimator | undefined
  #sourceRate = 0
  /** Samples at the lower rate that have come out so far. */
  #passed = 0

  constructor(inMs = 0, outMs = Number.POSITIVE_INFINITY) {
    this.#inMs = Math.max(0, inMs)
    this.#outMs = outMs
  }

  /** Length of all that was taken in, s. */
  get seconds(): number {
    return this.#slower === undefined ? 0 : this.#slower.taken / this.#sourceRate
  }

  /** Samples per channel of the original that were taken in. */
  get samples(): number {
    return this.#slower?.taken ?? 0
  }

  /** Length of what is kept, s. */
  get keptSeconds(): number {
    return this.#kept.reduce((sum, piece) => sum + piece.length, 0) / (this.#slower?.rate ?? 1)
  }

  /** True once the out point has passed: the rest need not be decoded. */
  get isFull(): boolean {
    return this.seconds * 1_000 > this.#outMs + 1_000
  }

  take(channels: readonly Float32Array[], rate: number): void {
    if (channels.length === 0 || !(rate > 0)) return
    if (this.#slower === undefined) {
      this.#sourceRate = rate
      this.#slower = new Decimator(rate, Math.ceil(rate / MAX_RATE))
    }
    this.#keep(this.#slower.push(toMono(channels)))
  }

  /** What was kept; call it once, at the end. */
  end(): Sound {
    if (this.#slower === undefined) return { samples: new Float32Array(), rate: MAX_RATE }
    this.#keep(this.#slower.flush())
    const samples = new Float32Array(this.#kept.reduce((sum, piece) => sum + piece.length, 0))
    let at = 0
    for (const piece of this.#kept.splice(0)) {
      samples.set(piece, at)
      at += piece.length
    }
    return { samples, rate: this.#slower.rate }
  }

  #keep(piece: Float32Array): void {
    const rate = this.#slower?.rate ?? MAX_RATE
    const start = Math.round((this.#inMs * rate) / 1_000) - this.#passed
    const end =
      this.#outMs === Number.POSITIVE_INFINITY
        ? piece.length
        : Math.round((this.#outMs * rate) / 1_000) - this.#passed
    this.#passed += piece.length
    const wanted = piece.slice(
      Math.min(piece.length, Math.max(0, start)),
      Math.min(piece.length, Math.max(0, end)),
    )
    if (wanted.length > 0) this.#kept.push(wanted)
  }
}

/** The mean of all channels: a call has the caller on one and the agent on the other. NaN, which a broken decoder may give, is silence. */
function toMono(channels: readonly Float32Array[]): Float32Array {
  const length = Math.min(...channels.map((channel) => channel.length))
  const mono = new Float32Array(length)
  for (const channel of channels) {
    for (let index = 0; index < length; index += 1) {
      const sample = channel[index] ?? 0
      mono[index] = (mono[index] ?? 0) + (Number.isFinite(sample) ? sample / channels.length : 0)
    }
  }
  return mono
}

/** Every `factor`-th sample after a windowed-sinc low-pass at the new Nyquist frequency (Hann window), piece by piece. */
class Decimator {
  readonly rate: number
  readonly #factor: number
  readonly #half: number
  readonly #kernel: Float64Array
  /** Samples that the next window still needs; the first lies at `#start` of the whole. */
  #pending = new Float32Array()
  #start: number
  #next = 0
  taken = 0

  constructor(rate: number, factor: number) {
    this.rate = rate / factor
    this.#factor = factor
    this.#half = factor === 1 ? 0 : TAPS * factor
    this.#kernel = lowPass(factor, this.#half)
    this.#start = -this.#half
    this.#pending = new Float32Array(this.#half)
  }

  push(samples: Float32Array): Float32Array {
    this.taken += samples.length
    return this.#run(samples)
  }

  /** Silence behind the end lets the last windows out. */
  flush(): Float32Array {
    return this.#run(new Float32Array(this.#half))
  }

  #run(samples: Float32Array): Float32Array {
    if (this.#factor === 1) return samples
    const all = new Float32Array(this.#pending.length + samples.length)
    all.set(this.#pending)
    all.set(samples, this.#pending.length)
    const end = this.#start + all.length
    const count = Math.max(
      0,
      Math.min(
        Math.ceil((end - this.#half - this.#next) / this.#factor),
        Math.ceil((this.taken - this.#next) / this.#factor),
      ),
    )
    const out = new Float32Array(count)
    for (let index = 0; index < count; index += 1) {
      const from = this.#next + index * this.#factor - this.#half - this.#start
      let value = 0
      for (let tap = 0; tap < this.#kernel.length; tap += 1)
        value += (all[from + tap] ?? 0) * (this.#kernel[tap] ?? 0)
      out[index] = value
    }
    this.#next += count * this.#factor
    const keepFrom = Math.max(0, Math.min(all.length, this.#next - this.#half - this.#start))
    this.#pending = all.slice(keepFrom)
    this.#start += keepFrom
    return out
  }
}

function lowPass(factor: number, half: number): Float64Array {
  if (half === 0) return Float64Array.of(1)
  const kernel = Float64Array.from({ length: 2 * half + 1 }, (_, tap) => {
    const x = (tap - half) / factor
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
    return sinc * (0.5 + 0.5 * Math.cos((Math.PI * (tap - half)) / half))
  })
  const sum = kernel.reduce((total, tap) => total + tap, 0)
  return kernel.map((tap) => tap / sum)
}
