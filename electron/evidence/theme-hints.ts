import { sharedWords } from '../../renderer/core/evidence/theme-words.ts'
import { folded } from '../../renderer/core/evidence/words.ts'
import { eachInSlices } from '../admin/slices.ts'
import type { EvidenceParts } from './find-evidence.ts'
import { wordForms } from './languages.ts'
import { testimonyOf } from './passages.ts'

/** Texts of a theme, and texts beside it, from which its words are told. */
const MOST_INSIDE = 300
const MOST_OUTSIDE = 900

/** What the texts of a theme share in this room; asked of those alone that may be shown. Kept while the room is the same. */
export class ThemeHints {
  readonly #parts: EvidenceParts
  #of: unknown
  readonly #known = new Map<string, readonly string[]>()

  constructor(parts: EvidenceParts) {
    this.#parts = parts
  }

  async hints(theme: string, language: string): Promise<readonly string[]> {
    const cards = this.#parts.cards()
    if (this.#of !== cards) this.#known.clear()
    this.#of = cards
    const key = `${language}\u0000${theme}`
    const known = this.#known.get(key)
    if (known) return known
    const inside: string[] = []
    const outside: string[] = []
    for (const { id, kind, themes = [] } of cards) {
      if (kind !== 'quote' && kind !== 'observation') continue
      if (themes.some((name) => folded(name).text === theme)) inside.push(id)
      else outside.push(id)
    }
    const made = sharedWords({
      inside: await this.#stems(spread(inside, MOST_INSIDE), language),
      outside: await this.#stems(spread(outside, MOST_OUTSIDE), language),
    })
    this.#known.set(key, made)
    return made
  }

  async #stems(ids: readonly string[], language: string): Promise<readonly ReadonlySet<string>[]> {
    const { isCommon, stem } = wordForms(language)
    const found: ReadonlySet<string>[] = []
    const may = ids.filter(this.#parts.mayShow)
    const items = this.#parts.items(may)
    await eachInSlices(items.length, (at) => {
      const item = items[at]?.item
      for (const { text } of item ? testimonyOf(item, language).passages : [])
        found.push(
          new Set(
            folded(text)
              .words.filter((word) => !isCommon(word))
              .map(stem),
          ),
        )
    })
    return found
  }
}

/** So many of them at most, from all over the list. */
function spread(ids: readonly string[], most: number): readonly string[] {
  const step = Math.max(1, ids.length / most)
  return Array.from({ length: Math.min(most, ids.length) }, (_, at) => ids[Math.floor(at * step)] ?? '')
}
