import type { CastMember } from '../contract.ts'
import type { Card } from '../deck.ts'
import type { Choice, Choices, Way } from './calls.ts'

/** What can be explored in a room: only by what may be seen, and only where there is something to see. Pure. */

/** A person, how it goes for her, what she says; then what we make of it. */
const ORDER = [
  'persona',
  'journey',
  'quote',
  'call',
  'clip',
  'photo',
  'observation',
  'feedback',
  'metric',
  'prompt',
  'commitment',
]
/** Nobody leafs through more. */
export const MOST_ITEMS = 40
/** Nor chooses among more. */
export const MOST_CHOICES = 60

/** @param members the personas that these names mean, as far as they may be shown */
export function choicesOf(
  cards: Iterable<Card>,
  members: (names: readonly string[]) => readonly CastMember[],
): Choices {
  const all = [...cards]
  const people = new Map<string, { member: CastMember; count: number }>()
  for (const card of all) {
    for (const member of members(personsOf(card))) {
      const { count } = people.get(member.id) ?? { count: 0 }
      people.set(member.id, { member, count: count + 1 })
    }
  }
  return {
    persona: [...people.values()]
      .map(({ member, count }) => ({ value: member.id, label: member.name, count, member }))
      .sort(byLabel)
      .slice(0, MOST_CHOICES),
    stage: named(all, ({ stages }) => stages),
    theme: named(all, ({ themes }) => themes),
  }
}

/** The cards of what was chosen, in the order in which a visitor leafs through them. */
export function chosenCards(
  cards: Iterable<Card>,
  way: Way,
  value: string,
  members: (names: readonly string[]) => readonly CastMember[],
): readonly Card[] {
  const isChosen: Readonly<Record<Way, (card: Card) => boolean>> = {
    persona: (card) => members(personsOf(card)).some(({ id }) => id === value),
    stage: ({ stages = [] }) => stages.some((stage) => keyOf(stage) === keyOf(value)),
    theme: ({ themes = [] }) => themes.some((theme) => keyOf(theme) === keyOf(value)),
  }
  return [...cards]
    .filter(isChosen[way])
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_ITEMS)
}

function personsOf(card: Card): readonly string[] {
  return card.kind === 'persona' ? [card.id, ...card.personas] : card.personas
}

/** What most items speak of first. */
function named(cards: readonly Card[], of: (card: Card) => readonly string[] | undefined): readonly Choice[] {
  const found = new Map<string, { label: string; count: number }>()
  for (const card of cards) {
    for (const label of new Map((of(card) ?? []).map((name) => [keyOf(name), name])).values()) {
      const before = found.get(keyOf(label))
      found.set(keyOf(label), { label: before?.label ?? label, count: (before?.count ?? 0) + 1 })
    }
  }
  return [...found.values()]
    .map(({ label, count }) => ({ value: label, label, count }))
    .sort((a, b) => b.count - a.count || byLabel(a, b))
    .slice(0, MOST_CHOICES)
}

const keyOf = (name: string): string => name.trim().toLowerCase()

function byLabel(a: Choice, b: Choice): number {
  return a.label < b.label ? -1 : a.label > b.label ? 1 : 0
}
