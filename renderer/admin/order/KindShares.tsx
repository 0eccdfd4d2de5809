import type { Shares } from '../../core/admin/order.ts'
import { useFormats, useWords } from '../words/use-words.ts'

/** How the time on the wall is dealt out among the kinds; while a weight is moved, what becomes of it. */
export function KindShares({ shares }: { readonly shares: Shares | undefined }) {
  const { order: words, kinds } = useWords()
  const formats = useFormats()
  const all = Object.entries(shares?.byKind ?? {}).sort(([, a], [, b]) => b.before - a.before)
  if (all.length === 0) return null
  return (
    <section className="kind-shares" aria-labelledby="kind-shares">
      <h2 id="kind-shares">{words.byKind}</h2>
      <ul>
        {all.map(([kind, { time, before }]) => (
          <li key={kind} style={{ flexGrow: Math.max(0.002, time) }}>
            <span className="kind">{kinds[kind] ?? kind}</span>{' '}
            <span className="tabular quiet">
              {Math.abs(time - before) > 0.000_5
                ? words.moved(formats.percent(before), formats.percent(time))
                : formats.percent(time)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
