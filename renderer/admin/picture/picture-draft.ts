import type { ItemField } from '../../core/admin/find.ts'
import type { BlurBox, Box } from '../../core/item.ts'
import { type FocalPoint, readBoxes, readCrop, readFocal } from '../../kinds/photo/places.ts'

/** What is to be done with a photograph, while somebody draws it: places in shares of the whole upright picture. */
export interface PictureDraft {
  readonly blur: readonly BlurPart[]
  readonly crop?: Box | undefined
  readonly focal?: FocalPoint | undefined
}

/** As a file has it; without `box` it cannot be drawn here, and stays as it was written. */
export interface BlurPart {
  readonly written: unknown
  readonly box?: Box | undefined
}

interface Size {
  readonly width: number
  readonly height: number
}

/** @param size of the file's own picture, px, where it is known: parts in pixels can then be drawn */
export function draftOf(fields: readonly ItemField[], size: Size | undefined): PictureDraft {
  const said = (name: string): unknown => {
    const field = fields.find((each) => each.name === name && each.of === 'body')
    return field?.written ?? (name === 'focal' && isCropped(fields) ? undefined : field?.value)
  }
  const blur = said('blur')
  const list = Array.isArray(blur) ? blur : blur === undefined ? [] : [blur]
  const focal = said('focal')
  return {
    blur: readBoxes(blur ?? []).map((box, at) => ({
      written: list.length === 1 || !Array.isArray(blur) ? (box ?? blur) : list[at],
      ...(box ? { box: inShares(box, size) } : {}),
    })),
    crop: said('crop') === undefined ? undefined : readCrop(said('crop')),
    focal: focal === undefined ? undefined : readFocal(focal),
  }
}

/** Of a cropped picture the place that was read is one of the part, and not of the whole. */
function isCropped(fields: readonly ItemField[]): boolean {
  return fields.some(({ name, of }) => name === 'crop' && of === 'body')
}

function inShares({ unit, ...box }: BlurBox, size: Size | undefined): Box | undefined {
  if (unit === undefined) return box
  if (!size) return undefined
  return {
    x: box.x / size.width,
    y: box.y / size.height,
    width: box.width / size.width,
    height: box.height / size.height,
  }
}

/** As it is written: what was not touched stays as it was. */
export function blurWritten(parts: readonly BlurPart[]): readonly unknown[] {
  return parts.map(({ written, box }) => written ?? (box && rounded(box)))
}

/** Shares to a thousandth: a pixel of any wall. */
export function rounded({ x, y, width, height }: Box): Box {
  const share = (value: number): number => Math.round(value * 1_000) / 1_000
  return { x: share(x), y: share(y), width: share(width), height: share(height) }
}

/** Least side of a box, in shares. */
export const LEAST = 0.02

/** Between two corners, in any order. */
export function boxBetween(a: FocalPoint, b: FocalPoint): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.max(LEAST, Math.abs(a.x - b.x)),
    height: Math.max(LEAST, Math.abs(a.y - b.y)),
  }
}

const STEP = 0.02

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/** By an arrow key; with `isSizing` its lower right corner alone. Undefined for any other key. */
export function movedBy(box: Box, key: string, isSizing: boolean): Box | undefined {
  const step = STEPS[key]
  if (!step) return undefined
  const [across, down] = step
  return isSizing
    ? {
        ...box,
        width: within(box.width + across, LEAST, 1 - box.x),
        height: within(box.height + down, LEAST, 1 - box.y),
      }
    : {
        ...box,
        x: within(box.x + across, 0, 1 - box.width),
        y: within(box.y + down, 0, 1 - box.height),
      }
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
