import type { ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'
import { Button } from './Button.tsx'

/** What a place shows where there is nothing to list, not yet, or not at all. */

interface EmptyProps {
  readonly title: string
  readonly children?: ReactNode
}

export function Empty({ title, children }: EmptyProps) {
  return (
    <div className="empty">
      <p className="lead">{title}</p>
      {children}
    </div>
  )
}

export function Waiting() {
  const { shell } = useWords()
  return (
    <p className="waiting" role="status">
      {shell.waiting}
    </p>
  )
}

interface TroubleProps {
  readonly error: string
  readonly onAgain?: (() => void) | undefined
}

export function Trouble({ error, onAgain }: TroubleProps) {
  const { shell } = useWords()
  return (
    <div className="trouble" role="alert">
      <p>
        <strong className="signal">{shell.trouble}</strong>
      </p>
      <p>{error}</p>
      {onAgain ? <Button onPress={onAgain}>{shell.again}</Button> : null}
    </div>
  )
}
