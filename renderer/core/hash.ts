/** FNV-1a, 32 bit, with a final mix: small, stable over releases, and good enough to shuffle by. */
export function hash(text: string): number {
  return mixed(hashOn(FNV_START, text))
}

/** An even number from 0 up to, but not, 1, with 53 bits: the same for the same text for ever. */
export function evenly(text: string): number {
  const high = mixed(hashOn(FNV_START, text)) >>> 5
  const low = mixed(hashOn(OTHER_START, text)) >>> 6
  return (high * 2 ** 26 + low) / 2 ** 53
}

const FNV_START = 0x811c9dc5
const OTHER_START = 0x9e3779b9

function hashOn(start: number, text: string): number {
  let value = start
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value
}

function mixed(hashed: number): number {
  let value = Math.imul(hashed ^ (hashed >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
