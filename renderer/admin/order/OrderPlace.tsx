import { useWords } from '../words/use-words.ts'

export function OrderPlace() {
  const { shell } = useWords()
  return <h1>{shell.place.order}</h1>
}
