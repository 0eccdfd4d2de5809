import { Button } from '../kit/Button.tsx'
import { useWords } from '../words/use-words.ts'

export interface Sides {
  readonly mine: string
  readonly theirs: string
}

interface Props {
  readonly sides: Sides
  readonly onMine: () => void
  readonly onTheirs: () => void
}

/** Two ways of saying the same, side by side; nothing is written until one is chosen. */
export function Conflict({ sides, onMine, onTheirs }: Props) {
  const { item: words } = useWords()
  return (
    <div className="conflict" role="alert">
      <p>
        <strong className="signal">{words.conflict}</strong>
      </p>
      <div className="sides">
        <div>
          <h3>{words.mine}</h3>
          <pre>{sides.mine}</pre>
          <Button onPress={onMine}>{words.takeMine}</Button>
        </div>
        <div>
          <h3>{words.theirs}</h3>
          <pre>{sides.theirs}</pre>
          <Button onPress={onTheirs}>{words.takeTheirs}</Button>
        </div>
      </div>
    </div>
  )
}
