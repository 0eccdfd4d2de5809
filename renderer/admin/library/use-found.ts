import { useCallback, useEffect, useRef, useState } from 'react'
import type { FindAnswer, FindQuery, FindRow } from '../../core/admin/find.ts'
import { bridge } from '../bridge.ts'
import { useRevision } from '../mirror.ts'

export type Search = Omit<FindQuery, 'from' | 'count'>

/** What is found, as far as it was looked at. */
export interface Found {
  readonly answer: Omit<FindAnswer, 'rows'> | undefined
  /** By their index among all that is found; a list of 100,000 is never here as a whole. */
  readonly rows: ReadonlyMap<number, FindRow>
  readonly error: string | undefined
  /** These are in sight: asked for where they are not here yet. */
  readonly want: (from: number, to: number) => void
  /** All that is found, in order. */
  readonly ids: () => Promise<readonly string[]>
}

/** Rows of one question. */
const PAGE = 60
/** A list whose texts are still being read is asked for again so often. */
const UNREAD_MS = 2_000
/** Rows that are kept: some hundred screenfuls. */
const MOST_ROWS = 6_000

interface Held extends Pick<Found, 'answer' | 'rows' | 'error'> {
  readonly key: string
}

/** Rows come page by page as they are scrolled to; those in sight are asked for again whenever the room moves. */
export function useFound(search: Search): Found {
  const revision = useRevision()
  const key = JSON.stringify(search)
  const stamp = `${revision} ${key}`
  const [held, setHeld] = useState<Held>({ key, answer: undefined, rows: new Map(), error: undefined })
  const now = useRef({ key, stamp, search, from: 0, to: PAGE, asked: new Set<number>() })

  const ask = useCallback((page: number): void => {
    const { search: query, key: asked } = now.current
    now.current.asked.add(page)
    bridge.call('find', { ...query, from: page * PAGE, count: PAGE }).then(
      // An answer to what nobody asks any more is not shown.
      (answer) => now.current.key === asked && setHeld((before) => taken(before, asked, page, answer)),
      (error: unknown) =>
        now.current.key === asked && setHeld((before) => ({ ...before, error: String(error) })),
    )
  }, [])

  const want = useCallback(
    (from: number, to: number): void => {
      Object.assign(now.current, { from, to })
      for (let page = Math.floor(from / PAGE); page * PAGE <= to; page += 1)
        if (!now.current.asked.has(page)) ask(page)
    },
    [ask],
  )

  useEffect(() => {
    const isOther = now.current.key !== key
    const { from, to } = isOther ? { from: 0, to: 0 } : now.current
    now.current = { key, stamp, search: JSON.parse(key) as Search, from, to, asked: new Set() }
    want(from, to)
  }, [key, stamp, want])

  const isWhole = held.answer?.isWhole ?? true
  useEffect(() => {
    if (isWhole) return
    // The room does not move when the last of its texts has been taken in.
    const timer = setInterval(() => {
      const { from, to, asked } = now.current
      asked.clear()
      want(from, to)
    }, UNREAD_MS)
    return () => clearInterval(timer)
  }, [isWhole, want])

  const ids = useCallback(async () => {
    const { ids: all } = await bridge.call('findIds', { ...now.current.search, from: 0, count: 0 })
    return all
  }, [])
  return { ...held, want, ids }
}

function taken(before: Held, key: string, page: number, { rows: found, ...answer }: FindAnswer): Held {
  const isSame = before.key === key && before.answer?.total === answer.total && before.rows.size < MOST_ROWS
  const rows = new Map(isSame ? before.rows : [])
  for (const [at, row] of found.entries()) rows.set(page * PAGE + at, row)
  return { key, answer, rows, error: undefined }
}
