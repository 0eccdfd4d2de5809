import { folded, questionWords, searchKey, type WordForms } from './words.ts'

/** What a topic is about: a few concepts, each with the words that mean it in this room. */

/** Words in a row. */
export interface Wording {
  readonly words: readonly string[]
  /** How surely they mean the concept, 0..1. */
  readonly weight: number
}

export interface Concept {
  /** Any of them means it. */
  readonly wordings: readonly Wording[]
  /** Hints alone mean it a little; several of them more. */
  readonly hints: readonly string[]
  /** Whoever carries this theme speaks of it, whatever the words; folded. */
  readonly theme?: string | undefined
}

export interface Topic {
  readonly concepts: readonly Concept[]
}

/** Folded name of a theme to the words that the room's curator says mean the same. */
export type Themes = ReadonlyMap<string, readonly string[]>

export interface TopicParts {
  readonly words: string
  readonly theme?: string | undefined
  readonly language: string
  readonly themes: Themes
  /** Words that the items of a theme share more than others do. */
  readonly hintsOf: (theme: string) => readonly string[]
  readonly forms: WordForms
}

const SYNONYM = 0.85
/** More words are no topic, but a speech. */
const MOST_CONCEPTS = 10

export function themesOf(written: Readonly<Record<string, readonly string[]>>): Themes {
  return new Map(Object.entries(written).map(([name, words]) => [folded(name).text, words]))
}

/** The theme of the question comes first; then a concept for each word that is not in its name. */
export function makeTopic(parts: TopicParts): Topic {
  const { words, language, forms } = parts
  const themeName = folded(parts.theme ?? '').text || themeNamed(words, parts.themes)
  const theme = themeName === undefined ? [] : [themeConcept(themeName, parts)]
  const ofTheme = new Set(
    theme.flatMap(({ wordings }) => wordings.flatMap(({ words }) => words)).map(forms.stem),
  )
  const spoken = contentWords(questionWords(words, language), forms)
  const rest = [...new Set(spoken)].filter((word) => !ofTheme.has(forms.stem(word)))
  return { concepts: [...theme, ...rest.map((word) => wordConcept(word, parts))].slice(0, MOST_CONCEPTS) }
}

/** A name that stands in the room as a theme, or as one of its other names. */
function themeNamed(words: string, themes: Themes): string | undefined {
  const name = folded(words).text
  if (themes.has(name)) return name
  return [...themes].find(([, others]) => others.some((other) => folded(other).text === name))?.[0]
}

/** Of a single common word somebody may mean just that: it stays. */
function contentWords(words: readonly string[], { isCommon }: WordForms): readonly string[] {
  const content = words.filter((word) => !isCommon(word))
  return content.length === 0 && words.length === 1 ? words : content
}

function themeConcept(theme: string, { themes, hintsOf }: TopicParts): Concept {
  const others = (themes.get(theme) ?? []).map((words) => wording(words, SYNONYM))
  return {
    wordings: [wording(theme, 1), ...others].filter(({ words }) => words.length > 0),
    hints: hintsOf(theme),
    theme,
  }
}

/** What the room calls the same as this word, by its themes. */
function wordConcept(word: string, { themes, forms }: TopicParts): Concept {
  const same = (other: string): boolean => {
    const { words } = folded(other)
    return words.length === 1 && forms.stem(words[0] ?? '') === forms.stem(word)
  }
  const groups = [...themes].filter(([name, others]) => [name, ...others].some(same))
  const synonyms = groups.flatMap(([name, others]) => [name, ...others]).filter((other) => !same(other))
  return {
    wordings: [{ words: [word], weight: 1 }, ...synonyms.map((words) => wording(words, SYNONYM))],
    hints: [],
  }
}

function wording(text: string, weight: number): Wording {
  return { words: folded(text).words, weight }
}

/** What to look for by letters, for each concept: an item with none of them has nothing to do with it. */
export function conceptKeys({ wordings, hints, theme }: Concept, forms: WordForms): readonly string[] {
  const longest = wordings.map(({ words }) => words.toSorted((a, b) => b.length - a.length)[0] ?? '')
  const keys = [...longest, ...hints].filter((word) => word !== '').map((word) => searchKey(word, forms))
  return [...new Set(theme === undefined ? keys : [...keys, theme])]
}
