import type { Note } from '../../core/draft-fields.ts'
import { isMap, numberOf, textOf } from '../../core/draft-values.ts'
import { feelingOf } from './feelings.ts'

/** Emotion on the scale of whoever collected it, to -1..1 on the curve. */

export interface EmotionReader {
  /** Lowest and highest of the source's scale. */
  readonly scale: readonly [number, number]
  readonly notes: readonly Note[]
  /** Of several touchpoints in one phase, the mean of those that are known. */
  read(value: unknown): Emotion
}

export interface Emotion {
  /** -1..1; undefined where nobody knows. */
  readonly value?: number | undefined
  readonly warning?: { readonly message: string; readonly hint: string } | undefined
}

/** Scales that people use, the narrowest first: the first that holds all values is taken where none is named. */
const USUAL: readonly (readonly [number, number])[] = [
  [-1, 1],
  [1, 5],
  [-2, 2],
  [-3, 3],
  [0, 5],
  [-5, 5],
  [0, 10],
  [-10, 10],
  [0, 100],
  [-100, 100],
]

/** `written` is the scale as the author wrote it, `values` every emotion of the journey. */
export function emotionReader(written: unknown, values: readonly unknown[]): EmotionReader {
  const named = scaleOf(written)
  const all = values.flat()
  const inPercent = all.some((value) => typeof value === 'string' && PERCENT.test(value))
  const told = named ?? (inPercent ? PERCENT_SCALE : undefined)
  const numbers = all.flatMap((value) => numberOfEmotion(value) ?? [])
  const scale = told ??
    USUAL.find(([low, high]) => numbers.every((number) => number >= low && number <= high)) ?? [-1, 1]
  return { scale, notes: scaleNotes(written, told, scale), read: (value) => readEmotions(value, scale) }
}

function readEmotions(value: unknown, scale: readonly [number, number]): Emotion {
  if (!Array.isArray(value)) return readEmotion(value, scale)
  const read = value.map((one) => readEmotion(one, scale))
  const known = read.flatMap((one) => one.value ?? [])
  const warning = read.find((one) => one.warning !== undefined)?.warning
  const mean = known.length === 0 ? undefined : known.reduce((sum, one) => sum + one, 0) / known.length
  return { ...(mean === undefined ? {} : { value: mean }), ...(warning === undefined ? {} : { warning }) }
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
  const share = outOf(word)
  if (share !== undefined) return onScale(share[0], share[1], share[2])
  const feeling = feelingOf(word)
  if (feeling !== undefined) return { value: feeling }
  return {
    warning: {
      message: `We cannot draw the feeling “${word}” on a curve, so it is left out.`,
      hint: `Write a number from ${worst} to ${best}, or a plain word such as happy, neutral or frustrated.`,
    },
  }
}

/** `4/5` and `7 out of 10` bring their scale along: the value, the worst and the best. Stars and marks out of 5 or 7 begin at 1. */
function outOf(text: string): readonly [number, number, number] | undefined {
  const found = /^\s*(\d+(?:[.,]\d+)?)\s*(?:\/|of|out of)\s*(5|7|10|100)\s*$/i.exec(text)
  if (found?.[1] === undefined) return undefined
  const [value, best] = [Number(found[1].replace(',', '.')), Number(found[2])]
  return [value, best < 10 && value > 0 ? 1 : 0, best]
}

const PERCENT = /^\s*[+\-−]?\d+(?:[.,]\d+)?\s*%\s*$/
const PERCENT_SCALE: readonly [number, number] = [0, 100]

/** A number alone, also in per cent; `0` too, and `-` or `+` are faces, not numbers. */
function numberOfEmotion(value: unknown): number | undefined {
  if (typeof value === 'string' && !/^\s*[+\-−]?\d+([.,]\d+)?\s*%?\s*$/.test(value)) return undefined
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
