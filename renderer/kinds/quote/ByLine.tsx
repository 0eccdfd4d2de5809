import { tellsAge } from '../../core/patina.ts'
import { messages } from '../../ui/messages.ts'
import { We } from '../../ui/Text.tsx'
import type { QuoteView } from './view.ts'

/** Who said it, and one line of where and when; once it is old, how old it is comes first. */
export function ByLine({ view, note = true }: { readonly view: QuoteView; readonly note?: boolean }) {
  const { who, note: line } = view.item.body
  const words = messages(view.room.language)
  if (tellsAge(view.age)) {
    const told = [who, note ? line : undefined].filter((text) => text !== undefined)
    return (
      <div data-rise="2">
        <We c={1.41} strong lang={view.room.language}>
          {words.heardAgo(view.age.months)}
        </We>
        {told.map((text) => (
          <We key={text} c={1} style={{ textWrap: 'balance' }}>
            {text}
          </We>
        ))}
        <We c={1} lang={view.room.language}>
          {words.stillTrue}
        </We>
      </div>
    )
  }
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
