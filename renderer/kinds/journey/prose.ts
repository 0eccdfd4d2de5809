import type { Section } from '../../core/draft.ts'
import { sentences } from '../../core/text.ts'

/** A journey as people type it: a heading for each phase, a list of its steps, and here and there `Emotion: 2`. */

const LABELLED =
  /^(emotion|feeling|mood|moment of truth|pains?|pain points?|frustrations?|opportunit(?:y|ies)|ideas?|touchpoints?|channels?|backstage|quote|assumed):\s*(\S.*)$/i
const NOT_A_PHASE =
  /^(about|background|contents|table of contents|sources?|notes?|method(ology)?|legend|references|links|credits)\b/i

/** Phases under the author's own names of fields. Empty where the page has no headings with something under them. */
export function phasesFromProse(sections: readonly Section[]): Readonly<Record<string, unknown>>[] {
  const headed = sections.filter(
    (section) => section.depth > 0 && hasContent(section) && !NOT_A_PHASE.test(section.heading),
  )
  const depth = phaseDepth(headed)
  return headed.filter((section) => section.depth === depth).map(phaseOf)
}

/** Phases stand at the depth that most headings with lists have; the page's own heading is none of them. */
function phaseDepth(sections: readonly Section[]): number {
  const counts = new Map<number, number>()
  for (const { depth, lists } of sections)
    counts.set(depth, (counts.get(depth) ?? 0) + (lists.length > 0 ? 1 : 0.1))
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return best?.[0] ?? 0
}

function phaseOf(section: Section): Readonly<Record<string, unknown>> {
  const lines =
    section.lists.length > 0 ? section.lists.flat() : section.paragraphs.flatMap((text) => sentences(text))
  const loose = section.lists.length > 0 ? section.paragraphs : []
  const labelled = [...lines, ...loose].flatMap((line) => {
    const match = LABELLED.exec(line)
    return match?.[1] !== undefined && match[2] !== undefined
      ? [[match[1].toLowerCase(), match[2]] as const]
      : []
  })
  return {
    ...Object.fromEntries(gather(labelled)),
    ...(section.quotes[0] === undefined ? {} : { quote: section.quotes[0] }),
    name: section.heading,
    steps: lines.filter((line) => !LABELLED.test(line)),
  }
}

/** A label that comes twice holds both texts. */
function gather(pairs: readonly (readonly [string, string])[]): Map<string, string | string[]> {
  const gathered = new Map<string, string | string[]>()
  for (const [name, text] of pairs) {
    const before = gathered.get(name)
    gathered.set(name, before === undefined ? text : [...(Array.isArray(before) ? before : [before]), text])
  }
  return gathered
}

function hasContent({ lists, paragraphs, quotes }: Section): boolean {
  return lists.length + paragraphs.length + quotes.length > 0
}
