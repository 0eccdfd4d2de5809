/** Words that the items of a theme share more than others do: hints at what is meant by it in this room. */

export interface ThemeSample {
  /** Stems of each text of the theme, each once a text. */
  readonly inside: readonly ReadonlySet<string>[]
  /** Of texts of other themes or none. */
  readonly outside: readonly ReadonlySet<string>[]
}

/** Fewer texts tell nothing of a theme. */
const LEAST_TEXTS = 5
/** A word is in so many of them at least, in number and in share. */
const LEAST_COUNT = 3
const LEAST_SHARE = 0.05
/** So many times as often as elsewhere. */
const LEAST_LIFT = 4
const MOST_WORDS = 8
const LEAST_LENGTH = 3

/** The most telling first; the same texts give the same words. */
export function sharedWords({ inside, outside }: ThemeSample): readonly string[] {
  if (inside.length < LEAST_TEXTS) return []
  const [here, there] = [counts(inside), counts(outside)]
  const least = Math.max(LEAST_COUNT, LEAST_SHARE * inside.length)
  return [...here]
    .filter(([word, count]) => count >= least && word.length >= LEAST_LENGTH)
    .map(([word, count]) => {
      const share = count / inside.length
      const elsewhere = ((there.get(word) ?? 0) + 0.5) / (outside.length + 1)
      return { word, lift: share / elsewhere, score: share * Math.log(share / elsewhere) }
    })
    .filter(({ lift }) => lift >= LEAST_LIFT)
    .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(({ word }) => word)
}

function counts(texts: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const words of texts) for (const word of words) found.set(word, (found.get(word) ?? 0) + 1)
  return found
}
