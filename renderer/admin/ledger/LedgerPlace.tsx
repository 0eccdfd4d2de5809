import { useWords } from '../words/use-words.ts'

export function LedgerPlace() {
  const { shell } = useWords()
  return <h1>{shell.place.ledger}</h1>
}
