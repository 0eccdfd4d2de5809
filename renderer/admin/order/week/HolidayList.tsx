import type { CalendarDate } from '@internationalized/date'
import { type FormEvent, useState } from 'react'
import { DateField, DateInput, DateSegment, FieldError, Input, Label, TextField } from 'react-aria-components'
import type { Holiday } from '../../../core/holidays.ts'
import { readHours } from '../../../core/week-hours.ts'
import { Button } from '../../kit/Button.tsx'
import { useFormats, useWords } from '../../words/use-words.ts'
import { setSetting } from '../use-setting.ts'
import { schedulePath, type WeekView } from './week-view.ts'

interface Props {
  readonly view: WeekView
  /** Empty for the room's own. */
  readonly screen: string
}

/** Days with other hours, or none. */
export function HolidayList({ view, screen }: Props) {
  const { order: words } = useWords()
  const path = [...schedulePath(screen), 'holidays']
  const isOwn = screen === '' || view.own.includes('holidays')
  const listed = isOwn ? view.holidays : []
  return (
    <section className="holidays" aria-labelledby="holidays">
      <h2 id="holidays">{words.holidays}</h2>
      {view.holidays.length === 0 ? <p className="quiet">{words.noHolidays}</p> : null}
      {isOwn ? null : <p className="quiet">{words.roomHolidays}</p>}
      <ul className="rows">
        {view.holidays.map((holiday, index) => (
          <li key={`${index} ${holiday.from}`}>
            <HolidayText holiday={holiday} />
            {isOwn ? (
              <Button
                weight="plain"
                onPress={() => void setSetting(listed.length === 1 ? path : [...path, index], null)}
              >
                {words.remove}
                <span className="unseen"> {holiday.name ?? holiday.from}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <NewHoliday
        onAdd={(line) =>
          listed.length === 0 ? setSetting(path, [line]) : setSetting([...path, listed.length], line)
        }
      />
    </section>
  )
}

function HolidayText({ holiday }: { readonly holiday: Holiday }) {
  const { order: words } = useWords()
  const formats = useFormats()
  const { from, until, name, hours } = holiday
  const date = (written: string): string =>
    written.length === 5 ? words.yearly(written) : formats.local(written)
  return (
    <p>
      <strong>{name ?? words.aHoliday}</strong>{' '}
      {from === until ? date(from) : words.fromTo(date(from), date(until))}
      {': '}
      {hours === undefined ? words.offAllDay : hours.join(', ')}
    </p>
  )
}

type Line =
  | string
  | { date: string; name?: string; hours: string }
  | { from: string; until: string; name?: string; hours: string }

function NewHoliday({ onAdd }: { readonly onAdd: (line: Line) => Promise<boolean> }) {
  const { order: words } = useWords()
  const [from, setFrom] = useState<CalendarDate | null>(null)
  const [until, setUntil] = useState<CalendarDate | null>(null)
  const [name, setName] = useState('')
  const [hours, setHours] = useState('')
  const read = hours.trim() === '' ? undefined : readHours(hours)
  const isBackwards = from !== null && until !== null && until.compare(from) < 0

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!from || isBackwards || read?.ok === false) return
    if (!(await onAdd(lineOf(from.toString(), (until ?? from).toString(), name.trim(), hours.trim())))) return
    setFrom(null)
    setUntil(null)
    setName('')
    setHours('')
  }

  return (
    <form className="inline" onSubmit={(event) => void submit(event)}>
      <Day label={words.firstDay} value={from} onChange={setFrom} />
      <Day
        label={words.lastDay}
        value={until}
        onChange={setUntil}
        error={isBackwards ? words.backwards : ''}
      />
      <TextField value={name} onChange={setName} maxLength={100}>
        <Label>{words.holidayName}</Label>
        <Input />
      </TextField>
      <TextField value={hours} onChange={setHours} isInvalid={read?.ok === false}>
        <Label>{words.holidayHours}</Label>
        <Input placeholder="10:00-14:00" />
        <FieldError>{read?.ok === false ? `${hours} ${read.error}` : ''}</FieldError>
      </TextField>
      <Button type="submit" isDisabled={from === null}>
        {words.add}
      </Button>
    </form>
  )
}

/** One line where that says all: as somebody would write it. */
function lineOf(from: string, until: string, name: string, hours: string): Line {
  const days = from === until ? from : `${from} to ${until}`
  if (hours === '') return name === '' ? days : `${days} ${name}`
  const named = name === '' ? {} : { name }
  return from === until ? { date: from, ...named, hours } : { from, until, ...named, hours }
}

interface DayProps {
  readonly label: string
  readonly value: CalendarDate | null
  readonly onChange: (value: CalendarDate | null) => void
  readonly error?: string
}

function Day({ label, value, onChange, error = '' }: DayProps) {
  return (
    <DateField<CalendarDate> value={value} onChange={onChange} isInvalid={error !== ''}>
      <Label>{label}</Label>
      <DateInput className="date">{(segment) => <DateSegment segment={segment} />}</DateInput>
      <FieldError>{error}</FieldError>
    </DateField>
  )
}
