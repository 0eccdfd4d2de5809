import { Choice } from '../kit/Choice.tsx'
import { useWords } from '../words/use-words.ts'

export type Where = 'this' | 'all'

interface Props {
  readonly screen: string
  readonly value: Where
  readonly onChange: (where: Where) => void
}

/** One screen, or all of the room. */
export function WhereChoice({ screen, value, onChange }: Props) {
  const { now: words } = useWords()
  return (
    <Choice
      label={words.screens}
      value={value}
      options={[
        { value: 'this', label: words.thisScreen(screen) },
        { value: 'all', label: words.allScreens },
      ]}
      onChange={onChange}
    />
  )
}
