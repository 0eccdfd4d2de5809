import type { Draft } from '../../core/draft.ts'
import type { Note } from '../../core/draft-fields.ts'
import { withoutQuotationMarks } from '../../core/draft-values.ts'
import { redactText } from '../../core/redaction.ts'

/** Where the verbatim stands on a page, if nobody has said so. */

const ATTRIBUTION = /^\s*(?:[—–―]|--?)\s*(\S.*)$/

/** `| Who | What they said | |---|---|`: a table as Markdown draws it. */
const TABLE = /^\s*\|.*\|\s*:?-{2,}:?\s*\|/s

export interface ProseQuote {
  readonly text?: string | undefined
  readonly who?: string | undefined
  readonly title?: string | undefined
  readonly notes: readonly Note[]
}

/** A blockquote if the page has one, else all of its prose. A last line after a dash says who said it. */
export function quoteFromProse({ sections }: Draft): ProseQuote {
  const quotes = sections.flatMap((section) => section.quotes)
  const paragraphs = sections.flatMap((section) => [...section.paragraphs, ...section.lists.flat()])
  const blocks = (quotes[0] === undefined ? paragraphs : quotes[0].split('\n\n')).map(redactText)
  const after = quotes[0] === undefined ? undefined : paragraphs.find((text) => ATTRIBUTION.test(text))
  const last = blocks.at(-1) ?? ''
  const signed = blocks.length > 1 && ATTRIBUTION.test(last) ? last : undefined
  const spoken = signed === undefined ? blocks : blocks.slice(0, -1)
  const text = withoutQuotationMarks(spoken.join('\n\n'))
  const table = sections.find((section) => section.paragraphs.some((paragraph) => TABLE.test(paragraph)))
  if (quotes[0] === undefined && table) return { notes: [isTable(table.line)] }
  const who = ATTRIBUTION.exec(signed ?? redactText(after ?? ''))?.[1]
  const heading = sections.find((section) => section.heading !== '')?.heading
  return {
    text: text === '' ? undefined : text,
    who,
    title: heading === undefined ? undefined : redactText(heading),
    notes: quotes.length > 1 ? [onlyTheFirst(sections, quotes.length)] : [],
  }
}

function isTable(line: number): Note {
  return {
    line,
    severity: 'error',
    message: 'This page holds a table, and a table is not what one person said.',
    hint: 'Save it as CSV with a row for each quote, or put > before the words of one.',
  }
}

function onlyTheFirst(sections: Draft['sections'], count: number): Note {
  const line = sections.find((section) => section.quotes.length > 0)?.line
  return {
    ...(line === undefined ? {} : { line }),
    severity: 'warning',
    message: `The page holds ${count} quotes; only the first is shown.`,
    hint: 'Keep one quote a file, or put them into a table with one row each.',
  }
}
