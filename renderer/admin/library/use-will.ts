import { useFormats, useWords } from '../words/use-words.ts'
import type { Act, Wanted } from './ActSheet.tsx'

/** What will be changed, in a sentence. */
export function useWill(
  act: Act,
  wanted: Wanted,
  of: { readonly title: string; readonly count: number },
): string {
  const { library: words } = useWords()
  const formats = useFormats()
  const what = words.what(of.title, of.count, formats.number(of.count), formats.number(of.count - 1))
  const { will } = words
  const tags = wanted.tags.split(',').flatMap((tag) => tag.trim() || [])
  const day = (written: string): string => formats.local(written)
  switch (act) {
    case 'hide':
    case 'show':
    case 'pin':
    case 'unpin':
      return will[act](what)
    case 'weight':
      return wanted.weight.trim() === ''
        ? will.usualWeight(what)
        : will.weight(what, formats.number(Number(wanted.weight)))
    case 'dates':
      return will.dates(
        what,
        wanted.from === '' ? words.fromStart : words.fromDay(day(wanted.from)),
        wanted.until === '' ? words.untilEver : words.untilDay(day(wanted.until)),
      )
    case 'audience':
      return will.audience(what, formats.list(wanted.audience.map((each) => words.audiences[each])))
    case 'tags':
      return tags.length === 0
        ? will.noTags(what, words.facets[wanted.field])
        : will.tags(what, words.facets[wanted.field], formats.list(tags))
  }
}
