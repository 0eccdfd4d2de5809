import { useEffect, useRef, useState } from 'react'
import { useRevision } from '../mirror.ts'

/** An answer that comes a page at a time. */
export interface Page<Entry> {
  readonly total: number
  readonly entries: readonly Entry[]
}

export interface All<Answer, Entry> {
  /** The last of the pages, with what it tells beside its entries. */
  readonly answer: Answer | undefined
  readonly entries: readonly Entry[]
  readonly error: string | undefined
}

const PAGE = 500

/** All entries of an answer, asked for again whenever the room moves; the last ones stay in sight meanwhile. */
export function useAll<Entry, Answer extends Page<Entry>>(
  /** Of the question: another key is another question. */
  key: string,
  ask: (from: number, count: number) => Promise<Answer>,
): All<Answer, Entry> {
  const revision = useRevision()
  const [all, setAll] = useState<All<Answer, Entry>>({ answer: undefined, entries: [], error: undefined })
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  useEffect(() => {
    void [key, revision]
    let isLate = false
    async function take(): Promise<void> {
      let entries: readonly Entry[] = []
      for (;;) {
        const answer = await latest.current(entries.length, PAGE)
        entries = [...entries, ...answer.entries]
        if (isLate) return
        if (answer.entries.length < PAGE || entries.length >= answer.total)
          return setAll({ answer, entries, error: undefined })
      }
    }
    take().catch((error: unknown) => isLate || setAll((before) => ({ ...before, error: String(error) })))
    return () => {
      isLate = true
    }
  }, [key, revision])
  return all
}
