import { We } from '../../ui/Text.tsx'
import type { QuoteView } from './view.ts'

/** Who said it, and one line of where and when. */
export function ByLine({ view, note = true }: { readonly view: QuoteView; readonly note?: boolean }) {
  const { who, note: line } = view.item.body
  if (!who && !(note && line)) return null
  return (
    <div data-rise="2">
      {who ? (
        <We c={1.41} strong>
          {who}
        </We>
      ) : null}
      {note && line ? (
        <We c={1} style={{ textWrap: 'balance' }}>
          {line}
        </We>
      ) : null}
    </div>
  )
}
