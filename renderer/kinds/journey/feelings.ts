/** Words and faces for a feeling, -1..1. They are on no scale but their own. */

const WORDS: readonly (readonly [number, string])[] = [
  [
    1,
    'delighted, very happy, very satisfied, very positive, highly satisfied, thrilled, love, loved, excellent, great, amazing, excited, ecstatic, ++, 😀, 😃, 😄, 😁, 😍, 🤩, 🥳, 😂, :-D, :D',
  ],
  [
    0.6,
    'happy, glad, pleased, good, joy, joyful, positive, satisfied, relieved, relief, grateful, content, confident, proud, impressed, trusting, enthusiastic, +, 😊, 🙂, ☺, 😌, 😎, 👍, :-), :), =)',
  ],
  [0.3, 'hopeful, calm, interested, fairly happy, curious, motivated, optimistic, comfortable'],
  [0, 'neutral, ok, okay, fine, indifferent, mixed, so-so, so so, average, ±, 😐, 😶, 😑, :-|, :|'],
  [
    -0.3,
    'unsure, uncertain, confused, hesitant, bored, surprised, nervous, sceptical, skeptical, doubtful, 🤔',
  ],
  [
    -0.5,
    'worried, anxious, annoyed, irritated, irritation, impatient, stressed, overwhelmed, tired, concerned, uncomfortable, lonely, 😕, 😟, 😬, 😒, 🙄, 😰, :-/, :/',
  ],
  [
    -0.7,
    'frustrated, frustration, sad, unhappy, bad, negative, poor, disappointed, disappointment, dissatisfied, unsatisfied, upset, lost, afraid, scared, helpless, -, −, 🙁, ☹, 😞, 😢, 😔, 😣, 😖, 😫, 😩, 👎, :-(, :(, =(',
  ],
  [
    -1,
    'very unhappy, very dissatisfied, very negative, highly dissatisfied, angry, furious, exasperated, exasperation, terrible, awful, desperate, despair, hate, hated, --, 😠, 😡, 🤬, 😭, 😤, >:(',
  ],
]

const FEELINGS: ReadonlyMap<string, number> = new Map(
  WORDS.flatMap(([value, words]) => words.split(', ').map((word) => [word.toLowerCase(), value] as const)),
)

const SLIGHTLY = /^(?:a (?:bit|little)|slightly|somewhat|fairly|mildly|a touch)\s+/
const STRONGLY = /^(?:very|really|extremely|so|highly|deeply|totally|completely)\s+/
const NO_MORE_THAN_SAID = /^(?:feel(?:s|ing)?|felt|quite|rather|pretty|more and more|increasingly)\s+/
const BETWEEN = /[,;/|&\n•]+|\s\+\s|\s(?:and|but|yet|then)\s/
const FACE = /\p{Extended_Pictographic}\uFE0F?/gu

/**
 * What a word, a face or several of them say, -1..1: the mean of those that are known. Undefined where none is; a word
 * that is turned round ("not happy") is not taken for its opposite.
 */
export function feelingOf(text: string): number | undefined {
  const whole = plain(text)
  const known = one(whole)
  if (known !== undefined) return known
  const faces = [...whole.matchAll(FACE)].map(([face]) => face)
  const words = whole.replace(FACE, ',').split(BETWEEN)
  const found = [...faces, ...words].flatMap((part) => one(plain(part)) ?? [])
  return found.length === 0 ? undefined : round(found.reduce((sum, value) => sum + value, 0) / found.length)
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/(?:[.!]|\uFE0F)+$/u, '')
    .trim()
}

function one(word: string): number | undefined {
  const known = FEELINGS.get(word)
  if (known !== undefined) return known
  if (NO_MORE_THAN_SAID.test(word)) return one(word.replace(NO_MORE_THAN_SAID, ''))
  const slight = SLIGHTLY.test(word) ? FEELINGS.get(word.replace(SLIGHTLY, '')) : undefined
  if (slight !== undefined) return round(slight * 0.6)
  const strong = STRONGLY.test(word) ? FEELINGS.get(word.replace(STRONGLY, '')) : undefined
  return strong === undefined ? undefined : round(Math.max(-1, Math.min(1, strong + Math.sign(strong) * 0.3)))
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
