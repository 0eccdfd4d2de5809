import type { Refusal, RefusedBecause } from '../../renderer/core/admin/change-answer.ts'
import type { Problem } from '../../renderer/core/problem.ts'

/** A change that is not made, with the reason that the curator gets. Thrown within the curation, never out of it. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

export function refuse(
  because: RefusedBecause,
  message: string,
  hint: string,
  more: Omit<Refusal, 'because' | 'message' | 'hint'> = {},
): Refused {
  return new Refused({ because, message, hint, ...more })
}

/** A file that the library could not read either: in its words, with the line. */
export function refuseBroken(
  { path, line, field, message, hint }: Problem,
  because: RefusedBecause = 'broken',
): Refused {
  return new Refused({ because, path, line, field, message, hint })
}

/** The journal's disk may be another one than the folder's. */
const DISK_IS_FULL = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL']
const MAY_NOT = ['EACCES', 'EPERM', 'EROFS']
const IS_GONE = ['ENOENT', 'ENOTDIR', 'ESTALE', 'EIO', 'ENXIO', 'ENODEV', 'EHOSTDOWN', 'ETIMEDOUT']

/** What the disk said, in plain words. Rethrows what is a defect of ours. */
export function refusalOf(thrown: unknown, path?: string): Refusal {
  if (thrown instanceof Refused) return thrown.refusal
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  const where = path === undefined ? {} : { path }
  if (DISK_IS_FULL.includes(code))
    return {
      because: 'full',
      message: 'The disk is full, so nothing was changed.',
      hint: 'Make room on it, then try again.',
      ...where,
    }
  if (MAY_NOT.includes(code))
    return {
      because: 'read-only',
      message: 'The folder may not be written from here, so nothing was changed.',
      hint: 'Give this account the right to write there, or change it on a machine that has it.',
      ...where,
    }
  if (IS_GONE.includes(code))
    return {
      because: 'gone',
      message: 'The folder, or a file in it, cannot be reached.',
      hint: 'See that the share or the disk is there, then try again.',
      ...where,
    }
  throw thrown
}
