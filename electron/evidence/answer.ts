import type {
  EvidenceQuestion,
  FoundEvidence,
  FoundFigure,
  FoundIdea,
  FoundVerbatim,
  Majority,
} from '../../renderer/core/chair/evidence.ts'
import {
  coverage,
  leastCoverage,
  leastWhereScarce,
  makeMatcher,
  rarities,
} from '../../renderer/core/evidence/match.ts'
import type { Passage } from '../../renderer/core/evidence/passage.ts'
import {
  byScore,
  choose,
  isAgainst,
  majorityOf,
  type RankContext,
  type Ranked,
  ranked,
  withoutCopies,
} from '../../renderer/core/evidence/rank.ts'
import { chooseStretch } from '../../renderer/core/evidence/stretch.ts'
import type { Topic } from '../../renderer/core/evidence/topic.ts'
import { folded } from '../../renderer/core/evidence/words.ts'
import { roomZone } from '../../renderer/core/screen-state.ts'
import { localMs } from '../../renderer/core/zoned.ts'
import type { EvidenceParts } from './find-evidence.ts'
import type { Gathered, Matched } from './gather.ts'
import { wordForms } from './languages.ts'
import { testimonyOf } from './passages.ts'

/** Of all that speaks of the topic what is enough to be evidence, in the order of what it tells. */

const MOST_IDEAS = 6
/** Fewer than so many are no evidence that a room could weigh. */
const SCARCE = 3

export function answer(
  gathered: Gathered,
  topic: Topic,
  question: EvidenceQuestion,
  parts: EvidenceParts,
): FoundEvidence {
  const { passages, figures, ideas, texts } = gathered
  const counts = topic.concepts.map((_, at) => passages.filter(({ grades }) => (grades[at] ?? 0) > 0).length)
  const rarity = rarities(counts, texts)
  const has = ({ grades }: Matched<unknown>): number => coverage(grades, rarity)
  const strict = leastCoverage(rarity)
  const isScarce = passages.filter((each) => has(each) >= strict).length < SCARCE
  const least = isScarce ? Math.min(strict, leastWhereScarce(counts, rarity)) : strict
  const isAsked = (itemId: string): boolean => itemId === question.answer
  const isEnough = (each: Matched<unknown>): boolean => isAsked(each.itemId) || has(each) >= least
  const context = contextOf(question, parts)
  const weigh = (each: Matched<Passage>): Ranked => {
    const made = ranked(each.value, has(each), context)
    return isAsked(each.itemId) ? { ...made, score: Number.MAX_VALUE } : made
  }
  const found = withoutCopies(onePerItem(passages.filter(isEnough).map(weigh).sort(byScore)))
  const majority = majorityOf(found)
  const shown = choose(found, majority, question.most, ({ passage }) => isStillSaid(passage, question, parts))
  const inOrder = <Value>(list: readonly Matched<Value>[]): readonly Matched<Value>[] =>
    list
      .filter((each) => isEnough(each) && parts.shownItem(each.itemId) !== undefined)
      .sort((a, b) => Number(isAsked(b.itemId)) - Number(isAsked(a.itemId)) || has(b) - has(a) || order(a, b))
  const matcher = makeMatcher(topic, wordForms(question.language))
  const scoreOf = (text: string): number => coverage(matcher.grades(folded(text)), rarity)
  return {
    verbatims: shown.map(({ passage }) => verbatim(passage, majority, question.language, scoreOf)),
    majority,
    figure: figureIn(inOrder(figures).map(({ value }) => value.found)),
    ideas: distinct(inOrder(ideas).map(({ value }) => value.found)).slice(0, MOST_IDEAS),
  }
}

function order(one: Matched<unknown>, other: Matched<unknown>): number {
  return one.itemId < other.itemId ? -1 : 1
}

/** What a caller says in several turns is one item, and counts once. */
function onePerItem(found: readonly Ranked[]): readonly Ranked[] {
  const known = new Set<string>()
  return found.filter(({ passage: { itemId } }) => !known.has(itemId) && known.add(itemId))
}

function contextOf({ persona }: EvidenceQuestion, { curation, now, cards }: EvidenceParts): RankContext {
  const at = now()
  const hers = persona === undefined ? undefined : cards().find(({ id }) => id === persona)
  const names =
    persona === undefined ? [] : [persona, persona.slice(persona.lastIndexOf('/') + 1), hers?.title ?? '']
  return {
    today: localMs(roomZone(curation(), at), at),
    persona: names.map((name) => folded(name).text).filter((name) => name !== ''),
  }
}

/** The item may be shown at this moment, and says just this. */
function isStillSaid(
  { itemId, text }: Passage,
  { language }: EvidenceQuestion,
  { shownItem }: EvidenceParts,
): boolean {
  const item = shownItem(itemId)
  return item !== undefined && testimonyOf(item, language).passages.some((passage) => passage.text === text)
}

function verbatim(
  passage: Passage,
  majority: Majority | undefined,
  language: string,
  scoreOf: (text: string) => number,
): FoundVerbatim {
  const { itemId, kind, title, who, channel, source, captured, lang } = passage
  const { text, from, to } = chooseStretch(passage.text, lang ?? language, scoreOf)
  return {
    ...{ itemId, kind, title, text, who, channel, source, captured, lang },
    goesOn: {
      before: from > 0 && passage.text.slice(0, from).trim() !== '',
      after: passage.text.slice(to).trim() !== '',
    },
    isAgainst: isAgainst(passage, majority),
  }
}

/** The first is what the topic is about most; of several waves of one question the latest. */
function figureIn(figures: readonly FoundFigure[]): FoundFigure | undefined {
  const [first] = figures
  return figures
    .filter(({ title }) => title === first?.title)
    .toSorted((a, b) => ((a.period ?? '') < (b.period ?? '') ? 1 : -1))[0]
}

function distinct(ideas: readonly FoundIdea[]): readonly FoundIdea[] {
  const known = new Set<string>()
  return ideas.filter(({ text }) => !known.has(folded(text).text) && known.add(folded(text).text))
}
