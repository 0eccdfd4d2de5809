import { formatDate } from '../../ui/dates.ts'
import { wordsLanguage } from '../../ui/messages.ts'
import { u } from '../../ui/stage.ts'
import { They, We } from '../../ui/Text.tsx'
import { chairWords } from './words.ts'

interface PromisedProps {
  readonly promise: string
  readonly owner: string
  readonly due: string
  readonly c: number
  readonly lang?: string | undefined
  readonly language: string
}

/** What we will do, who, and until when. */
export function Promised({ promise, owner, due, c, lang, language }: PromisedProps) {
  return (
    <div>
      <We c={c} lang={lang} rise={2} style={{ fontWeight: 480, lineHeight: 1.18, textWrap: 'balance' }}>
        {promise}
      </We>
      <div style={{ marginTop: u(0.9) }} data-rise="3">
        <We c={Math.max(1, Math.min(1.41, c * 0.7))} strong>
          {owner}
        </We>
        <We c={1} lang={language}>
          {chairWords(language).due(formatDate(due, wordsLanguage(language)))}
        </We>
      </div>
    </div>
  )
}

/** What a customer said, to which the promise answers. */
export function Said({
  text,
  c,
  lang,
}: {
  readonly text: string
  readonly c: number
  readonly lang?: string | undefined
}) {
  return <They text={text} c={c} lang={lang} para={c < 1.41} rise={1} />
}
