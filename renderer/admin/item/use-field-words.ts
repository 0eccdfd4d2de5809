import { useWords } from '../words/use-words.ts'

/** What fields and the words that they take are called in the window's language; by their own names where it has no word. */
export function useFieldWords(): { name(field: string): string; value(word: string): string } {
  const { form } = useWords()
  const names: Readonly<Record<string, string>> = form.names
  const values: Readonly<Record<string, string>> = form.values
  const own = (all: Readonly<Record<string, string>>, key: string): string =>
    Object.hasOwn(all, key) ? (all[key] ?? key) : key
  return {
    name: (field) => own(names, Object.hasOwn(names, field) ? field : field.replace(/[\s-]+/g, '_')),
    value: (word) => own(values, word),
  }
}
