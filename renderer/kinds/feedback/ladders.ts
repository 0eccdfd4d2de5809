import { readNumber } from '../../core/written-number.ts'

/** The order in which answers stand on their scale, where their words tell it; else the most frequent first. */

type Counted = readonly [answer: string, people: number]

/** From the most to the least; the first that fits decides, so `not at all` stands before `very`. */
const LADDER: readonly (readonly [RegExp, number])[] = [
  [/\bnot at all\b|\bnever\b|strongly disagree|^no\b|^0|\bnone\b|^nie$|^nein\b/i, 0],
  [/very (?:dis|un|bad|poor|diff|hard)|terrible|extremely (?:dis|un)|sehr (?:un|schlecht)/i, 0.5],
  [/somewhat|slightly|\brarely\b|seldom|once in a while|once a year|a little|^selten|eher/i, 2],
  [/about half|sometimes|neutral|neither|average|partly|\bfair\b|manchmal|teils/i, 3],
  [/extremely|\bvery\b|\balways\b|strongly agree|excellent|every day|\bimmer\b|^sehr/i, 6],
  [/\busually\b|\boften\b|mostly|quite|every week|^oft|meist/i, 4],
  [/^disagree|^dissat|^unsat|^unlikely|^difficult|^poor|^bad/i, 1],
  [/^agree|^satisfied|^likely|^easy|^good|^happy|^zufrieden|^gut/i, 5],
  [/^yes\b|^ja\b|^oui\b|^s[ií]\b/i, 5.5],
]

export function inScaleOrder(answers: readonly Counted[]): readonly Counted[] {
  const numbers = answers.map(([answer]) =>
    /^[-+]?\d+(?:[.,]\d+)?$/.test(answer) ? readNumber(answer) : undefined,
  )
  const ranks = numbers.includes(undefined) ? answers.map(([answer]) => rankOf(answer)) : numbers
  if (ranks.includes(undefined)) return answers.toSorted(([, a], [, b]) => b - a)
  return answers
    .map((counted, index) => ({ counted, rank: ranks[index] ?? 0 }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ counted }) => counted)
}

function rankOf(answer: string): number | undefined {
  return LADDER.find(([pattern]) => pattern.test(answer))?.[1]
}
