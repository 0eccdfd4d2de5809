import { z } from 'zod'
import { defineKind } from '../../core/kind.ts'
import { measureTexts } from '../../core/text.ts'
import { divideDialogue } from './divide.ts'
import { QUOTE_ALIASES, readQuote } from './read.ts'
import { splitVerbatim } from './split.ts'

/** A verbatim: exactly what a customer said or wrote. */
export const quoteSchema = z.object({
  text: z.string({ error: 'is missing: the exact words that were said' }).min(1, { error: 'is empty' }),
  /** Pseudonymous descriptor of the speaker, e.g. "A baker, 29, night shift". */
  who: z.string().optional(),
  /** One line of where and when it was said. */
  note: z.string().optional(),
  channel: z.string().optional(),
  /** Net Promoter answer, 0..10. */
  nps: z.coerce.number({ error: 'is not a number from 0 to 10' }).int().min(0).max(10).optional(),
  stars: z.coerce.number({ error: 'is not a number of stars' }).min(0).max(5).optional(),
  /** The sentence that the curator marked; a stretch of `text`. */
  highlight: z.string().optional(),
  /** This part goes on from one before, or on to one after: set where a long verbatim is split. */
  continued: z.boolean().default(false),
  continues: z.boolean().default(false),
})

export type QuoteBody = Readonly<z.infer<typeof quoteSchema>>

/** Letters of a title made from a verbatim. */
const TITLE_LENGTH = 60

function titleFrom(text: string): string {
  // A character takes two units at most: the rest of a long answer need not be taken apart.
  const line = lineBegin(text, 2 * TITLE_LENGTH + 2)
  const characters = PAIRS.test(line) ? [...line] : line
  if (characters.length <= TITLE_LENGTH) return line
  const begin = characters.slice(0, TITLE_LENGTH)
  const cut = typeof begin === 'string' ? begin : begin.join('')
  return `${cut.slice(0, Math.max(0, cut.lastIndexOf(' '))) || cut}…`
}

/** Characters of two units. */
const PAIRS = /[\uD800-\uDFFF]/
/** What is not one space between two words. */
const SPACES = /[^\S ]|\s\s/

/** At most so many units of the text, written on one line. */
function lineBegin(text: string, units: number): string {
  const begin = oneLine(text.slice(0, 2 * units)).trimStart()
  const line = begin.length > units ? begin : oneLine(text).trim()
  return line.slice(0, units)
}

function oneLine(text: string): string {
  return SPACES.test(text) ? text.replace(/\s+/gu, ' ') : text
}

/** One slide up to 120 words, else several that say that they go on. The marked stretch stays whole in the one that has it. */
function slidesOf(body: QuoteBody): QuoteBody[] {
  const texts = splitVerbatim(body.text, body.highlight)
  if (texts.length === 1) return [body]
  const { highlight, ...others } = body
  return texts.map((text, index) => ({
    ...others,
    text,
    ...(highlight !== undefined && text.includes(highlight) ? { highlight } : {}),
    continued: index > 0,
    continues: index < texts.length - 1,
  }))
}

export const quote = defineKind({
  kind: 'quote',
  folders: ['quotes', 'quote', 'verbatims', 'verbatim', 'voices'],
  schema: quoteSchema,
  aliases: QUOTE_ALIASES,
  prose: 'text',
  requires: ['source', 'captured'],
  requiredMedia: {},
  divide: divideDialogue,
  read: readQuote,
  title: (body) => titleFrom(body.text),
  basis: () => 'consent-or-public',
  texts: ({ text, who, note, channel }) => [text, who, note, channel].flatMap((part) => part ?? []),
  parts: slidesOf,
  measure: ({ text, who, note }) => measureTexts([text, who, note].flatMap((part) => part ?? [])),
})
