import type { EvidenceQuestion } from '../../renderer/core/chair/evidence.ts'
import { type Grades, type Matcher, makeMatcher } from '../../renderer/core/evidence/match.ts'
import type { Passage } from '../../renderer/core/evidence/passage.ts'
import type { Topic } from '../../renderer/core/evidence/topic.ts'
import { folded } from '../../renderer/core/evidence/words.ts'
import type { Item } from '../../renderer/core/item.ts'
import { eachInSlices } from '../admin/slices.ts'
import { candidates } from './candidates.ts'
import type { EvidenceParts } from './find-evidence.ts'
import { wordForms } from './languages.ts'
import { type Idea, type Measured, testimonyOf, WITNESSES } from './passages.ts'

/** Something that speaks of the topic, with how surely it means each of its concepts. */
export interface Matched<Value> {
  readonly value: Value
  readonly itemId: string
  readonly grades: Grades
}

export interface Gathered {
  readonly passages: readonly Matched<Passage>[]
  readonly figures: readonly Matched<Measured>[]
  readonly ideas: readonly Matched<Idea>[]
  /** Items of the room that may hold a customer's words, whatever they are about. */
  readonly texts: number
}

/** Items that are read at once. */
const PAGE = 32

/** All that means any concept of the topic and may be shown just now. */
export async function gather(
  topic: Topic,
  question: EvidenceQuestion,
  parts: EvidenceParts,
): Promise<Gathered> {
  const { language, answer } = question
  const witnesses = new Set(WITNESSES)
  const kindOf = new Map<string, string>()
  for (const { id, kind } of parts.cards()) if (witnesses.has(kind)) kindOf.set(id, kind)
  const found = await candidates(topic, wordForms(language), [...kindOf.keys()], parts.search)
  const ids = found.filter((id) => kindOf.has(id))
  if (answer !== undefined && !ids.includes(answer)) ids.push(answer)
  const gathering = new Gathering(topic, question)
  let waiting: string[] = []
  await eachInSlices(ids.length, (at) => {
    const id = ids[at]
    if (id !== undefined && parts.mayShow(id)) waiting.push(id)
    if (waiting.length < PAGE && at < ids.length - 1) return
    for (const { item } of parts.items(waiting)) gathering.take(item)
    waiting = []
  })
  const speaking = [...kindOf.values()].filter((kind) => kind === 'quote' || kind === 'observation')
  return { ...gathering, texts: Math.max(speaking.length, gathering.passages.length) }
}

class Gathering {
  readonly passages: Matched<Passage>[] = []
  readonly figures: Matched<Measured>[] = []
  readonly ideas: Matched<Idea>[] = []
  readonly #topic: Topic
  readonly #question: EvidenceQuestion
  readonly #matchers = new Map<string, Matcher>()

  constructor(topic: Topic, question: EvidenceQuestion) {
    this.#topic = topic
    this.#question = question
  }

  take(item: Item): void {
    const { passages, figure, ideas } = testimonyOf(item, this.#question.language)
    for (const passage of passages) this.#add(this.passages, passage, passage.text, item)
    for (const idea of ideas) this.#add(this.ideas, idea, idea.about, item)
    if (figure) this.#add(this.figures, figure, figure.about, item)
  }

  #add<Value>(list: Matched<Value>[], value: Value, about: string, { id: itemId, envelope }: Item): void {
    const themes = (envelope.theme ?? []).map((name) => folded(name).text)
    const grades = this.#matcher(envelope.lang).grades(folded(about), themes)
    const isAsked = itemId === this.#question.answer
    if (isAsked || grades.some((grade) => grade > 0)) list.push({ value, itemId, grades })
  }

  /** By the words' own language. */
  #matcher(lang = this.#question.language): Matcher {
    const known = this.#matchers.get(lang) ?? makeMatcher(this.#topic, wordForms(lang))
    this.#matchers.set(lang, known)
    return known
  }
}
