import type { Item } from '../renderer/core/item.ts'
import type { Problem } from '../renderer/core/problem.ts'

/** Items that the wall could not draw whole at a legible size, until they may have been shortened. */
export interface UnfitItems {
  /** False where this is known already. */
  note(item: Pick<Item, 'id' | 'path' | 'line'>, words: number, holds: number): boolean
  problems(): readonly Problem[]
  forget(): void
}

export function makeUnfitItems(): UnfitItems {
  const unfit = new Map<string, Problem>()
  return {
    note({ id, path, line }, words, holds) {
      if (unfit.has(id)) return false
      unfit.set(id, {
        path,
        line,
        severity: 'warning',
        code: 'too-long',
        item: id,
        message: `${words} words; a wall holds about ${holds}.`,
        hint: 'Shorten the text, or split it into two items.',
      })
      return true
    },
    problems: () => [...unfit.values()],
    forget: () => unfit.clear(),
  }
}
