import { useWords } from '../words/use-words.ts'

export function ImportPlace() {
  const { shell } = useWords()
  return <h1>{shell.place.import}</h1>
}
