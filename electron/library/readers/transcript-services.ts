import { isMap, textOf } from '../../../renderer/core/draft-values.ts'

/** Transcripts of speech services that do not come as one list: made into such a list, with times in ms. */

export interface Stretch {
  readonly start_ms: number
  readonly end_ms: number
  readonly text: string
  readonly speaker?: string | number | undefined
}

interface Word extends Stretch {
  /** A mark, which has no time of its own. */
  readonly mark?: boolean
}

/** Undefined where it is none of those that are known. */
export function stretchesOf(data: unknown): readonly Stretch[] | undefined {
  if (!isMap(data)) return undefined
  const found = amazon(data) ?? deepgram(data) ?? assembly(data) ?? azure(data) ?? rev(data)
  return found === undefined || found.length === 0 ? undefined : found
}

/** Amazon Transcribe: words and marks, in seconds as texts. */
function amazon({ results }: Fields): readonly Stretch[] | undefined {
  if (!isMap(results) || !Array.isArray(results['items']) || !Array.isArray(results['transcripts']))
    return undefined
  const words = maps(results['items']).map((item): Word => {
    const [best] = maps(item['alternatives'])
    const mark = item['type'] === 'punctuation'
    return { ...times(item, 'start_time', 'end_time', 1_000), ...said(best?.['content'], item), mark }
  })
  return sentences(words)
}

/** Deepgram: utterances, else the words of the first channel. */
function deepgram({ results }: Fields): readonly Stretch[] | undefined {
  if (!isMap(results) || !Array.isArray(results['channels'])) return undefined
  const utterances = maps(results['utterances'])
  if (utterances.length > 0)
    return utterances.map((each) => ({
      ...times(each, 'start', 'end', 1_000),
      ...said(each['transcript'], each),
    }))
  const [first] = maps(results['channels'])
  const [best] = maps(first?.['alternatives'])
  const words = maps(best?.['words']).map((each) => ({
    ...times(each, 'start', 'end', 1_000),
    ...said(each['punctuated_word'] ?? each['word'], each),
  }))
  return sentences(words)
}

/** AssemblyAI: like others, but in ms. */
function assembly(data: Fields): readonly Stretch[] | undefined {
  if (!('audio_duration' in data) || !Array.isArray(data['words'])) return undefined
  const utterances = maps(data['utterances'])
  const listed = (utterances.length > 0 ? utterances : maps(data['words'])).map((each) => ({
    ...times(each, 'start', 'end', 1),
    ...said(each['text'], each),
  }))
  return utterances.length > 0 ? listed : sentences(listed)
}

/** Azure Speech: phrases, in ticks of 100 ns. */
function azure({ recognizedPhrases }: Fields): readonly Stretch[] | undefined {
  if (!Array.isArray(recognizedPhrases)) return undefined
  return maps(recognizedPhrases).map((phrase) => {
    const [best] = maps(phrase['nBest'])
    const start = Number(phrase['offsetInTicks']) / 10_000
    const end = start + Number(phrase['durationInTicks']) / 10_000
    return { start_ms: start, end_ms: end, ...said(best?.['display'], phrase) }
  })
}

/** Rev: monologues of words and marks, in seconds. */
function rev({ monologues }: Fields): readonly Stretch[] | undefined {
  if (!Array.isArray(monologues)) return undefined
  const words = maps(monologues).flatMap((monologue) =>
    maps(monologue['elements']).map((element): Word => {
      const mark = element['type'] === 'punct'
      return {
        ...times(element, 'ts', 'end_ts', 1_000),
        ...said(textOf(element['value'])?.trim(), monologue),
        mark,
      }
    }),
  )
  return sentences(words.filter(({ text }) => text !== ''))
}

type Fields = Readonly<Record<string, unknown>>

function maps(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isMap) : []
}

function times(from: Fields, start: string, end: string, unitMs: number) {
  return { start_ms: Number(from[start]) * unitMs, end_ms: Number(from[end]) * unitMs }
}

function said(text: unknown, { speaker_label, speaker }: Fields) {
  const name = speaker_label ?? speaker
  const known = typeof name === 'string' || typeof name === 'number'
  return { text: textOf(text) ?? '', ...(known ? { speaker: name } : {}) }
}

/** A stretch ends with its sentence, or where somebody else begins. */
function sentences(words: readonly Word[]): Stretch[] {
  const made: Stretch[] = []
  let isOpen = false
  for (const word of words) {
    const last = made.at(-1)
    if (word.mark && last) {
      made[made.length - 1] = { ...last, text: last.text + word.text }
    } else if (isOpen && last && last.speaker === word.speaker) {
      made[made.length - 1] = { ...last, end_ms: word.end_ms, text: `${last.text} ${word.text}` }
    } else made.push(word)
    isOpen = !/[.!?。！？]$/.test(made.at(-1)?.text ?? '')
  }
  return made
}
