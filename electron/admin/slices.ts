import { setImmediate as breath } from 'node:timers/promises'

/** Work on very many items in the process that turns the wall: a little, then whoever waits, then a little more. */

/** A slide that is due may wait so long, ms. */
const SLICE_MS = 8
/** The clock is asked once in so many items. */
const LOOK_EVERY = 256

/** Calls `work` with each index from 0 to just before `count`, in order. */
export async function eachInSlices(count: number, work: (index: number) => void): Promise<void> {
  let begun = performance.now()
  for (let index = 0; index < count; index += 1) {
    work(index)
    if (index % LOOK_EVERY !== LOOK_EVERY - 1 || performance.now() - begun < SLICE_MS) continue
    await breath()
    begun = performance.now()
  }
}

const RUN = 1_024

/** Sorts by merging runs. The order of what `compare` holds to be equal stays. */
export async function sortInSlices(
  slots: Uint32Array<ArrayBuffer>,
  compare: (a: number, b: number) => number,
): Promise<Uint32Array<ArrayBuffer>> {
  const runs = Math.ceil(slots.length / RUN)
  let begun = performance.now()
  const rest = async (): Promise<void> => {
    if (performance.now() - begun < SLICE_MS) return
    await breath()
    begun = performance.now()
  }
  for (let run = 0; run < runs; run += 1) {
    slots.subarray(run * RUN, (run + 1) * RUN).sort(compare)
    await rest()
  }
  let [from, to] = [slots, new Uint32Array(slots.length)]
  for (let width = RUN; width < slots.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width)
      for (const merge = mergeOf(from, to, start, width, compare); merge(); ) await rest()
    ;[from, to] = [to, from]
  }
  return from
}

/** Steps of one merge: each writes a stretch; false with the last. */
function mergeOf(
  from: Uint32Array,
  to: Uint32Array,
  start: number,
  width: number,
  compare: (a: number, b: number) => number,
): () => boolean {
  const middle = Math.min(start + width, from.length)
  const end = Math.min(start + 2 * width, from.length)
  let [left, right, at] = [start, middle, start]
  return () => {
    const stop = Math.min(end, at + RUN)
    for (; at < stop; at += 1) {
      const [a = 0, b = 0] = [from[left], from[right]]
      const takesLeft = left < middle && (right >= end || compare(a, b) <= 0)
      to[at] = takesLeft ? a : b
      if (takesLeft) left += 1
      else right += 1
    }
    return at < end
  }
}
