import type { Draft, Section } from '../../core/draft.ts'
import { textsOf, withoutQuotationMarks } from '../../core/draft-values.ts'
import { redactText } from '../../core/redaction.ts'
import { type Facts, factsOf } from './facts.ts'

/** What the sections of a page say about a persona, by the words of their headings. */

const LIST_FIELDS = ['needs', 'goals', 'frustrations', 'values', 'channels', 'access', 'unknown'] as const

/** Headings that name one of our fields. The first that fits wins, so the plainer words stand last. */
const HEADINGS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(tips?|training|tasks?|links?|resources|references|see also|further|contents|how to|set(ting)? ?up|install|step \d|licen[cs]e|sources?|documentation|caveats)\b/i,
    'ignored',
  ],
  [/\b(access|accessib\w*|assistive|disab\w*|impairments?)\b/i, 'access'],
  [/\b(frustrat\w*|pains?|pain points?|challenges?|barriers?|obstacles?|struggles?)\b/i, 'frustrations'],
  [/\b(quotes?|(her|his|their|own) words|says|verbatims?)\b/i, 'quote'],
  [/\b(jobs? to be done|jtbd)\b/i, 'job'],
  [/\b(goals?|aims?|wants|hopes)\b/i, 'goals'],
  [/\bneeds?\b/i, 'needs'],
  [/\b(values?|motivations?|motivated)\b/i, 'values'],
  [/\b(channels?|touchpoints?|devices?|technolog\w+|tools)\b/i, 'channels'],
  [/\b(unknowns?|open questions|do(n’t|n't| not) know)\b/i, 'unknown'],
  [/\b(about|bio(graphy)?|background|profile|overview|summary|description|who)\b/i, 'about'],
]

/** A page with such a heading tells of many, or of how they were made: it is no persona. */
export const ABOUT_SEVERAL = /\b(personas|archetypes|stakeholders|user profiles)\b/i

/** Our field that a heading inside a persona names, `about` and `ignored` among them; undefined where it names none. */
export function fieldOfHeading(heading: string): string | undefined {
  return HEADINGS.find(([pattern]) => pattern.test(heading))?.[1]
}

export interface Found {
  readonly lists: Readonly<Record<string, readonly string[]>>
  readonly facts: Facts['fields']
  readonly quote?: string | undefined
  readonly job?: string | undefined
  /** First sentence of the prose about her. */
  readonly prose?: string | undefined
  /** Line of the first section that gave anything. */
  readonly line?: number | undefined
  readonly quoteLine?: number | undefined
}

export function readPage(draft: Draft): Found {
  const heading = draft.sections.find((section) => section.depth === 1)?.heading ?? ''
  const meant = ABOUT_SEVERAL.test(heading) ? [] : withMeaning(draft.sections)
  const about = meant.filter((each) => each.field === 'about' && (each.named || isAboutOnePerson(draft)))
  const facts = factsOf(
    about.flatMap(({ section }) => section.lists.flat()).map(redactText),
    about.flatMap(({ section }) => section.paragraphs).map(redactText),
  )
  const lists = Object.fromEntries(
    LIST_FIELDS.flatMap((name) => {
      const items = meant.filter(({ field }) => field === name).flatMap(({ section }) => itemsOf(section))
      const all = [...items, ...(facts.lists[name] ?? [])]
      return all.length > 0 ? [[name, all] as const] : []
    }),
  )
  const quoted = meant.find(
    ({ field, section }) => field !== 'ignored' && (section.quotes.length > 0 || field === 'quote'),
  )
  const quote = quoted && (quoted.section.quotes[0] ?? itemsOf(quoted.section)[0])
  const job = meant.filter(({ field }) => field === 'job').flatMap(({ section }) => itemsOf(section))[0]
  return {
    lists,
    facts: facts.fields,
    quote: quote === undefined ? undefined : withoutQuotationMarks(redactText(quote)),
    job,
    prose: facts.prose,
    line: (about.find(({ section }) => section.lists.length > 0) ?? about[0])?.section.line,
    quoteLine: quoted?.section.line,
  }
}

/** A page without a portrait, an age or any field of ours may list anything: its lists are then no needs of anybody. */
function isAboutOnePerson(draft: Draft): boolean {
  const written = ['name', 'age', 'quote', 'need', 'occupation'].some((name) => name in draft.fields)
  return written || draft.pictures.length > 0 || draft.siblings.length > 0
}

/** A heading's meaning holds for the deeper headings under it that have none of their own. */
function withMeaning(sections: readonly Section[]): Meant[] {
  const open: { depth: number; field: string }[] = []
  return sections.map((section) => {
    while ((open.at(-1)?.depth ?? -1) >= section.depth && open.length > 0) open.pop()
    // The page's own heading is her name, and what stands under it is about her, whatever words are in it.
    const own = section.depth <= 1 ? 'about' : fieldOfHeading(section.heading)
    const outer = open.findLast(({ depth }) => depth > 1)?.field
    const field = outer === 'ignored' ? 'ignored' : (own ?? outer ?? 'ignored')
    open.push({ depth: section.depth, field })
    return { section, field, named: section.depth > 1 }
  })
}

interface Meant {
  readonly section: Section
  /** One of our fields, `about` or `ignored`. */
  readonly field: string
  /** The section's own heading says so; the page's does not. */
  readonly named: boolean
}

function itemsOf(section: Section): string[] {
  const items = section.lists.length > 0 ? section.lists.flat() : section.paragraphs
  return items.flatMap((item) => textsOf(redactText(item)))
}
