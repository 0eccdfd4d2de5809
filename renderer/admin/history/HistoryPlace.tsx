import { useWords } from '../words/use-words.ts'

export function HistoryPlace() {
  const { shell } = useWords()
  return <h1>{shell.place.history}</h1>
}
