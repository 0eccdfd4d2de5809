import type { ItemDetail } from '../../core/admin/find.ts'
import { routeTo } from '../shell/route.ts'
import { useSpoken } from '../words/use-spoken.ts'
import { useFormats, useWords } from '../words/use-words.ts'

/** How it stands, all that speaks against it with what can be done, how often it was on, and when it comes again. */
export function StandingPart({ item }: { readonly item: ItemDetail }) {
  const { item: words, library, shell } = useWords()
  const formats = useFormats()
  const spoken = useSpoken()
  return (
    <>
      <section aria-labelledby="standing">
        <h2 id="standing">{words.standing}</h2>
        <p className="lead">{library.standings[item.standing]}</p>
        {item.whyNot.length === 0 ? <p>{words.mayCome}</p> : null}
        <ul className="rows">
          {item.whyNot.map(({ what, words: said }) => (
            <li key={`${what} ${said}`}>
              <p>{spoken(said)}</p>
              <p className="quiet">
                {words.remedies[what]}{' '}
                {what === 'withheld' ? <a href={routeTo('worklist')}>{shell.place.worklist}</a> : null}
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="plays">
        <h2 id="plays">{words.plays}</h2>
        <p>
          {item.nextDueAt === undefined
            ? words.notDue
            : words.dueAt(formats.moment(item.nextDueAt, Date.now()))}{' '}
          {item.share === undefined ? '' : words.share(formats.percent(item.share))}
        </p>
        {item.plays === 0 ? <p className="quiet">{library.neverShown}</p> : null}
        <ul>
          {item.byScreen.map(({ screen, plays, lastAt }) => (
            <li key={screen} className="quiet">
              {words.playedOn(screen, library.plays(plays, formats.number(plays)), formats.dateTime(lastAt))}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
