import { tableFor } from '../../ui/messages.ts'
import type { MetricBody } from './schema.ts'

/** The product's own words about a figure. */
export interface MetricWords {
  readonly ofHundred: string
  readonly weThink: string
  /** A promise of at least so much, and one of at most. */
  promised(figure: string, direction: MetricBody['direction']): string
  worth(sum: string, per: string | undefined): string
  readonly ourEstimate: string
  /** The verdict alone, then with what it means, for whoever walks by. */
  readonly verdict: Readonly<
    Record<MetricBody['verdict'], readonly [alone: string, word: string, meaning: string]>
  >
}

const en: MetricWords = {
  ofHundred: 'of 100',
  weThink: 'we think',
  promised: (figure, direction) =>
    direction === 'up' ? `We promised ${figure}` : `We promised at most ${figure}`,
  worth: (sum, per) => `Each point is worth ${sum}${per === undefined ? '' : ` a ${per}`}.`,
  ourEstimate: 'Our estimate.',
  verdict: {
    'customer-centric': [
      'A customer-centric figure.',
      'Customer-centric:',
      'it gets better only when customers do better.',
    ],
    'customer-toxic': [
      'A customer-toxic figure.',
      'Customer-toxic:',
      'it can get better while customers do worse.',
    ],
    'not reviewed': [
      'Customer-centric? Not reviewed.',
      'Not reviewed:',
      'nobody has asked yet whether it serves customers.',
    ],
  },
}

/** English where there is no table for the language yet. */
export function metricWords(language: string): MetricWords {
  return tableFor({ en }, language)
}
