import type { Media } from '../../../renderer/core/item.ts'
import type { ProblemCode } from '../../../renderer/core/problem.ts'

/** Bytes made for the wall, and what the wall must know of them. */
export type Derived =
  | {
      readonly ok: true
      readonly bytes: Uint8Array
      readonly media: Omit<Media, 'hash' | 'thumbnail'>
      /** The same picture, small. */
      readonly thumbnail?: Thumbnail | undefined
    }
  | NotDerived

export interface Thumbnail {
  readonly bytes: Uint8Array
  readonly mime: string
  readonly width: number
  readonly height: number
}

export interface NotDerived {
  readonly ok: false
  /** True for what a file half-written looks like too. */
  readonly mayStillCome: boolean
  readonly code: ProblemCode
  readonly message: string
  readonly hint: string
}

export function refused(message: string, hint: string, code: ProblemCode = 'format'): NotDerived {
  return { ok: false, mayStillCome: false, code, message, hint }
}

export function notWhole(what: string): NotDerived {
  return {
    ok: false,
    mayStillCome: true,
    code: 'damaged',
    message: `${what} is not complete yet, or it is damaged.`,
    hint: 'Copy it here again, or export it again where it was made.',
  }
}
