import type { Note } from '../../core/draft-fields.ts'
import { isMap, numberOf, textOf } from '../../core/draft-values.ts'

/** Emotion on the scale of whoever collected it, to -1..1 on the curve. */

export interface EmotionReader {
  /** Lowest and highest of the source's scale. */
  readonly scale: readonly [number, number]
  readonly notes: readonly Note[]
  read(value: unknown): Emotion
}

export interface Emotion {
  /** -1..1; undefined where nobody knows. */
  readonly value?: number | undefined
  readonly warning?: { readonly message: string; readonly hint: string } | undefined
}

/** Words and faces for a feeling, -1..1. They are on no scale but their own. */
const WORDS: readonly (readonly [number, string])[] = [
  [1, 'delighted very happy thrilled love loved excellent great ++ 😀 😃 😄 😁 😍 🤩 :-D :D'],
  [
    0.6,
    'happy glad pleased good joy joyful positive satisfied relieved grateful content + 😊 🙂 ☺ :-) :) =)',
  ],
  [0.3, 'hopeful calm interested fairly happy'],
  [0, 'neutral ok okay fine indifferent mixed so-so 0 ± 😐 😶 :-| :|'],
  [-0.3, 'unsure uncertain confused hesitant bored surprised nervous'],
  [-0.5, 'worried anxious annoyed irritated impatient stressed 😕 😟 :-/ :/'],
  [
    -0.7,
    'frustrated frustration sad unhappy bad negative disappointed upset lost afraid - − 🙁 ☹ 😞 😢 :-( :( =(',
  ],
  [
    -1,
    'very unhappy angry furious exasperated exasperation terrible awful desperate despair hate hated -- 😠 😡 🤬 😭 >:(',
  ],
]
const TWO_WORDS = ['very happy', 'fairly happy', 'very unhappy']
const FEELINGS: ReadonlyMap<string, number> = new Map(
  WORDS.flatMap(([value, words]) => {
    const phrases = TWO_WORDS.filter((phrase) => words.includes(phrase))
    const singles = phrases.reduce((rest, phrase) => rest.replace(phrase, ''), words).split(' ')
    return [...phrases, ...singles]
      .filter((word) => word !== '')
      .map((word) => [word.toLowerCase(), value] as const)
  }),
)

/** Scales that people use, the narrowest first: the first that holds all values is taken where none is named. */
const USUAL: readonly (readonly [number, number])[] = [
  [-1, 1],
  [1, 5],
  [-2, 2],
  [-3, 3],
  [-5, 5],
  [0, 10],
  [-10, 10],
  [0, 100],
  [-100, 100],
]

/** `written` is the scale as the author wrote it, `values` every emotion of the journey. */
export function emotionReader(written: unknown, values: readonly unknown[]): EmotionReader {
  const named = scaleOf(written)
  const numbers = values.flatMap((value) => numberOfEmotion(value) ?? [])
  const scale = named ??
    USUAL.find(([low, high]) => numbers.every((number) => number >= low && number <= high)) ?? [-1, 1]
  return { scale, notes: scaleNotes(written, named, scale), read: (value) => readEmotion(value, scale) }
}

function scaleNotes(written: unknown, named: unknown, scale: readonly [number, number]): Note[] {
  if (named !== undefined) return []
  const told = `${scale[0]} to ${scale[1]}`
  if (written !== undefined) {
    return [
      {
        field: 'emotion_scale',
        severity: 'warning',
        message: `This is no scale that we can read, so emotions are taken as ${told}.`,
        hint: 'Write the lowest and the highest value: emotion_scale: [-3, 3].',
      },
    ]
  }
  if (scale[0] === -1 && scale[1] === 1) return []
  return [
    {
      field: 'emotion_scale',
      severity: 'warning',
      message: `No scale is named, so emotions are taken as ${told}.`,
      hint: `Write emotion_scale: [${scale[0]}, ${scale[1]}], or the true lowest and highest value.`,
    },
  ]
}

/** `[-3, 3]`, `1-5`, `1 to 5`, `-3..3`, `{min: 1, max: 5}`. The first value is the worst, so a scale may run down. */
function scaleOf(written: unknown): readonly [number, number] | undefined {
  const values = Array.isArray(written)
    ? written
    : isMap(written)
      ? [written['min'] ?? written['low'], written['max'] ?? written['high']]
      : undefined
  const text = /^\s*(-?\d+(?:\.\d+)?)\s*(?:-|–|to|\.{2,3}|,|\/)\s*(-?\d+(?:\.\d+)?)\s*$/i.exec(
    textOf(written)?.replace(/−/g, '-') ?? '',
  )
  const [low, high] = (values ?? [text?.[1], text?.[2]]).map(numberOf)
  return low === undefined || high === undefined || low === high ? undefined : [low, high]
}

function readEmotion(value: unknown, [worst, best]: readonly [number, number]): Emotion {
  const number = numberOfEmotion(value)
  if (number !== undefined) return onScale(number, worst, best)
  const word = textOf(value)
  if (word === undefined) return {}
  const feeling = FEELINGS.get(word.toLowerCase().replace(/(?:[.!]|\uFE0F)+$/u, ''))
  if (feeling !== undefined) return { value: feeling }
  return {
    warning: {
      message: `We cannot draw the feeling “${word}” on a curve, so it is left out.`,
      hint: `Write a number from ${worst} to ${best}, or a plain word such as happy, neutral or frustrated.`,
    },
  }
}

/** A number alone; `0` too, and `-` or `+` are faces, not numbers. */
function numberOfEmotion(value: unknown): number | undefined {
  if (typeof value === 'string' && !/^\s*[+-−]?\d+([.,]\d+)?\s*$/.test(value)) return undefined
  return numberOf(value)
}

function onScale(number: number, worst: number, best: number): Emotion {
  const place = ((number - worst) / (best - worst)) * 2 - 1
  const value = Math.min(1, Math.max(-1, place))
  // Arithmetic on thirds misses the ends by a hair; that is no value outside the scale.
  if (Math.abs(place) <= 1 + 1e-9) return { value }
  return {
    value,
    warning: {
      message: `The emotion ${number} is outside the scale ${worst} to ${best}, so it is drawn at its end.`,
      hint: 'Correct the value, or write the true scale in emotion_scale.',
    },
  }
}
