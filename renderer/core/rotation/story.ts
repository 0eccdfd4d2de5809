import type { Reason, StoryLink } from './reasons.ts'
import { shares, type Traits } from './traits.ts'

/** A chapter: a person, a phase of her way, her words, her voice, a figure, a question. */
const CHAPTER: readonly (readonly string[])[] = [
  ['persona'],
  ['journey'],
  ['quote', 'observation', 'photo', 'feedback'],
  ['call', 'clip'],
  ['metric'],
  ['prompt', 'commitment'],
]

/** Where the story is; part of what survives a restart. */
export interface StoryMemory {
  /** Index in the chapter of what was on last. */
  readonly step: number
  readonly personas: readonly string[]
  readonly stages: readonly string[]
  readonly themes: readonly string[]
}

export const NO_STORY: StoryMemory = { step: CHAPTER.length - 1, personas: [], stages: [], themes: [] }

/** What follows: the part of the chapter, and what ties it to the story. */
export interface StoryFit {
  /** Parts of the chapter that are left out before it; 0 for the very next. */
  readonly skipped: number
  readonly link: StoryLink
  readonly about: string
}

/** How this item would go on with the story; undefined where it would not. */
export function fits(story: StoryMemory, traits: Traits): StoryFit | undefined {
  const step = CHAPTER.findIndex((kinds) => kinds.includes(traits.kind))
  if (step < 0) return undefined
  if (step === 0) {
    const left = CHAPTER.length - 1 - story.step
    return { skipped: left, link: 'begins', about: traits.personas[0] ?? '' }
  }
  // Her own words may be several; everything else is told once.
  const skipped = step === story.step && step === VERBATIM ? 0 : step - story.step - 1
  const link = linkTo(story, traits)
  return skipped < 0 || link === undefined ? undefined : { skipped, ...link }
}

const VERBATIM = 2

function linkTo(story: StoryMemory, traits: Traits): Pick<StoryFit, 'link' | 'about'> | undefined {
  const stage = common(traits.stages, story.stages)
  const isHers = shares(traits.personas, story.personas)
  // A phase of the same name in somebody else's journey is another phase.
  if (stage !== undefined && (isHers || traits.personas.length === 0)) return { link: 'stage', about: stage }
  if (isHers) return { link: 'persona', about: common(traits.personas, story.personas) ?? '' }
  const theme = common(traits.themes, story.themes)
  return theme !== undefined && traits.personas.length === 0 ? { link: 'theme', about: theme } : undefined
}

function common(one: readonly string[], other: readonly string[]): string | undefined {
  return one.find((each) => other.includes(each))
}

/** The story after this item. */
export function told(story: StoryMemory, traits: Traits): StoryMemory {
  const step = CHAPTER.findIndex((kinds) => kinds.includes(traits.kind))
  if (step < 0) return story
  const { personas, stages, themes } = traits
  if (fits(story, traits) === undefined || step === 0) return { step, personas, stages, themes }
  return {
    step,
    personas: story.personas.length > 0 ? story.personas : personas,
    // A journey has many phases: the words that follow say which of them is told.
    stages: stages.length > 0 ? (narrowed(stages, story.stages) ?? stages) : story.stages,
    themes: themes.length > 0 ? themes : story.themes,
  }
}

function narrowed(own: readonly string[], before: readonly string[]): readonly string[] | undefined {
  const both = own.filter((stage) => before.includes(stage))
  return both.length > 0 ? both : undefined
}

/** What going on with the story is worth, in turns that a kind is behind; whoever would leave out parts is worth less. */
export function storyWorth({ skipped, link }: StoryFit): number {
  const closeness: Readonly<Record<StoryLink, number>> = { stage: 1, persona: 0.6, theme: 0.3, begins: 0 }
  return CLOSER * closeness[link] + STEP * (CHAPTER.length - skipped)
}

const STEP = 6
const CLOSER = 2

export function storyReason({ link, about }: StoryFit): Reason {
  return { type: 'story', link, about }
}
