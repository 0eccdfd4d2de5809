import type { Draft, Section } from '../../core/draft.ts'
import { fieldKey, meantField, type Note } from '../../core/draft-fields.ts'
import { redactText } from '../../core/redaction.ts'
import { sentences } from '../../core/text.ts'
import { labelledIn } from './labelled-table.ts'
import { ABOUT_SEVERAL, fieldOfHeading } from './page.ts'
import { PERSONA_ALIASES } from './read.ts'

/** A page that holds several personas, as teams write them in one document: each heading under “Personas” is one. */

/** Front matter that says the page is about one person. */
const OF_ONE = ['name', 'quote', 'need', 'age', 'occupation']

export function dividePersonas(draft: Draft): readonly Draft[] {
  const isOne = OF_ONE.some((name) => Object.keys(draft.fields).some((own) => fieldKey(own) === name))
  if (isOne || draft.sections.length === 0) return [withTable(draft)]
  const groups = personasIn(draft.sections)
  if (groups.length >= 2)
    return groups.map((sections, index) => personaOf(draft, sections, index, groups.length))
  const speaksOfSeveral = draft.sections.some(
    ({ heading, depth }) => depth === 1 && ABOUT_SEVERAL.test(heading),
  )
  return speaksOfSeveral ? [{ ...draft, told: [several(draft.sections)] }] : [withTable(draft)]
}

/** A heading under which each heading is a persona; stakeholders are who else has a word in it. */
const ANNOUNCES = /\b(personas|archetypes|(?:user|customer) (?:profiles|types|segments))\b/i

/** The sections of each persona, its own heading first: under the deepest heading that announces several, else under each top one. */
function personasIn(sections: readonly Section[]): readonly (readonly Section[])[] {
  const announced = sections
    .flatMap((section, at) => (section.depth > 0 && ANNOUNCES.test(section.heading) ? [at] : []))
    .map((at) => ({ depth: sections[at]?.depth ?? 0, groups: childrenOf(sections, at) }))
    .filter(({ groups }) => groups.length >= 2)
    .toSorted((a, b) => b.depth - a.depth)
  if (announced[0]) return announced[0].groups
  const tops = groupsAt(sections, 1)
  return tops.every((group) => group.some(({ heading }) => isOfOurs(heading))) ? tops : []
}

function childrenOf(sections: readonly Section[], at: number): readonly (readonly Section[])[] {
  const depth = sections[at]?.depth ?? 0
  const after = sections.slice(at + 1)
  const end = after.findIndex((section) => section.depth <= depth)
  const under = end === -1 ? after : after.slice(0, end)
  return groupsAt(under, Math.min(...under.map((section) => section.depth))).filter(saysSomething)
}

function groupsAt(sections: readonly Section[], depth: number): Section[][] {
  const groups: Section[][] = []
  for (const section of sections) {
    if (section.depth === depth) groups.push([section])
    else groups.at(-1)?.push(section)
  }
  return groups
}

/** “Methodology” and “Goals” are headings of a page, and nobody's name. */
function saysSomething([first, ...rest]: readonly Section[]): boolean {
  if (!first || isOfOurs(first.heading) || first.heading.length > 80 || NO_NAME.test(first.heading))
    return false
  return [first, ...rest].some(
    ({ paragraphs, lists, quotes }) => paragraphs.length + lists.length + quotes.length > 0,
  )
}

const NO_NAME =
  /methodolog|themes?\b|summary|conclusion|change ?log|next steps|introduction|appendix|recommend|findings|objectives|impact|\?\s*$|stakeholders/i

function isOfOurs(heading: string): boolean {
  return fieldOfHeading(heading) !== undefined
}

function personaOf(draft: Draft, sections: readonly Section[], index: number, count: number): Draft {
  const [first, ...rest] = sections
  const up = (first?.depth ?? 1) - 1
  const heading = redactText(first?.heading ?? '')
  const [name, about] = heading.split(/\s+[—–-]\s+|,\s+/)
  const own = withTable({
    ...draft,
    line: first?.line ?? draft.line,
    fields: { ...shared(draft.fields), name: name ?? heading, id: heading.slice(0, 60) },
    lines: {},
    sections: [
      { ...asSection(first), depth: 1 },
      ...rest.map((section) => ({ ...section, depth: section.depth - up })),
    ],
    // A picture of the page is nobody's portrait for sure.
    pictures: [],
    siblings: [],
    told: index === 0 ? [divided(count)] : [],
  })
  const need = hasSentence(own) ? undefined : tellingSentence(sections)
  const fields = {
    ...(about === undefined ? {} : { description: about }),
    ...own.fields,
    ...(need === undefined ? {} : { need: need }),
  }
  return {
    ...own,
    fields,
    told: [...(own.told ?? []), ...(need === undefined ? [] : [taken(name ?? heading, need, own.line)])],
  }
}

function asSection(section: Section | undefined): Section {
  return section ?? { heading: '', depth: 1, line: 1, paragraphs: [], lists: [], quotes: [], strong: [] }
}

/** What the file says of all of them: whose research it is, who may see it; its title and name are none of theirs. */
function shared(fields: Draft['fields']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => !['id', 'title', 'name'].includes(fieldKey(name))),
  )
}

/** A table of labels and what belongs to them, as wikis draw personas: `| Age | 35 |`. */
function withTable(draft: Draft): Draft {
  const pairs = draft.sections.flatMap((section) =>
    section.paragraphs.flatMap((text) => labelledIn(redactText(text))),
  )
  const known = pairs.filter(([label]) => meantField(label, PERSONA_ALIASES) !== undefined)
  if (known.length < 2) return draft
  const sections = draft.sections.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.filter((text) => labelledIn(text).length === 0),
    // The table has said what she needs; a list below it without a heading is links and footnotes.
    lists: fieldOfHeading(section.heading) === undefined ? [] : section.lists,
  }))
  return { ...draft, sections, fields: { ...Object.fromEntries(known), ...draft.fields } }
}

/** True where the persona says something without our looking for it in her prose. */
function hasSentence({ fields, sections }: Draft): boolean {
  const written = Object.keys(fields).map((name) => meantField(name, PERSONA_ALIASES))
  const named = sections.some(
    ({ heading, quotes }) => quotes.length > 0 || isSentenceField(fieldOfHeading(heading)),
  )
  return named || written.some((name) => isSentenceField(name))
}

function isSentenceField(name: string | undefined): boolean {
  return name !== undefined && ['quote', 'need', 'needs', 'goals', 'frustrations'].includes(name)
}

const TELLING =
  /\b(needs?|wants?|faces?|struggles?|concerns?|worr(?:y|ies)|challenges?|difficult|hard to|limited|relies|rely|lacks?|cannot)\b/i

/** The sentence that tells most of what she is up against, without the word that joined it to the one before. */
function tellingSentence(sections: readonly Section[]): string | undefined {
  const found = sections
    .flatMap(({ paragraphs }) => paragraphs.flatMap((text) => sentences(redactText(text))))
    .find((sentence) => TELLING.test(sentence) && sentence.length <= 220)
  const plain = found?.replace(/^(?:however|but|also|moreover|in addition),?\s+/i, '').trim()
  return plain === undefined || plain === '' ? undefined : plain.charAt(0).toUpperCase() + plain.slice(1)
}

function divided(count: number): Note {
  return {
    severity: 'note',
    message: `This page holds ${count} personas; each heading is one, without a portrait.`,
    hint: 'Give each a file of its own to add a portrait, n: and evidence:.',
  }
}

function taken(name: string, need: string, line: number): Note {
  return {
    line,
    field: 'need',
    severity: 'note',
    message: `Nobody is quoted, so the wall says of ${name}: “${need}”.`,
    hint: 'Write quote: with her own words, or need: with ours, into a file of her own.',
  }
}

function several(sections: readonly Section[]): Note {
  return {
    line: sections[0]?.line ?? 1,
    severity: 'error',
    message: 'This page speaks of several personas, and nothing in it tells where one begins.',
    hint: 'Give each a file of its own, or a heading of its own under the heading “Personas”. A page that only leads to them may be taken out.',
  }
}
