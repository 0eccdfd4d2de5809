import type { PromiseHistory } from '../../core/admin/history.ts'
import { useFormats, useWords } from '../words/use-words.ts'

/** What was promised, and what came of it in the range. */
export function Coverage({ promises }: { readonly promises: readonly PromiseHistory[] }) {
  const { history: words, order } = useWords()
  const formats = useFormats()
  if (promises.length === 0) return null
  return (
    <section className="coverage" aria-labelledby="coverage">
      <h2 id="coverage">{words.coverage}</h2>
      {promises.map(({ promise, kept, missed, values }) => (
        <details key={promise}>
          <summary>
            <PromiseName promise={promise} />{' '}
            <span className="tabular">{order.kept(formats.number(kept), formats.number(missed))}</span>
            <span className="share-bar" aria-hidden="true">
              <span style={{ width: `${(100 * kept) / Math.max(1, kept + missed)}%` }} />
            </span>
          </summary>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.value}</th>
                <th scope="col">{words.plays}</th>
                <th scope="col">{words.kept}</th>
                <th scope="col">{words.missed}</th>
                <th scope="col">{words.longest}</th>
              </tr>
            </thead>
            <tbody>
              {values.slice(0, 200).map((value) => (
                <tr key={value.value} className={value.missed > 0 ? 'missed' : undefined}>
                  <th scope="row" dir="auto">
                    {value.value}
                  </th>
                  <td>{formats.number(value.plays)}</td>
                  <td>{formats.number(value.kept)}</td>
                  <td>{formats.number(value.missed)}</td>
                  <td>{formats.span(value.longestGapMs)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ))}
    </section>
  )
}

/** `every persona within 1 h`, in the window's own language. */
function PromiseName({ promise }: { readonly promise: string }) {
  const { order: words } = useWords()
  const [, field = '', within = ''] = /^every (\w+) within (.+)$/.exec(promise) ?? []
  const fields: Readonly<Record<string, string>> = words.fields
  return <strong>{fields[field] === undefined ? promise : words.promise(fields[field], within)}</strong>
}
