import type { Reason } from '../../core/rotation/reasons.ts'
import { useWords } from '../words/use-words.ts'

/** Why something is on, in one sentence. */
export function useReasons(): (reasons: readonly Reason[]) => string {
  const { reasons: catalogue } = useWords()
  return (reasons) => {
    const said = reasons.map((reason) => {
      // The compiler cannot tie the type to its own reason.
      const write = catalogue.words[reason.type] as (reason: Reason) => string
      return write(reason)
    })
    const sentence = said.length === 0 ? catalogue.usual : said.join('; ')
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
  }
}
