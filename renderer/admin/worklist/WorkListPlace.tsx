import { useWords } from '../words/use-words.ts'

export function WorkListPlace() {
  const { shell } = useWords()
  return <h1>{shell.place.worklist}</h1>
}
