import { wordCount } from '../../core/text.ts'

interface Told {
  readonly what: string
  readonly verbatim?: string | undefined
  readonly shows: 'all' | 'what' | 'verbatim'
}

/** Words of what was seen and said that one slide holds together. */
export const TOGETHER_WORDS = 75

/** One slide, or first what was seen and then what was said. Nothing is lost: both slides know who saw it, where and when. */
export function observationParts<Body extends Told>(body: Body): Body[] {
  const { what, verbatim } = body
  if (verbatim === undefined || wordCount(what) + wordCount(verbatim) <= TOGETHER_WORDS) return [body]
  return [
    { ...body, shows: 'what' },
    { ...body, shows: 'verbatim' },
  ]
}
