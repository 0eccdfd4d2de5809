import { useWords } from '../words/use-words.ts'

export function ChangesPlace() {
  const { shell } = useWords()
  return <h1>{shell.place.changes}</h1>
}
