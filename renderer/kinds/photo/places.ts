import { isMap, textOf } from '../../core/draft-values.ts'
import type { BlurBox, Box } from '../../core/item.ts'

/** Places in a picture as people write them, in shares of its width and height: 0.4 and 40 % are one place. */

export interface FocalPoint {
  readonly x: number
  readonly y: number
}

const WORDS: Readonly<Record<string, Partial<FocalPoint>>> = {
  left: { x: 0.2 },
  right: { x: 0.8 },
  top: { y: 0.2 },
  bottom: { y: 0.8 },
  center: {},
  centre: {},
  middle: {},
}

/** `[0.5, 0.6]`, `50% 60%`, `{x: 50, y: 60}`, `top left`; undefined for what is no place in a picture. */
export function readFocal(value: unknown): FocalPoint | undefined {
  const words =
    textOf(value)
      ?.toLowerCase()
      .match(/[a-z]+/g) ?? []
  if (!isMap(value) && words.length > 0) return wordsPlace(words)
  const shares = readShares(isMap(value) ? [value['x'], value['y']] : numbersIn(value))
  const [x, y] = shares ?? []
  return shares?.length === 2 && x !== undefined && y !== undefined ? { x, y } : undefined
}

function wordsPlace(words: readonly string[]): FocalPoint | undefined {
  const parts = words.map((word) => WORDS[word])
  if (parts.length > 2 || parts.some((part) => part === undefined)) return undefined
  return { x: 0.5, y: 0.5, ...parts[0], ...parts[1] }
}

/** Pixels where they are called so, and where a number is too large to be per cent; never beside a share. */
function isPixels(values: readonly unknown[], unit: unknown): boolean {
  const texts = values.map((value) => textOf(value) ?? '')
  if (texts.some((text) => /%/.test(text))) return false
  const called = /^(?:px|pixels?)$/i.test(textOf(unit) ?? '') || texts.some((text) => /\d\s*px\b/i.test(text))
  return called || values.some((value) => (numbersIn(value)[0] ?? 0) > 100)
}

function readPixels(values: readonly unknown[]): BlurBox | undefined {
  const numbers = values.flatMap((value) => numbersIn(value).slice(0, 1))
  const [x, y, width, height] = numbers
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined
  // A share among them, such as 0.3, would be a box that covers nobody.
  const inOrder = numbers.every((number) => number === 0 || (number >= 1 && number <= MOST_PIXELS))
  return inOrder && values.length === 4 && width > 0 && height > 0
    ? { x, y, width, height, unit: 'px' }
    : undefined
}

/** Longer than any picture that is read. */
const MOST_PIXELS = 1e6

/** `[0.1, 0.2, 0.3, 0.4]` and `10% 20% 30% 40%` are left, top, width and height; a map may name right and bottom instead. */
export function readBox(value: unknown): BlurBox | undefined {
  const parts = isMap(value) ? boxOfMap(value) : partsOf(value)
  const unit = isMap(value) ? value['unit'] : undefined
  if (isPixels(parts, unit)) return readPixels(parts)
  const [x, y, width, height] = readShares(isMap(value) ? boxOfMap(value) : numbersIn(value), 4) ?? []
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined
  const box = { x, y, width: Math.min(width, 1 - x), height: Math.min(height, 1 - y) }
  return box.width > 0 && box.height > 0 ? box : undefined
}

/** The part of a picture that is used, in shares of it; pixels say nothing to whoever has not seen the picture. */
export function readCrop(value: unknown): Box | undefined {
  const box = readBox(Array.isArray(value) && value.length === 1 ? value[0] : value)
  if (!box || box.unit !== undefined) return undefined
  return box.width >= LEAST_CROP && box.height >= LEAST_CROP ? box : undefined
}

/** Of less than that no wall could be filled; it is a slip of the pen. */
const LEAST_CROP = 0.02

/** One box, or a list of them; a box that cannot be read is undefined. */
export function readBoxes(value: unknown): readonly (BlurBox | undefined)[] {
  if (!Array.isArray(value)) return isMap(value) ? [readBox(value)] : linesOf(value).map(readBox)
  const single = value.length === 4 && value.every((part) => typeof part !== 'object' && !isWholeBox(part))
  return single ? [readBox(value)] : value.map(readBox)
}

/** `480px 90px 140px 160px` as four texts, so that what stands behind each number is still known. */
function partsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.length === 1 ? partsOf(value[0]) : value
  const text = textOf(value) ?? ''
  return /px|%/i.test(text) ? (text.match(/-?\d+(?:[.,]\d+)?\s*(?:px|%)?/gi) ?? []) : numbersIn(value)
}

function isWholeBox(part: unknown): boolean {
  return numbersIn(part).length > 1
}

function linesOf(value: unknown): string[] {
  return (textOf(value) ?? '').split(/[\n;]+/).filter((line) => line.trim() !== '')
}

function boxOfMap(map: Readonly<Record<string, unknown>>): readonly unknown[] {
  const [x, y] = [map['x'] ?? map['left'], map['y'] ?? map['top']]
  return [
    x,
    y,
    map['width'] ?? map['w'] ?? from(x, map['right']),
    map['height'] ?? map['h'] ?? from(y, map['bottom']),
  ]
}

/** A far edge as a length. */
function from(near: unknown, far: unknown): unknown {
  const [start, end] = [numbersIn(near)[0], numbersIn(far)[0]]
  return start === undefined || end === undefined ? undefined : Number((end - start).toFixed(6))
}

/** Numbers over 1 are per cent, and then all of them are. Undefined where one is missing or outside the picture. */
function readShares(values: readonly unknown[], count = 2): number[] | undefined {
  const numbers = values.flatMap((value) => numbersIn(value).slice(0, 1))
  if (numbers.length !== count || values.length !== count) return undefined
  const inPercent =
    numbers.some((number) => number > 1) || values.some((value) => /%/.test(textOf(value) ?? ''))
  const shares = numbers.map((number) => (inPercent ? number / 100 : number))
  return shares.every((share) => share >= 0 && share <= 1) ? shares : undefined
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap(numbersIn)
  // "0,5 0,6" and "50, 60": a comma between two digits is a decimal one only where blanks part the numbers.
  const text = textOf(value) ?? ''
  const decimal = /\d,\d+\s+\d+,\d/.test(text) ? text.replace(/(\d),(\d)/g, '$1.$2') : text
  return (decimal.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)
}
