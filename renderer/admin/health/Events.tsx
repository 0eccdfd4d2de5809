import type { HealthAnswer } from '../../core/admin/health.ts'
import { useFormats, useWords } from '../words/use-words.ts'

/** What was noted lately, counted and listed: starts, restarts, lost walls. */
export function Events({ health: { counts, events } }: { readonly health: HealthAnswer }) {
  const { health: words } = useWords()
  const formats = useFormats()
  const name = (what: string): string => words.events[what] ?? what
  const told = Object.entries(counts).map(
    ([what, count]) => `${name(what)} ${words.times(formats.number(count))}`,
  )
  return (
    <section className="facts wide" aria-labelledby="events">
      <h2 id="events">{words.restarts}</h2>
      <p>{told.length === 0 ? words.nothingHappened : told.join(', ')}</p>
      <ol className="rows" aria-label={words.latest}>
        {events.map(({ at, what, detail }, index) => (
          <li key={`${at} ${index}`}>
            <time dateTime={new Date(at).toISOString()}>{formats.dateTime(at)}</time>
            <p>
              <span className="title">{name(what)}</span> <span className="quiet">{detail}</span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
