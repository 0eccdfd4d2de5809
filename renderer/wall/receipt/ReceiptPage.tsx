import { type ReactNode, useEffect, useEffectEvent } from 'react'
import type { Receipt } from '../../core/chair/receipt.ts'
import { direction } from '../../core/text.ts'
import { formatDate, formatNumber } from '../../ui/dates.ts'
import { GuessLine } from './GuessLine.tsx'
import { receiptWords } from './words.ts'

interface Props {
  readonly receipt: Receipt
  readonly onDrawn: () => void
}

/** One page: what was asked, guessed, heard and promised. What customers said is serif, what we say is sans. */
export function ReceiptPage({ receipt, onDrawn }: Props) {
  const drawn = useEffectEvent(onDrawn)
  useEffect(() => drawn(), [])
  const { language, room, day, persona, topic, question, commitment, names } = receipt
  const words = receiptWords(language)
  return (
    <main className="page" dir={direction(question)}>
      <header>
        <b>{room}</b>
        <span>{formatDate(day, language)}</span>
      </header>
      <h1 dir="auto">{topic}</h1>
      <p className="who">
        {persona.n === undefined ? words.sat(persona.name) : words.composite(persona.name, persona.n)}
      </p>
      <Part title={words.asked}>
        <p className="lead" dir="auto">
          {question}
        </p>
      </Part>
      <Numbers receipt={receipt} />
      <Heard receipt={receipt} />
      <Part title={words.promised}>
        {commitment ? (
          <>
            <p className="lead" dir="auto">
              {commitment.promise}
            </p>
            <p>{words.by(commitment.owner, formatDate(commitment.due, language))}</p>
          </>
        ) : (
          <p>{words.nothingPromised}</p>
        )}
      </Part>
      {names === undefined ? null : (
        <Part title={words.there}>
          <p dir="auto">{names}</p>
        </Part>
      )}
    </main>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  )
}

function Numbers({ receipt }: { readonly receipt: Receipt }) {
  const { language, guesses, guess, figure } = receipt
  const words = receiptWords(language)
  const number = (value: number): string => formatNumber(value, language)
  return (
    <>
      <Part title={words.guessed}>
        {guess === undefined ? (
          <p>{words.noGuess}</p>
        ) : (
          <p>
            <b className="figure">{number(guess)}</b> {words.guesses(guesses.length)}
          </p>
        )}
      </Part>
      <Part title={words.measured}>
        {figure ? (
          <p>
            <b className="figure">{number(Math.round(figure.value * 10) / 10)}</b> {figure.written}
            <small>{[figure.title, figure.source, figure.period].filter(Boolean).join(', ')}</small>
          </p>
        ) : (
          <p>{words.notMeasured}</p>
        )}
        {guess !== undefined || figure ? <GuessLine guesses={guesses} figure={figure?.value} /> : null}
      </Part>
    </>
  )
}

function Heard({ receipt: { language, verbatims } }: { readonly receipt: Receipt }) {
  const words = receiptWords(language)
  return (
    <Part title={words.heard}>
      {verbatims.length === 0 ? <p>{words.nothingHeard}</p> : null}
      {verbatims.map(({ itemId, text, lang, who, source, captured, isAgainst }) => (
        <blockquote key={`${itemId} ${text}`}>
          <p lang={lang ?? language} dir="auto">
            {text}
          </p>
          <small>
            {isAgainst ? <b>{words.against}. </b> : null}
            {[who, source, captured && formatDate(captured, language)].filter(Boolean).join(', ')}
          </small>
        </blockquote>
      ))}
    </Part>
  )
}
