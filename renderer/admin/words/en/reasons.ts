import type { MixRule, Reason, StoryLink } from '../../../core/rotation/reasons.ts'

/** Why an item is on, as parts of one sentence: each begins in lower case and has no full stop. */

type Of<Type extends Reason['type']> = Extract<Reason, { readonly type: Type }>
type ReasonWords = { readonly [Type in Reason['type']]: (reason: Of<Type>) => string }

const RELAXED: Readonly<Record<MixRule, string>> = {
  sentiment: 'it sounds like those before it',
  theme: 'it is about the theme of the one before it',
  source: 'it is from the source of one just before it',
  kind: 'it is of the kind of the one before it',
  persona: 'it is about the persona of one just before it',
  item: 'it was on only a little while ago',
}

const LINKS: Readonly<Record<StoryLink, (about: string) => string>> = {
  begins: (about) => (about === '' ? 'a new story begins' : `a new story begins about ${about}`),
  persona: (about) => `it goes on with the story of ${about}`,
  stage: (about) => `it is from the same phase of the journey, ${about}`,
  theme: (about) => `it is about the same theme, ${about}`,
}

/** Less than so much of a round is no news. */
const EARLY = 0.15

const words: ReasonWords = {
  opening: () => 'the room shows its range first',
  due: ({ early }) => (early < EARLY ? 'its turn has come' : 'its turn is near, and it keeps the mix'),
  promise: ({ promise, value, isExtra }) =>
    `the promise “${promise}” asks for ${value}${isExtra ? ', beyond its share' : ''}`,
  story: ({ link, about }) => LINKS[link](about),
  alone: () => 'nothing else has a turn left in this round',
  relaxed: ({ rule }) => `though ${RELAXED[rule]}`,
  pinned: () => 'it is pinned',
  takeover: () => 'it takes over for a while',
  resumed: () => 'it was on before, and the wall began anew',
  replayed: () => 'somebody asked for it again',
  continued: () => 'the item goes on',
}

export const reasons = { words, usual: 'its turn has come' }
