import type { Card } from '../../renderer/core/deck.ts'
import { oneOf, type Random } from './random.ts'

/** Rows of a survey, as a large room has them: few personas, many words, much that is alike. */

const KINDS = ['journey', 'quote', 'quote', 'quote', 'call', 'photo', 'metric', 'prompt'] as const
const PERSONAS = ['ruth', 'marek', 'samira', 'tomas', 'ines', 'yusuf'] as const
const THEMES = ['price', 'lift', 'staff', 'delay', 'app'] as const
const SEGMENTS = ['commuters', 'families', 'students', 'tourists'] as const
const SOURCES = ['survey', 'letters', 'reviews', 'interviews'] as const

export function cardOf(number: number, random: Random): Card {
  return {
    id: `quotes/survey#row-${number}`,
    kind: number < PERSONAS.length ? 'persona' : oneOf(KINDS, random),
    title: PERSONAS[number] ?? `Answer ${number}`,
    personas: random() < 0.7 ? [oneOf(PERSONAS, random)] : [],
    themes: [oneOf(THEMES, random)],
    segments: [oneOf(SEGMENTS, random)],
    source: oneOf(SOURCES, random),
    sentiment: Math.floor(random() * 5) - 2,
    weight: random() < 0.9 ? 1 : 2,
    facts: { basis: 'none', personalData: [] },
    parts: [{ words: Math.floor(random() * 60), characters: 0, figures: 0, mediaMs: 0 }],
  }
}
