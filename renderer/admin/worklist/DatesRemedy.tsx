import { type CalendarDate, parseDate } from '@internationalized/date'
import { useState } from 'react'
import type { WorkEntry } from '../../core/admin/work-list.ts'
import { Button } from '../kit/Button.tsx'
import { DayField } from '../kit/DayField.tsx'
import { useWords } from '../words/use-words.ts'
import { changeAll } from './entry-ids.ts'

interface Props {
  readonly entry: WorkEntry
  readonly remedy: Extract<WorkEntry['remedy'], { readonly type: 'change-dates' }>
}

/** Its time is over or has not come: written where it was said, in room.yaml or in the item's own file. */
export function DatesRemedy({ entry, remedy }: Props) {
  const { worklist: words } = useWords()
  const [from, setFrom] = useState(() => dayOf(remedy.from))
  const [until, setUntil] = useState(() => dayOf(remedy.until))
  function set(): void {
    const dates = { from: from?.toString() ?? null, until: until?.toString() ?? null }
    // A limit that nobody wrote is not taken away.
    const said = Object.fromEntries(
      Object.entries(dates).filter(
        ([name, value]) => value !== null || remedy[name as 'from' | 'until'] !== undefined,
      ),
    )
    void changeAll(entry, (items) =>
      remedy.decided
        ? { type: 'decide', items, decision: { ...said, cleared: undefined } }
        : { type: 'fields', items, fields: said },
    )
  }
  return (
    <div className="form">
      <div className="row">
        <DayField label={words.from} value={from} onChange={setFrom} />
        <DayField label={words.until} value={until} onChange={setUntil} />
      </div>
      <p className="quiet">{words.always}</p>
      <Button weight="main" onPress={set}>
        {words.setDates}
      </Button>
    </div>
  )
}

function dayOf(written: string | undefined): CalendarDate | null {
  try {
    return written === undefined ? null : parseDate(written.slice(0, 10))
  } catch {
    return null
  }
}
