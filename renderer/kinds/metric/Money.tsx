import { Label, We } from '../../ui/Text.tsx'
import { moneyText } from './figures.ts'
import type { MetricBody, Money as MoneyBody } from './schema.ts'
import { metricWords } from './words.ts'

interface MoneyProps {
  readonly money: MoneyBody
  readonly assumption: boolean
  readonly language: string
}

/** What a point is worth, underlined in pencil where it is an estimate, and what was assumed. */
export function MoneyLine({ money, assumption, language }: MoneyProps) {
  const { ourEstimate } = metricWords(language)
  const assumed = assumption ? money.assumption : undefined
  return (
    <We c={1} style={{ lineHeight: 1.42 }}>
      <span className={money.estimated ? 'metric-estimate' : ''}>{moneyText(money, language)}</span>
      {money.estimated || assumed ? (
        <span className="metric-quiet">
          {money.estimated ? (
            <>
              {' '}
              <bdi>{ourEstimate}</bdi>
            </>
          ) : null}
          {assumed ? (
            <>
              {' '}
              <bdi>{assumed}</bdi>
            </>
          ) : null}
        </span>
      ) : null}
    </We>
  )
}

interface VerdictProps {
  readonly verdict: MetricBody['verdict']
  /** Only the verdict, without what it means. */
  readonly alone?: boolean
  readonly language: string
}

/** Whether this figure serves customers, in words. */
export function VerdictLine({ verdict, alone = false, language }: VerdictProps) {
  const [short, word, meaning] = metricWords(language).verdict[verdict]
  return (
    <Label lang={language} style={{ textWrap: 'balance', lineHeight: 1.4 }}>
      <b>{alone ? short : word}</b>
      {alone ? null : ` ${meaning}`}
    </Label>
  )
}
