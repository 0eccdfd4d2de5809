import { wordCount } from '../../core/text.ts'
import { sizesDown } from '../../ui/fit.ts'
import { shortened } from '../../ui/shorten.ts'
import type { CommitmentBody } from './schema.ts'

/** One way to set a commitment. */
export interface CommitmentLayout {
  readonly said: string
  readonly saidC: number
  readonly promise: string
  readonly promiseC: number
  /** What came of it stands under the state. */
  readonly effect: boolean
  /** Leaves part of either half empty. */
  readonly airy: boolean
  /** How it stands is told in reading size. */
  readonly small: boolean
  readonly keptWords?: number
}

/** The customer speaks larger than we do. */
const OURS = 0.87

/** From generous to tight: both voices down to reading size, what came of it, words of the longer one. */
export function commitmentLayouts(body: CommitmentBody, lang: string): CommitmentLayout[][] {
  const said = body.said ?? ''
  const { promise } = body
  const way = (
    from: number,
    to: number,
    rest: { effect: boolean; airy: boolean; small: boolean },
  ): CommitmentLayout[] =>
    sizesDown(from, to).map((saidC) => ({
      said,
      saidC,
      promise,
      promiseC: Math.max(1, Math.round(saidC * OURS * 100) / 100),
      ...rest,
    }))
  return [
    way(2.85, 2.3, { effect: true, airy: true, small: false }),
    way(2.3, 1.6, { effect: true, airy: false, small: false }),
    way(2.3, 1.15, { effect: false, airy: false, small: false }),
    way(1.6, 1.15, { effect: false, airy: false, small: true }),
    ...omissions(said, promise, lang),
  ]
}

/** Words left out of what was said, of what was promised, then of both alike. */
function omissions(said: string, promise: string, lang: string): CommitmentLayout[][] {
  const tight = { saidC: 1.15, promiseC: 1, effect: false, airy: false, small: true }
  const saids = shortened(said, lang).map(({ text, keptWords }) => ({
    ...tight,
    said: text,
    promise,
    keptWords: keptWords + wordCount(promise),
  }))
  const promises = shortened(promise, lang)
  const ours = promises.map(({ text, keptWords }) => ({
    ...tight,
    said,
    promise: text,
    keptWords: keptWords + wordCount(said),
  }))
  const both = shortened(said, lang).flatMap((theirs, index) => {
    const mine = promises[Math.min(index, promises.length - 1)]
    return mine
      ? [{ ...tight, said: theirs.text, promise: mine.text, keptWords: theirs.keptWords + mine.keptWords }]
      : []
  })
  return [saids, ours, both].filter((group) => group.length > 0)
}
