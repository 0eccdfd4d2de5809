import { useState } from 'react'
import type { ChangeEntry } from '../../core/admin/change-answer.ts'
import { Button } from '../kit/Button.tsx'
import { Empty, Trouble, Waiting } from '../kit/States.tsx'
import { useAsked } from '../kit/use-asked.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { ChangeRow } from './ChangeRow.tsx'
import { CuratorName } from './CuratorName.tsx'

const PAGE = 100

/** The changes by day, the latest first. */
export function ChangeDays() {
  const { changes: words } = useWords()
  const formats = useFormats()
  const [limit, setLimit] = useState(PAGE)
  const { answer, error, again } = useAsked('changes', [{ limit }])
  if (answer === undefined)
    return error === undefined ? <Waiting /> : <Trouble error={error} onAgain={again} />
  if (answer.entries.length === 0)
    return (
      <>
        <Empty title={words.none}>
          <p className="quiet">{words.noneHint}</p>
        </Empty>
        <CuratorName key={answer.by} by={answer.by ?? ''} onNamed={again} />
      </>
    )
  return (
    <>
      <p className="quiet">{words.whose}</p>
      <CuratorName key={answer.by} by={answer.by ?? ''} onNamed={again} />
      {daysOf(answer.entries, formats.date).map(({ day, entries }) => (
        <section key={day} className="change-day" aria-label={day}>
          <h2>{day}</h2>
          <ol className="rows">
            {entries.map((entry) => (
              <ChangeRow key={entry.id} entry={entry} onDone={again} />
            ))}
          </ol>
        </section>
      ))}
      {answer.entries.length === limit && limit < 500 ? (
        <p className="actions">
          <Button onPress={() => setLimit(500)}>{words.more}</Button>
        </p>
      ) : null}
    </>
  )
}

interface Day {
  readonly day: string
  readonly entries: ChangeEntry[]
}

function daysOf(entries: readonly ChangeEntry[], date: (at: number) => string): readonly Day[] {
  const days: Day[] = []
  for (const entry of entries) {
    const day = date(entry.at)
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}
