import { useWords } from '../words/use-words.ts'

/** What fields and the words that they take are called in the window's language; by their own names where it has no word. */
export function useFieldWords(): {
  name(field: string): string
  value(word: string): string
  /** A field within fields, such as `phases[2].name`. */
  path(field: string): string
} {
  const { form } = useWords()
  const names: Readonly<Record<string, string>> = form.names
  const values: Readonly<Record<string, string>> = form.values
  const own = (all: Readonly<Record<string, string>>, key: string): string =>
    Object.hasOwn(all, key) ? (all[key] ?? key) : key
  const name = (field: string): string =>
    own(names, Object.hasOwn(names, field) ? field : field.replace(/[\s-]+/g, '_'))
  return {
    name,
    value: (word) => own(values, word),
    path: (field) =>
      field.split(/[.[\]]+/).reduce((said, part) => {
        if (part === '') return said
        // Entries are counted from one, as the form does.
        if (/^\d+$/.test(part)) return `${said} ${Number(part) + 1}`
        return said === '' ? name(part) : `${said}, ${name(part)}`
      }, ''),
  }
}
