/** Why this one is on, as data: admin and simulate tell it in plain words, and statistics count it. */
export type Reason =
  /** Whoever walks by early sees one of each kind. */
  | { readonly type: 'opening'; readonly kind: string }
  /** Its turn by its share. `early`: how much of its round it came before its place, 0..1, to keep the mix. */
  | { readonly type: 'due'; readonly early: number }
  | { readonly type: 'promise'; readonly promise: string; readonly value: string; readonly isExtra: boolean }
  /** It goes on with the story that the one before told. */
  | { readonly type: 'story'; readonly link: StoryLink; readonly about: string }
  /** Nothing else had a turn left in this round. */
  | { readonly type: 'alone' }
  /** What could not be kept, since others would have waited too long. */
  | { readonly type: 'relaxed'; readonly rule: MixRule }
  /** A curator holds it on the wall. */
  | { readonly type: 'pinned' }
  | { readonly type: 'takeover'; readonly until?: number | undefined }
  /** It was on when the app was stopped, or was asked for again. */
  | { readonly type: 'resumed' }
  | { readonly type: 'replayed' }
  /** The next slide of the same item. */
  | { readonly type: 'continued' }

export type StoryLink = 'begins' | 'persona' | 'stage' | 'theme'

/** What is kept apart, in the order in which it is given up: the first one first. */
export const MIX_RULES = ['sentiment', 'theme', 'source', 'kind', 'persona', 'item'] as const
export type MixRule = (typeof MIX_RULES)[number]

const RELAXED: Readonly<Record<MixRule, string>> = {
  sentiment: 'it sounds like those before it',
  theme: 'it is about the same theme as the one before it',
  source: 'it is from the same source as one just before it',
  kind: 'it is of the same kind as the one before it',
  persona: 'it is about the same persona as one just before it',
  item: 'it was on only a little while ago',
}

const LINKS: Readonly<Record<StoryLink, (about: string) => string>> = {
  begins: (about) => `a new story begins${about === '' ? '' : ` about ${about}`}`,
  persona: (about) => `it goes on with the story of ${about}`,
  stage: (about) => `it is from the same phase of her journey, ${about}`,
  theme: (about) => `it is about the same theme, ${about}`,
}

/** The reasons in a sentence. */
export function tellReasons(reasons: readonly Reason[]): string {
  const sentence = reasons.length === 0 ? 'its turn had come' : reasons.map(tell).join('; ')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

function tell(reason: Reason): string {
  switch (reason.type) {
    case 'opening':
      return `the room shows its range first, and no ${reason.kind} had been on`
    case 'due':
      return reason.early < EARLY ? 'its turn had come' : 'its turn was near, and it keeps the mix'
    case 'promise':
      return reason.isExtra
        ? `the promise “${reason.promise}” asks for ${reason.value}: a turn beyond its share`
        : `the promise “${reason.promise}” asks for ${reason.value}`
    case 'story':
      return LINKS[reason.link](reason.about)
    case 'alone':
      return 'nothing else has a turn left in this round'
    case 'relaxed':
      return `though ${RELAXED[reason.rule]}`
    case 'pinned':
      return 'a curator has pinned it'
    case 'takeover':
      return 'somebody let it take over for a while'
    case 'resumed':
      return 'it was on before, and the wall began anew'
    case 'replayed':
      return 'somebody asked for it again'
    case 'continued':
      return 'its next slide follows'
  }
}

/** Less than so much of a round is no news. */
const EARLY = 0.15

/** When something that may play has its turn, in plain words. */
export function tellWait(turnsBefore: number, waitMs: number): string {
  if (turnsBefore < 1) return 'Its turn comes next.'
  const items = turnsBefore === 1 ? '1 turn is' : `${turnsBefore.toLocaleString('en')} turns are`
  return `Its turn comes in about ${tellSpan(waitMs)}: ${items} before it.`
}

const MINUTE_MS = 60_000
const SPANS: readonly (readonly [string, number])[] = [
  ['day', 24 * 60 * MINUTE_MS],
  ['hour', 60 * MINUTE_MS],
  ['minute', MINUTE_MS],
]

/** A span of ms as somebody would say it: `12 minutes`, `3 hours`. */
export function tellSpan(ms: number): string {
  const [name, length] = SPANS.find(([, unit]) => ms >= unit) ?? ['minute', MINUTE_MS]
  const count = Math.max(1, Math.round(ms / length))
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
