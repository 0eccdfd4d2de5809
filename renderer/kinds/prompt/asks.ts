import { type Aliases, ENVELOPE_ALIASES } from '../../core/draft-fields.ts'

/** A guess at what happened; what could go wrong; what to do tomorrow; what a customer would say to a decision. */
export const ASKS = ['guess', 'pre-mortem', 'tomorrow', 'decision'] as const
export type Ask = (typeof ASKS)[number]

export const PROMPT_ALIASES: Aliases = {
  ...ENVELOPE_ALIASES,
  text: ['question', 'prompt', 'we ask'],
  ask: ['prompt kind', 'prompt type', 'kind of question', 'question kind', 'question type', 'asks for'],
  instruction: ['instructions', 'what to do', 'how'],
  answer: ['answered by', 'evidence item', 'answer item', 'proof', 'reveals'],
}

const WORDS: Readonly<Record<Ask, RegExp>> = {
  guess: /^(?:guess(?:es)?|quiz|estimates?|what happened)\b/i,
  'pre-mortem': /^pre-?\s?mortems?\b/i,
  tomorrow: /^(?:tomorrow|from tomorrow|next day)\b/i,
  decision: /^(?:decisions?|decide|before (?:we|you) decide)\b/i,
}

/** The kind of question that a word or a heading means. */
export function askOf(text: string): Ask | undefined {
  return ASKS.find((ask) => WORDS[ask].test(text.trim()))
}
