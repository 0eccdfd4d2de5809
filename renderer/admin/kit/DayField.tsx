import type { CalendarDate } from '@internationalized/date'
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components'

interface Props {
  readonly label: string
  readonly value: CalendarDate | null
  readonly onChange: (day: CalendarDate | null) => void
}

/** A day, typed in the order of the window's language. */
export function DayField({ label, value, onChange }: Props) {
  return (
    <DateField value={value} onChange={onChange} granularity="day">
      <Label>{label}</Label>
      <DateInput className="date">{(segment) => <DateSegment segment={segment} />}</DateInput>
    </DateField>
  )
}
