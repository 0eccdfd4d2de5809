import { useCallback, useEffect, useState } from 'react'
import type { HistoryOutcome, HistoryQuestion } from '../../core/admin/history.ts'
import { bridge } from '../bridge.ts'

/** Often enough for what grows by a slide at a time; a year of slides is not read again with each of them. */
const EVERY_MS = 60_000

export interface History {
  readonly outcome: HistoryOutcome | undefined
  readonly error: string | undefined
  readonly again: () => void
}

export function useHistory(question: HistoryQuestion): History {
  const [state, setState] = useState<Omit<History, 'again'>>({ outcome: undefined, error: undefined })
  const [round, setRound] = useState(0)
  const key = JSON.stringify(question)
  useEffect(() => {
    void round
    let isLate = false
    bridge.call('history', JSON.parse(key) as HistoryQuestion).then(
      (outcome) => isLate || setState({ outcome, error: undefined }),
      (error: unknown) => isLate || setState({ outcome: undefined, error: String(error) }),
    )
    return () => {
      isLate = true
    }
  }, [key, round])
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) setRound((before) => before + 1)
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return { ...state, again: useCallback(() => setRound((before) => before + 1), []) }
}
