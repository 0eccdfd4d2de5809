import type { Envelope } from '../../core/item.ts'
import { formatDate, formatNumber } from '../../ui/dates.ts'
import { messages, wordsLanguage } from '../../ui/messages.ts'
import { commaAfter, scriptOf } from '../../ui/script.ts'
import type { SourceLine } from '../../ui/source-line.ts'
import type { MetricBody, Money } from './schema.ts'
import { metricWords } from './words.ts'

/** Figures as they stand on the wall. */

/** A number with a true minus. */
export function figureText(value: number, language: string): string {
  return formatNumber(value, wordsLanguage(language)).replace(/^-/, '−')
}

const CURRENCIES: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£', JPY: '¥' }
const SYMBOL = /^(?:[€$£¥₹₩₽]|[A-Z]{3})$/

/** `€38,000`, `CHF 38,000`: money has its currency before it. */
export function sumText(value: number, currency: string | undefined, language: string): string {
  const sign = currency === undefined ? '' : (CURRENCIES[currency.toUpperCase()] ?? currency)
  const minus = value < 0 ? '−' : ''
  const gap = sign.length > 1 ? '\u00a0' : ''
  return `${minus}${sign}${gap}${figureText(Math.abs(value), language)}`
}

export interface FigureText {
  readonly figure: string
  /** Beside the figure, smaller. */
  readonly unit?: string | undefined
  /** Before the phrase: a unit too long to stand beside the figure. */
  readonly longUnit?: string | undefined
}

const LONG_UNIT = 14

/** The figure, and its unit where that has room. "61 of 100" only before a phrase that goes on in the same sentence. */
export function figureOf({ value, unit, phrase }: MetricBody, language: string): FigureText {
  if (SYMBOL.test(unit)) return { figure: sumText(value, unit, language) }
  // A minus of this size would touch the digit after it.
  const figure = figureText(value, language).replace('−', '−\u200a')
  if (unit === '%') {
    const goesOn = scriptOf(phrase) === 'latin' && /^\p{Ll}/u.test(phrase) && value >= 0 && value <= 100
    return goesOn ? { figure, unit: metricWords(language).ofHundred } : { figure: `${figure} %` }
  }
  return [...unit].length > LONG_UNIT ? { figure, longUnit: unit } : { figure, unit }
}

/** "We promised 90", with the unit where it is no share. */
export function promiseText(
  { target, unit, direction }: MetricBody,
  share: boolean,
  language: string,
): string {
  const { promised } = metricWords(language)
  if (SYMBOL.test(unit)) return promised(sumText(target, unit, language), direction)
  const figure = figureText(target, language)
  if (share || [...unit].length > LONG_UNIT) return promised(figure, direction)
  return promised(unit === '%' ? `${figure} %` : `${figure} ${unit}`, direction)
}

/** The sentence about money: as written, else made of the sum. */
export function moneyText({ text, per_point, currency, per }: Money, language: string): string {
  if (text !== undefined || per_point === undefined) return text ?? ''
  return metricWords(language).worth(sumText(per_point, currency, language), per)
}

/** The frame's words for a figure: how sure, from where, of how many, when. */
export function figureSource(envelope: Envelope, period: string, language: string): SourceLine {
  const words = messages(language)
  const written = wordsLanguage(language)
  const { source, evidence, n } = envelope
  const parts = [
    // A source in a script that runs the other way must not turn the line around it.
    source && `\u2068${source}\u2069`,
    n === undefined ? undefined : words.people(formatNumber(n, written)),
    formatDate(period, written),
  ].filter((part) => part !== undefined)
  return {
    ...(evidence ? { lead: words.evidence[evidence] } : {}),
    rest: parts.join(commaAfter(words.evidence.research)),
  }
}
