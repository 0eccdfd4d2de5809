import { useCallback, useRef } from 'react'
import { bridge } from '../bridge.ts'
import { useLibrary } from './library-store.ts'
import type { Found } from './use-found.ts'

/** Letters that come within this time of each other are one word, ms. */
const PAUSE_MS = 900

/** Letters that are typed at the list lead to the next title that begins with them. False: this key is no letter. */
export function useTypeAhead(found: Found, goTo: (index: number) => void): (key: string) => boolean {
  const typed = useRef({ text: '', at: 0 })
  const { rows, ids } = found
  return useCallback(
    (key) => {
      // Of the keys alone those that write something; / and ? are the window's own.
      if ([...key].length !== 1 || key === '/' || key === '?') return false
      const at = performance.now()
      // A space goes on with what is being typed; else it selects.
      if (key === ' ' && at - typed.current.at >= PAUSE_MS) return false
      const text = (at - typed.current.at < PAUSE_MS ? typed.current.text : '') + key
      typed.current = { text, at }
      const begins = (title: string): boolean =>
        title.toLocaleLowerCase().startsWith(text.toLocaleLowerCase())
      const { active } = useLibrary.getState()
      const order = [...rows.entries()].sort(([a], [b]) => a - b).filter(([, row]) => begins(row.title))
      const from = text.length === 1 ? active + 1 : active
      const next = order.find(([index]) => index >= from) ?? order[0]
      if (next) goTo(next[0])
      else void farther(text, begins, ids).then((index) => index !== undefined && goTo(index))
      return true
    },
    [rows, ids, goTo],
  )
}

/** Beyond what was scrolled to: the host knows all titles. */
async function farther(
  text: string,
  begins: (title: string) => boolean,
  ids: Found['ids'],
): Promise<number | undefined> {
  const { filters } = useLibrary.getState()
  const answer = await bridge.call('find', { text, filters, sort: 'relevance', from: 0, count: 200 })
  const row = answer.rows.find(({ title }) => begins(title))
  const index = row ? (await ids()).indexOf(row.id) : -1
  return index < 0 ? undefined : index
}
