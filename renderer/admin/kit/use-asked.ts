import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import type { CallName, Calls } from '../../core/contract.ts'
import { bridge } from '../bridge.ts'
import { useRevision } from '../mirror.ts'

/** An answer of the host that is asked for again whenever the room moves; the last one stays in sight meanwhile. */
export interface Asked<Answer> {
  readonly answer: Answer | undefined
  /** Why there is none, or none that is newer. */
  readonly error: string | undefined
  readonly again: () => void
}

export interface AskedOptions {
  /** Asked for again after so long, ms, as long as the window is seen. */
  readonly everyMs?: number
}

/** Answers may overtake each other: only that to the latest question counts. */
export function useAsked<Name extends CallName>(
  name: Name,
  args: Parameters<Calls[Name]>,
  { everyMs }: AskedOptions = {},
): Asked<ReturnType<Calls[Name]>> {
  const revision = useRevision()
  const [state, setState] = useState<Omit<Asked<ReturnType<Calls[Name]>>, 'again'>>(NOTHING)
  const [round, setRound] = useState(0)
  const key = JSON.stringify(args)
  const ask = useEffectEvent(() => bridge.call(name, ...args))

  useEffect(() => {
    // Named here, since a new question of the same kind is another one.
    void [key, revision, round]
    let isLate = false
    ask().then(
      (answer) => isLate || setState({ answer, error: undefined }),
      (error: unknown) => isLate || setState(({ answer }) => ({ answer, error: String(error) })),
    )
    return () => {
      isLate = true
    }
  }, [key, revision, round])

  useEffect(() => {
    if (everyMs === undefined) return
    const timer = setInterval(() => {
      if (!document.hidden) setRound((before) => before + 1)
    }, everyMs)
    return () => clearInterval(timer)
  }, [everyMs])

  const again = useCallback(() => setRound((before) => before + 1), [])
  return { ...state, again }
}

const NOTHING = { answer: undefined, error: undefined }
