import type { HistoryBy, HistoryRow } from '../../core/admin/history.ts'
import { useFormats, useWords } from '../words/use-words.ts'

/** What a row of the history is called. */
export function useRowName(by: HistoryBy): (row: HistoryRow) => string {
  const { kinds } = useWords()
  const formats = useFormats()
  return ({ key, title }) => {
    switch (by) {
      case 'item':
        return title === '' ? key : title
      case 'kind':
        return kinds[key] ?? key
      case 'persona':
        return key
      case 'hour':
        return `${key}:00`
      case 'day':
        return formats.local(key)
    }
  }
}
