import { editDistance } from '../../renderer/core/likely-name.ts'

/** Longer headers are told apart by their beginning. */
const COMPARED = 120
/** Share of the words, or of the letters, that may differ between what was written and what was meant. */
const MOST_WORDS_ALIKE = 0.5
const FEW_LETTERS = 0.34

/** The header that was probably meant: it begins like it, shares most words with it, or differs by a slip. */
export function nearestHeader(wanted: string, headers: readonly string[]): string | undefined {
  const name = plain(wanted)
  const ranked = headers
    .map((header) => ({ header, score: likeness(name, plain(header)) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
  return ranked[0]?.header
}

function likeness(wanted: string, header: string): number {
  if (wanted === '' || header === '') return 0
  if (header.startsWith(wanted) || wanted.startsWith(header)) return 3
  const longest = Math.max(wanted.length, header.length)
  const letters = editDistance(wanted, header) / longest
  const [own, theirs] = [new Set(wanted.split(' ')), new Set(header.split(' '))]
  const shared = [...own].filter((word) => theirs.has(word)).length / own.size
  if (letters <= FEW_LETTERS) return 2 - letters
  return shared > MOST_WORDS_ALIKE ? shared : 0
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}#]+/gu, ' ')
    .trim()
    .slice(0, COMPARED)
}
