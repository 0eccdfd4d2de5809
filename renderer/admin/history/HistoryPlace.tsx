import { useState } from 'react'
import {
  HISTORY_BY,
  type HistoryAnswer,
  type HistoryBy,
  type HistoryQuestion,
} from '../../core/admin/history.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Empty, Trouble, Waiting } from '../kit/States.tsx'
import { useAdminView, useMirror } from '../mirror.ts'
import { useSpoken } from '../words/use-spoken.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { Bars } from './Bars.tsx'
import { Coverage } from './Coverage.tsx'
import { exportPlays } from './export-plays.ts'
import { HeatMap } from './HeatMap.tsx'
import { HistoryTable } from './HistoryTable.tsx'
import { type Range, RangeChoice, rangeOf } from './RangeChoice.tsx'
import { useHistory } from './use-history.ts'

/** What was on the wall, for how long and when: painted slides alone count. */
export function HistoryPlace() {
  const { history: words } = useWords()
  const spoken = useSpoken()
  const zone = useAdminView()?.timezone ?? 'UTC'
  const [range, setRange] = useState<Range>({ is: 'week' })
  const [by, setBy] = useState<HistoryBy>('item')
  const question: HistoryQuestion = { ...rangeOf(range, zone), by }
  const { outcome, error, again } = useHistory(question)
  return (
    <div className="history-page">
      <Heading question={question} />
      <div className="tools">
        <RangeChoice range={range} zone={zone} onChange={setRange} />
        <Choice
          label={words.by}
          value={by}
          options={HISTORY_BY.map((value) => ({ value, label: words.bys[value] }))}
          onChange={setBy}
        />
        <span className="actions">
          <Button onPress={() => void exportPlays(question, words.exported)}>{words.export}</Button>
          <Button onPress={() => window.print()}>{words.print}</Button>
        </span>
      </div>
      {error === undefined ? null : <Trouble error={error} onAgain={again} />}
      {outcome === undefined && error === undefined ? <Waiting /> : null}
      {outcome?.ok === false ? (
        <Trouble error={`${spoken(outcome.message)} ${spoken(outcome.hint)}`} />
      ) : null}
      {outcome?.ok ? <Answer history={outcome.history} by={by} /> : null}
    </div>
  )
}

/** On paper also the room's name: the page leaves the window that has it. */
function Heading({ question: { from, to } }: { readonly question: HistoryQuestion }) {
  const { history: words } = useWords()
  const formats = useFormats()
  const room = useMirror((mirror) => mirror.snapshot?.room.name ?? '')
  return (
    <>
      <h1>{words.title}</h1>
      <p className="on-paper">
        {room}, {words.fromTo(formats.local(from), formats.local(to))}
      </p>
    </>
  )
}

function Answer({ history, by }: { readonly history: HistoryAnswer; readonly by: HistoryBy }) {
  const { history: words } = useWords()
  const formats = useFormats()
  if (history.plays === 0) return <Empty title={words.nothing} />
  return (
    <>
      <p className="lead" role="status">
        {words.inAll(formats.number(history.plays), history.plays, formats.span(history.shownMs))}
      </p>
      <div className="charts">
        <HeatMap byWeekHour={history.byWeekHour} zone={history.zone} />
        <Bars rows={history.rows} by={by} />
      </div>
      <Coverage promises={history.promises} />
      <HistoryTable history={history} by={by} />
    </>
  )
}
