import { parseDate } from '@internationalized/date'
import {
  Checkbox,
  CheckboxGroup,
  DateField,
  DateInput,
  DateSegment,
  Input,
  Label,
  TextField,
} from 'react-aria-components'
import { AUDIENCES } from '../../core/item.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { useWords } from '../words/use-words.ts'
import { TAG_FIELDS, type Wanted } from './ActSheet.tsx'

interface Props {
  readonly wanted: Wanted
  readonly set: (part: Partial<Wanted>) => void
}

export function WeightField({ wanted, set }: Props) {
  const { library: words } = useWords()
  return (
    <>
      <TextField
        value={wanted.weight}
        onChange={(weight) => set({ weight: weight.replace(',', '.') })}
        inputMode="decimal"
        autoFocus
      >
        <Label>{words.weightLabel}</Label>
        <Input />
      </TextField>
      <Button weight="plain" onPress={() => set({ weight: '' })}>
        {words.usual}
      </Button>
    </>
  )
}

export function DatesField({ wanted, set }: Props) {
  const { library: words } = useWords()
  return (
    <>
      <Day label={words.from} value={wanted.from} onChange={(from) => set({ from })} />
      <Day label={words.until} value={wanted.until} onChange={(until) => set({ until })} />
    </>
  )
}

interface DayProps {
  readonly label: string
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A day, or none. What is no whole day yet is empty. */
export function Day({ label, value, onChange }: DayProps) {
  return (
    <DateField
      defaultValue={/^\d{4}-\d\d-\d\d/.test(value) ? parseDate(value.slice(0, 10)) : null}
      onChange={(day) => onChange(day?.toString() ?? '')}
      granularity="day"
    >
      <Label>{label}</Label>
      <DateInput className="date">{(segment) => <DateSegment segment={segment} />}</DateInput>
    </DateField>
  )
}

export function AudienceField({ wanted, set }: Props) {
  const { library: words } = useWords()
  return (
    <CheckboxGroup
      value={[...wanted.audience]}
      onChange={(values) => set({ audience: AUDIENCES.filter((each) => values.includes(each)) })}
    >
      <Label>{words.sheets.audience}</Label>
      {AUDIENCES.map((each) => (
        <Checkbox key={each} value={each} className="check">
          <span className="box" aria-hidden="true" />
          {words.audiences[each]}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}

export function TagsField({ wanted, set }: Props) {
  const { library: words } = useWords()
  return (
    <>
      <Choice
        label={words.field}
        value={wanted.field}
        options={TAG_FIELDS.map((value) => ({ value, label: words.facets[value] }))}
        onChange={(field) => set({ field })}
      />
      <TextField value={wanted.tags} onChange={(tags) => set({ tags })} autoFocus>
        <Label>{words.tagsLabel}</Label>
        <Input />
      </TextField>
    </>
  )
}
