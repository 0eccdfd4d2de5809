import { useEffect, useState } from 'react'
import type { FindQuery, FindRow } from '../../core/admin/find.ts'
import { bridge } from '../bridge.ts'
import { useRevision } from '../mirror.ts'

const PAGE = 100

export interface WeighRows {
  readonly total: number | undefined
  readonly row: (index: number) => FindRow | undefined
}

interface Known {
  readonly query: string
  readonly total: number
  readonly pages: ReadonlyMap<number, readonly FindRow[]>
}

/** Rows of a long list, page by page as they come into sight: from `first` to `last`. What is known stays until it is known anew. */
export function useWeighRows(
  query: Omit<FindQuery, 'from' | 'count'>,
  first: number,
  last: number,
): WeighRows {
  const revision = useRevision()
  const key = JSON.stringify(query)
  const [known, setKnown] = useState<Known>()
  const [from, to] = [Math.floor(first / PAGE), Math.floor(Math.max(first, last) / PAGE)]
  useEffect(() => {
    void revision
    let isLate = false
    for (let page = from; page <= to; page += 1) {
      const asked = { ...(JSON.parse(key) as typeof query), from: page * PAGE, count: PAGE }
      void bridge.call('find', asked).then(
        ({ rows, total }) => {
          if (isLate) return
          setKnown((before) => ({
            query: key,
            total,
            pages: new Map(before?.query === key ? before.pages : []).set(page, rows),
          }))
        },
        () => undefined,
      )
    }
    return () => {
      isLate = true
    }
  }, [key, revision, from, to])
  const isOurs = known?.query === key
  return {
    total: isOurs ? known.total : undefined,
    row: (index) => (isOurs ? known.pages.get(Math.floor(index / PAGE))?.[index % PAGE] : undefined),
  }
}
