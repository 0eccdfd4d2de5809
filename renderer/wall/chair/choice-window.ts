interface Highlightable {
  readonly isHighlighted: boolean
}

/** Part of a list that is too long to be seen whole, and how many are before and after it. */
export interface ChoiceWindow<Choice> {
  readonly shown: readonly Choice[]
  readonly before: number
  readonly after: number
}

/** At most `most` of them in a row, the highlighted one among them and, where there is room, not at the edge. */
export function visibleChoices<Choice extends Highlightable>(
  choices: readonly Choice[],
  most: number,
): ChoiceWindow<Choice> {
  const count = Math.max(1, Math.min(most, choices.length))
  const at = Math.max(
    0,
    choices.findIndex(({ isHighlighted }) => isHighlighted),
  )
  const from = Math.min(Math.max(0, at - Math.floor(count / 2)), Math.max(0, choices.length - count))
  return {
    shown: choices.slice(from, from + count),
    before: from,
    after: Math.max(0, choices.length - from - count),
  }
}
