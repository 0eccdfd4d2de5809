import { useWords } from '../words/use-words.ts'

export function HealthPlace() {
  const { shell } = useWords()
  return <h1>{shell.place.health}</h1>
}
