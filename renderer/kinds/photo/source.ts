import type { Envelope } from '../../core/item.ts'
import { formatDate } from '../../ui/dates.ts'
import { apart, isolated } from '../../ui/isolate.ts'
import { messages, wordsLanguage } from '../../ui/messages.ts'
import { commaAfter } from '../../ui/script.ts'
import type { SourceLine } from '../../ui/source-line.ts'

/** The frame's words for a picture: who was there, where, when; that it may be shown; whose picture it is. */
export function pictureSource(envelope: Envelope, place: string | undefined, language: string): SourceLine {
  const { source, captured, consent, credit } = envelope
  const date = captured && formatDate(captured, wordsLanguage(language))
  const agreed = consent && 'who' in consent ? messages(language).shownWithConsent : undefined
  const [lead, ...facts] = [source, place, date]
    .filter((fact) => fact !== undefined)
    .filter((fact) => fact !== '')
  const comma = commaAfter(lead ?? '', envelope.lang ?? language)
  // Whoever took it is often where it is from: said once.
  const whose = credit?.trim().toLowerCase() === source?.trim().toLowerCase() ? undefined : credit
  const rest = [apart(facts, lead).join(comma), agreed, whose]
    .filter((part) => part !== undefined && part !== '')
    .join('. ')
  return {
    ...(lead === undefined
      ? {}
      : { lead: facts.length > 0 ? `${lead}${comma.trim()}` : rest === '' ? lead : `${lead}.` }),
    ...(rest === '' ? {} : { rest: isolated(rest, lead ?? '') }),
  }
}
