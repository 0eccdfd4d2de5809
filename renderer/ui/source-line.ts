import type { Envelope } from '../core/item.ts'
import { formatDate, formatNumber } from './dates.ts'
import { apart } from './isolate.ts'
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
  return line(lead, parts, envelope.lang)
}

/** For one voice (quotes, calls): its source and date; `lead` is set bold before them. */
export function voiceLine(envelope: Envelope, language: string, lead?: string): SourceLine {
  const source = envelope.source ?? publicSource(envelope)
  const parts = [source, envelope.captured && formatDate(envelope.captured, language)]
  return line(lead, parts, envelope.lang ?? language)
}

function publicSource({ consent }: Envelope): string | undefined {
  return consent && 'public_source' in consent ? consent.public_source : undefined
}

function line(lead: string | undefined, parts: readonly (string | undefined)[], lang?: string): SourceLine {
  const present = parts.filter((part) => part !== undefined).filter((part) => part !== '')
  const told = apart(present, lead)
  return {
    ...(lead ? { lead } : {}),
    ...(told.length > 0 ? { rest: told.join(commaAfter(present[0] ?? '', lang)) } : {}),
  }
}
