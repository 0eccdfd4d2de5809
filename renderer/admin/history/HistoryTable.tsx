import { useState } from 'react'
import type { HistoryAnswer, HistoryBy } from '../../core/admin/history.ts'
import { Button } from '../kit/Button.tsx'
import { ScrollBox } from '../kit/ScrollBox.tsx'
import { routeTo } from '../shell/route.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { useRowName } from './use-row-name.ts'

interface Props {
  readonly history: HistoryAnswer
  readonly by: HistoryBy
}

/** A table of all 5,000 at once would take longer to draw than to read. */
const PAGE = 100

/** The numbers. */
export function HistoryTable({ history, by }: Props) {
  const { history: words, kinds } = useWords()
  const formats = useFormats()
  const nameOf = useRowName(by)
  const [most, setMost] = useState(PAGE)
  const { rows, rowsInAll, shownMs } = history
  return (
    <div className="history-rows">
      <h2>{words.rows[by]}</h2>
      <ScrollBox label={words.rows[by]}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.bys[by]}</th>
              <th scope="col">{words.plays}</th>
              <th scope="col">{words.time}</th>
              <th scope="col">{words.share}</th>
              <th scope="col">{words.last}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <tr key={row.key}>
                <th scope="row" dir="auto">
                  {by === 'item' && row.isInRoom ? (
                    <a href={routeTo('library', row.key)}>{nameOf(row)}</a>
                  ) : (
                    nameOf(row)
                  )}
                  {row.kind === undefined ? null : (
                    <span className="quiet"> {kinds[row.kind] ?? row.kind}</span>
                  )}
                  {row.isInRoom ? null : <span className="quiet"> {words.gone}</span>}
                </th>
                <td>{formats.number(row.plays)}</td>
                <td>{formats.span(row.shownMs)}</td>
                <td>{formats.percent(shownMs === 0 ? 0 : row.shownMs / shownMs)}</td>
                <td>{formats.dateTime(row.lastAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {rows.length > most ? (
        <p className="actions">
          <Button onPress={() => setMost(most + 5 * PAGE)}>
            {words.more(formats.number(Math.max(rowsInAll, rows.length) - most))}
          </Button>
        </p>
      ) : null}
    </div>
  )
}
