import type { Envelope } from '../core/item.ts'
import { formatDate, formatNumber } from './dates.ts'
import { messages, wordsLanguage } from './messages.ts'
import { commaAfter } from './script.ts'

/** The frame's words: strength first, then who, how many, when. */
export interface SourceLine {
  readonly lead?: string
  readonly rest?: string
}

/** For what we made of many voices (personas, journeys): "Research. A composite of 14 people, November 2025". */
export function strengthLine(
  envelope: Envelope,
  language: string,
  { composite }: { composite: boolean },
): SourceLine {
  const words = messages(language)
  const written = wordsLanguage(language)
  const lead = words.evidence[envelope.evidence ?? 'assumption']
  const n = envelope.n === undefined ? undefined : formatNumber(envelope.n, written)
  const who = composite && envelope.n !== 1 ? (n ? words.composite(n) : undefined) : n && words.people(n)
  const parts = [who ?? envelope.source, envelope.captured && formatDate(envelope.captured, written)]
  return line(lead, joined(parts))
}

/** For one voice (quotes, calls): its source and date; `lead` is set bold before them. */
export function voiceLine(envelope: Envelope, language: string, lead?: string): SourceLine {
  const source = envelope.source ?? publicSource(envelope)
  return line(lead, joined([source, envelope.captured && formatDate(envelope.captured, language)]))
}

function publicSource({ consent }: Envelope): string | undefined {
  return consent && 'public_source' in consent ? consent.public_source : undefined
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  const present = parts.filter((part) => part !== undefined && part !== '')
  return present.length === 0 ? undefined : present.join(commaAfter(present[0] ?? ''))
}

function line(lead: string | undefined, rest: string | undefined): SourceLine {
  return { ...(lead ? { lead } : {}), ...(rest ? { rest } : {}) }
}
