import { useCallback, useEffect, useRef, useState } from 'react'
import type { FindAnswer, FindQuery, FindRow } from '../../core/admin/find.ts'
import { bridge } from '../bridge.ts'
import { useRevision } from '../mirror.ts'
import { missingPage, PAGE, withPage } from './found-rows.ts'

export type Search = Omit<FindQuery, 'from' | 'count'>

/** What is found, as far as it was looked at. */
export interface Found {
  readonly answer: Omit<FindAnswer, 'rows'> | undefined
  /** By their index among all that is found; a list of 100,000 is never here as a whole. */
  readonly rows: ReadonlyMap<number, FindRow>
  readonly error: string | undefined
  /** What is shown answers an earlier question. */
  readonly isLate: boolean
  /** These are in sight: asked for where they are not here yet. */
  readonly want: (from: number, to: number) => void
  /** All that is found, in order. */
  readonly ids: () => Promise<readonly string[]>
}

/** A list whose texts are still being read is asked for again so often. */
const UNREAD_MS = 2_000

interface Held extends Pick<Found, 'answer' | 'rows' | 'error'> {
  readonly key: string
}

interface Asking {
  /** Of the question and the room's revision: another one makes all pages be asked for again. */
  stamp: string
  key: string
  search: Search
  from: number
  to: number
  asked: Set<number>
  isWaiting: boolean
}

/**
 * Rows come page by page, those in sight first and one page at a time: whoever drags the scroll bar past a thousand of them
 * waits for none. They are asked for again whenever the room moves.
 */
export function useFound(search: Search): Found {
  const revision = useRevision()
  const key = JSON.stringify(search)
  const stamp = `${revision} ${key}`
  const [held, setHeld] = useState<Held>({ key: '', answer: undefined, rows: new Map(), error: undefined })
  const now = useRef<Asking>({ stamp, key, search, from: 0, to: 0, asked: new Set(), isWaiting: false })

  const ask = useCallback(async (): Promise<void> => {
    const { current } = now
    if (current.isWaiting) return
    current.isWaiting = true
    for (let page = missingPage(current); page !== undefined; page = missingPage(current)) {
      const { key: of, search: query } = current
      current.asked.add(page)
      const found = await bridge.call('find', { ...query, from: page * PAGE, count: PAGE }).catch(String)
      // An answer to what nobody asks any more is not shown.
      if (current.key !== of) continue
      if (typeof found === 'string') setHeld((before) => ({ ...before, error: found }))
      else {
        const { from, to } = current
        setHeld((before) => taken(before, of, page ?? 0, found, { from, to }, current.asked))
      }
    }
    current.isWaiting = false
  }, [])

  const want = useCallback(
    (from: number, to: number): void => {
      Object.assign(now.current, { from, to })
      void ask()
    },
    [ask],
  )

  useEffect(() => {
    const { current } = now
    const isOther = current.key !== key
    const { from, to } = isOther ? { from: 0, to: 0 } : current
    Object.assign(current, { key, stamp, search: JSON.parse(key) as Search, from, to, asked: new Set() })
    void ask()
  }, [key, stamp, ask])

  const isWhole = held.answer?.isWhole ?? true
  useEffect(() => {
    if (isWhole) return
    // The room does not move when the last of its texts has been taken in.
    const timer = setInterval(() => {
      now.current.asked.clear()
      void ask()
    }, UNREAD_MS)
    return () => clearInterval(timer)
  }, [isWhole, ask])

  const ids = useCallback(async () => {
    const { ids: all } = await bridge.call('findIds', { ...now.current.search, from: 0, count: 0 })
    return all
  }, [])
  return { ...held, isLate: held.key !== key, want, ids }
}

function taken(
  before: Held,
  key: string,
  page: number,
  { rows: found, ...answer }: FindAnswer,
  seen: { readonly from: number; readonly to: number },
  asked: Set<number>,
): Held {
  const isSame = before.key === key && before.answer?.total === answer.total
  const { rows, dropped } = withPage(isSame ? before.rows : new Map(), page, found, seen)
  for (const each of dropped) asked.delete(each)
  // The same object as long as it says the same: what tells of it is not drawn anew with each page.
  const told = isSame && JSON.stringify(before.answer) === JSON.stringify(answer) ? before.answer : answer
  return { key, answer: told, rows, error: undefined }
}
