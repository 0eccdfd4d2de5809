import { useWords } from '../words/use-words.ts'

export function LibraryPlace() {
  const { shell } = useWords()
  return <h1>{shell.place.library}</h1>
}
