import { Waiting } from '../kit/States.tsx'
import { useAsked } from '../kit/use-asked.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { useReasons } from './use-reasons.ts'

const NEXT = 10

/** What comes, and why. */
export function NextList() {
  const { now: words, kinds } = useWords()
  const formats = useFormats()
  const told = useReasons()
  const { answer } = useAsked('upcoming', [{ count: NEXT }])
  return (
    <section className="next" aria-labelledby="next">
      <h2 id="next">{words.next}</h2>
      {answer === undefined ? <Waiting /> : null}
      {answer?.length === 0 ? <p className="quiet">{words.noNext}</p> : null}
      <ol className="rows">
        {answer?.map(({ itemId, kind, title, at, reasons }, index) => (
          <li key={`${index} ${itemId}`}>
            <time dateTime={new Date(at).toISOString()}>{formats.time(at)}</time>
            <div>
              <p className="title">{title}</p>
              <p className="quiet">
                {kinds[kind] ?? kind}. {told(reasons)}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
