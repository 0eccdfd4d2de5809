import { direction } from '../../core/text.ts'
import { formatNumber } from '../../ui/dates.ts'
import { wordsLanguage } from '../../ui/messages.ts'
import { u } from '../../ui/stage.ts'
import { They, We } from '../../ui/Text.tsx'
import { figureText } from '../metric/figures.ts'
import { type Group, strokeTotal } from './groups.ts'
import type { FeedbackBody } from './schema.ts'
import { feedbackWords } from './words.ts'

interface ResultProps {
  readonly body: FeedbackBody
  readonly groups: readonly Group[]
  /** Cap height of the figure in u. */
  readonly c: number
  readonly lang: string
  readonly language: string
  readonly portrait: boolean
}

const UNIT_PART = 0.42

/** The result: a figure with what it is of; the answer that it stands for, in the voice of those who gave it; or a sentence. */
export function Result({ body, groups, c, lang, language, portrait }: ResultProps) {
  const chosen = groups.find((group) => group.chosen)
  const figure = figureFor(body, chosen, groups, language)
  if (figure === undefined) {
    return (
      <We c={Math.min(c, 2.85)} lang={lang} rise={2} strong style={{ lineHeight: 1.16 }}>
        {body.result}
      </We>
    )
  }
  return (
    <div
      data-rise="2"
      style={{
        display: 'flex',
        flexDirection: portrait ? 'column' : 'row',
        alignItems: portrait ? 'stretch' : 'baseline',
        gap: u(portrait ? 1.6 : 2),
      }}
    >
      <div
        className="metric-figure"
        dir={direction(figure.of ?? '')}
        style={{ flex: 'none', width: 'fit-content', maxWidth: '100%', marginInlineStart: u(-0.04 * c) }}
      >
        <We c={c} lang={language}>
          {figure.text}
        </We>
        {figure.of === undefined ? null : (
          <We c={Math.max(1, c * UNIT_PART)} lang={language}>
            {figure.of}
          </We>
        )}
      </div>
      {chosen ? (
        <They text={chosen.answer} c={Math.max(1.41, c * UNIT_PART)} lang={lang} style={{ minWidth: 0 }} />
      ) : null}
    </div>
  )
}

function figureFor(
  { figure, share, scale }: FeedbackBody,
  chosen: Group | undefined,
  groups: readonly Group[],
  language: string,
): { text: string; of?: string | undefined } | undefined {
  const words = feedbackWords(language)
  const total = groups.reduce((sum, group) => sum + group.strokes, 0)
  if (chosen && figure === undefined) return ofPeople(chosen, total, language)
  if (figure === undefined) return undefined
  const text = figureText(figure, language).replace('−', '−\u200a')
  if (share) return { text, of: words.ofHundred }
  const { low, high } = scale
  // Only a scale that begins near nothing is told by its end alone: −12 of 100 would be no figure.
  const told =
    high !== undefined && low !== undefined && low >= 0 && low <= 1 && figure >= low && figure <= high
  return { text, of: told ? words.of(formatNumber(high, wordsLanguage(language))) : undefined }
}

function ofPeople(chosen: Group, total: number, language: string): { text: string; of: string } {
  const words = feedbackWords(language)
  const few = total < strokeTotal(undefined)
  const text = figureText(few ? chosen.strokes : Math.round(chosen.share), language)
  return { text, of: few ? words.of(formatNumber(total, wordsLanguage(language))) : words.ofHundred }
}
