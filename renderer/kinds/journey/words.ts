import type { Envelope } from '../../core/item.ts'
import { sentences } from '../../core/text.ts'
import { formatDate, formatNumber } from '../../ui/dates.ts'
import { apart } from '../../ui/isolate.ts'
import { messages } from '../../ui/messages.ts'
import type { SourceLine } from '../../ui/source-line.ts'
import type { JourneyBody, Phase } from './schema.ts'

/** The sentences that a journey is told in. English where a language has no table yet. */
interface JourneyMessages {
  readonly asIs: string
  readonly toBe: string
  readonly asItWasPlanned: string
  readonly hurts: string
  readonly couldHelp: string
  readonly minutes: (count: number) => string
  readonly hours: (count: string) => string
  readonly days: (count: string) => string
  planned(time: string): string
  /** In truth, where the unit was just said. */
  inTruth(count: string): string
  onlyTruth(time: string): string
  asPlanned(time: string): string
  place(title: string, index: number, count: number): string
}

const en: JourneyMessages = {
  asIs: 'As it is today',
  toBe: 'As it could be',
  asItWasPlanned: 'As it was planned',
  hurts: 'What hurts',
  couldHelp: 'What could help',
  minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
  hours: (count) => (count === '1' ? '1 hour' : `${count} hours`),
  days: (count) => (count === '1' ? '1 day' : `${count} days`),
  planned: (time) => `${time} planned.`,
  inTruth: (count) => `${count} in truth.`,
  onlyTruth: (time) => `${time} in truth.`,
  asPlanned: (time) => `${time}, as planned.`,
  place: (title, index, count) => `${title}, ${index}\u00a0of\u00a0${count}`,
}

const TABLES: Readonly<Record<string, JourneyMessages>> = { en }

export function journeyMessages(language: string): JourneyMessages {
  return TABLES[language] ?? TABLES[language.split('-')[0] ?? ''] ?? en
}

/** "62 minutes planned. 105 in truth." in the unit that suits the longer of the two; undefined where neither is known. */
export function timeSentence(body: JourneyBody, language: string): string | undefined {
  const { planned_minutes: planned, real_minutes: real } = body
  const words = journeyMessages(language)
  const { count, time } = unitFor(Math.max(planned ?? 0, real ?? 0), words, language)
  if (planned === undefined) return real === undefined ? undefined : words.onlyTruth(time(real))
  if (real === undefined) return words.planned(time(planned))
  if (count(planned) === count(real)) return words.asPlanned(time(real))
  return `${words.planned(time(planned))} ${words.inTruth(count(real))}`
}

/** Up to three hours people count minutes, up to three days hours. */
const MOST_MINUTES = 180
const MOST_HOURS = 72

function unitFor(longest: number, words: JourneyMessages, language: string) {
  const size = longest <= MOST_MINUTES ? 1 : longest <= MOST_HOURS * 60 ? 60 : 1440
  const count = (minutes: number): string => formatNumber(Math.round((minutes / size) * 10) / 10, language)
  const time = (minutes: number): string => {
    if (size === 1) return words.minutes(Math.round(minutes))
    return size === 60 ? words.hours(count(minutes)) : words.days(count(minutes))
  }
  return { count, time }
}

/** Which phase carries the pin: of several moments of truth the one felt most, for a slide has but one pin. */
export function momentOf(phases: readonly Phase[]): number | undefined {
  const strength = (index: number): number => Math.abs(phases[index]?.emotion ?? 0)
  return phases
    .flatMap((phase, index) => (phase.moment_of_truth ? [index] : []))
    .reduce<number | undefined>(
      (best, index) => (best === undefined || strength(index) > strength(best) ? index : best),
      undefined,
    )
}

/** "Detour, moment of truth": where no pin of its own says so. `whole`: those words stay on one line. */
export function nameWithMoment(phase: Phase, language: string, whole = false): string {
  if (!phase.moment_of_truth) return phase.name
  const told = messages(language).momentOfTruth
  const words = whole ? told.replaceAll(' ', '\u00a0') : told
  return `${phase.name}, ${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

/** The customer's words to be set large: those of the moment of truth, else the first there are. */
export function wordsOf(phases: readonly Phase[], moment: number | undefined) {
  const spoken = (index: number): boolean => (phases[index]?.quote ?? '').trim() !== ''
  const phase =
    moment !== undefined && spoken(moment) ? moment : phases.findIndex((_, index) => spoken(index))
  const text = phases[phase]?.quote?.trim()
  return text === undefined ? undefined : { text, phase }
}

/** Two or three sentences, each short enough to be a line of large type. */
export function inShortSentences(text: string, lang: string): boolean {
  const parts = sentences(text, lang)
  return parts.length > 1 && parts.length < 4 && parts.every((part) => part.length <= 24)
}

const ENDED = /[.!?…。！？؟۔:;,–—][\p{Pe}\p{Pf}"']*$/u

/** The steps of a phase as one run of sentences. */
export function stepsText(phase: Phase): string {
  return phase.steps.map(({ text }) => sentence(text)).join(' ')
}

/** With a full stop where the author set none; scripts with their own stops are left alone. */
export function sentence(text: string): string {
  const trimmed = text.trim()
  return ENDED.test(trimmed) || !/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d]$/u.test(trimmed)
    ? trimmed
    : `${trimmed}.`
}

/** Touchpoint and channel as one label, e.g. "Lift, Skelling. Station". */
export function placeText(step: Phase['steps'][number]): string | undefined {
  const parts = [step.touchpoint, step.channel]
    .map((part) => part?.trim())
    .filter((part) => part !== undefined && part !== '')
  const [first, second] = parts.map((part) =>
    (part ?? '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
  )
  return first === undefined ? undefined : second === undefined ? first : `${first}. ${second}`
}

/** The frame's words: how sure we are, then what we watched and when; at the end whether this is today's journey. */
export function journeySource(envelope: Envelope, body: JourneyBody, language: string): SourceLine {
  const words = messages(language)
  const people = envelope.n === undefined ? undefined : words.people(formatNumber(envelope.n, language))
  const parts = [envelope.source ?? people, envelope.captured && formatDate(envelope.captured, language)]
  const known = parts.filter((part) => part !== undefined).filter((part) => part !== '')
  const from = apart(known, words.evidence.research).join(', ')
  const { asIs, toBe, asItWasPlanned } = journeyMessages(language)
  const state = { 'as-is': asIs, 'to-be': toBe, planned: asItWasPlanned }[body.state]
  return {
    lead: words.evidence[envelope.evidence ?? 'assumption'],
    rest: from === '' ? state : `${from}. ${state}`,
  }
}

/** Words of a slide, for the report of a text that does not fit. */
export function phaseWords(phase: Phase): string {
  return [phase.name, stepsText(phase), phase.quote, ...phase.pains, ...phase.opportunities].join(' ')
}
