import { direction } from '../core/text.ts'

/** Words that run one way inside a line that runs the other (Unicode Bidirectional Algorithm, isolates). */

/** The text, kept from being turned round by what stands beside it: "9 February" after a source in Arabic. */
export function isolated(text: string, beside: string): string {
  return direction(text) === direction(beside) ? text : kept(text)
}

/** The parts of one line, each kept to itself where they do not all run the same way; `lead` is written before them. */
export function apart(parts: readonly string[], lead = ''): readonly string[] {
  const ways = new Set([lead, ...parts].filter((part) => /\p{L}/u.test(part)).map(direction))
  return ways.size > 1 ? parts.map(kept) : parts
}

function kept(text: string): string {
  return `\u2068${text}\u2069`
}
