import { fieldKey } from '../../core/draft-fields.ts'

/** What a form's question or a note's heading asks for, in whatever words. Who answers a form is nobody's business but ours. */

export type Asked = 'who' | 'where' | 'what' | 'verbatim' | 'activity' | 'emotion' | 'followUp' | 'captured'

/** The first that matches counts: "What did she say about the shop?" asks for words, not for a place. */
const QUESTIONS: readonly (readonly [Asked, RegExp])[] = [
  [
    'followUp',
    /follow ?up|next step|what (?:should|could|will|must|do) we|we (?:do|change) next|action|suggest|improve/,
  ],
  ['verbatim', /\b(?:said?|says?|saying|words?|verbatim|quotes?|quotation)\b/],
  ['emotion', /\b(?:feel|felt|feeling|emotions?|mood|reaction)\b/],
  [
    'activity',
    /\bactivity\b|kind of visit|type of (?:visit|contact)|how did you (?:meet|connect)|\bchannel\b/,
  ],
  ['who', /\b(?:department|team|unit|division)\b/],
  ['captured', /\bdate\b|\bwhen\b|which day/],
  ['where', /\bwhere\b|\blocation\b|\bplace\b|which (?:shop|store|station|branch|route)/],
  ['what', /\bobserv|\bsaw\b|\bsee\b|\bseen\b|\bnotice|\bhappen|\bdescribe|what (?:did|was)|situation/],
]

/** Questions about the one who answers, which nothing is made of. */
const ABOUT_THE_WRITER = /\byour? (?:full |first |last )?(?:name|e-?mail|phone)|^(?:name|e-?mail)\b/

/** The field that a question asks for, or undefined. Case and punctuation do not matter. */
export function askedFor(question: string): Asked | undefined {
  const text = question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (text === '' || ABOUT_THE_WRITER.test(text)) return undefined
  return QUESTIONS.find(([, pattern]) => pattern.test(text))?.[0]
}

/** Answers by what they answer; of two to one thing the first counts. */
export function answered(rest: Readonly<Record<string, unknown>>): Partial<Record<Asked, unknown>> {
  const found: Partial<Record<Asked, unknown>> = {}
  for (const [question, answer] of Object.entries(rest)) {
    const field = askedFor(question)
    if (field !== undefined) found[field] ??= answer
  }
  return found
}

const EMOTIONS: Readonly<Record<string, RegExp>> = {
  exasperation: /exasperat|fed ?up|despair|at (?:her|his|their) wits/,
  frustration: /frustrat|disappoint|helpless/,
  irritation: /irritat|annoy|impatien|angry|anger|confus/,
  surprise: /surpris|astonish|amaze|unexpected/,
  joy: /\bjoy|happ(?:y|iness)|delight|pleas(?:ed|ure)|glad|relie[fv]|satisf/,
}

const ACTIVITIES: Readonly<Record<string, RegExp>> = {
  van: /\bvan\b|deliver|courier|truck|lorry|ride ?along/,
  call: /\bcalls?\b|telephone|phone|hotline|help ?desk/,
  'sales visit': /sales|account (?:visit|meeting)|customer visit/,
  store: /\bstores?\b|\bshops?\b|branch|counter|till|retail|station|platform/,
}

/** The word of ours that somebody's own words mean; undefined where none does. */
export function emotionIn(words: string): string | undefined {
  return wordIn(words, EMOTIONS)
}

export function activityIn(words: string): string | undefined {
  return wordIn(words, ACTIVITIES)
}

/** The one that is named first, where several are. */
function wordIn(words: string, meanings: Readonly<Record<string, RegExp>>): string | undefined {
  const text = words.toLowerCase()
  const exact = Object.keys(meanings).find((name) => fieldKey(name) === fieldKey(text))
  if (exact !== undefined) return exact
  return Object.entries(meanings)
    .map(([name, pattern]) => ({ name, at: text.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0]?.name
}
