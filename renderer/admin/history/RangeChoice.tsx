import { type CalendarDate, parseDate } from '@internationalized/date'
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components'
import { Choice } from '../kit/Choice.tsx'
import { localMinute } from '../kit/local-minute.ts'
import { useWords } from '../words/use-words.ts'

/** Days of the room's own time, both counted. */
export type Range =
  | { readonly is: 'today' | 'yesterday' | 'week' | 'month' | 'year' }
  | { readonly is: 'own'; readonly from: string; readonly to: string }

const NAMES = ['today', 'yesterday', 'week', 'month', 'year', 'own'] as const
const DAYS = { today: 0, yesterday: 1, week: 6, month: 29, year: 364 } as const

export function rangeOf(range: Range, zone: string): { readonly from: string; readonly to: string } {
  if (range.is === 'own') return { from: range.from, to: range.to }
  const today = parseDate(localMinute(Date.now(), zone).slice(0, 10))
  const from = today.subtract({ days: DAYS[range.is] }).toString()
  return { from, to: range.is === 'yesterday' ? from : today.toString() }
}

interface Props {
  readonly range: Range
  readonly zone: string
  readonly onChange: (range: Range) => void
}

export function RangeChoice({ range, zone, onChange }: Props) {
  const { history: words } = useWords()
  const { from, to } = rangeOf(range, zone)
  return (
    <>
      <Choice
        label={words.range}
        value={range.is}
        options={NAMES.map((value) => ({ value, label: words.ranges[value] }))}
        onChange={(is) => onChange(is === 'own' ? { is, from, to } : { is })}
      />
      {range.is === 'own' ? (
        <>
          <Day label={words.from} value={from} onChange={(day) => onChange({ is: 'own', from: day, to })} />
          <Day label={words.to} value={to} onChange={(day) => onChange({ is: 'own', from, to: day })} />
        </>
      ) : null}
    </>
  )
}

interface DayProps {
  readonly label: string
  readonly value: string
  readonly onChange: (day: string) => void
}

function Day({ label, value, onChange }: DayProps) {
  return (
    <DateField<CalendarDate> value={parseDate(value)} onChange={(day) => day && onChange(day.toString())}>
      <Label>{label}</Label>
      <DateInput className="date">{(segment) => <DateSegment segment={segment} />}</DateInput>
    </DateField>
  )
}
