import { CheckboxGroup, Input, Label, TextArea, TextField } from 'react-aria-components'
import type { FormField } from '../../../core/admin/form.ts'
import { Check } from '../../kit/Check.tsx'
import { Choice } from '../../kit/Choice.tsx'
import { useWords } from '../../words/use-words.ts'
import { useFieldWords } from '../use-field-words.ts'
import { GroupInput } from './GroupInput.tsx'
import { ListInput } from './ListInput.tsx'
import { isGroup, isList, shapeFor, typed, type Written } from './written.ts'

export interface ValueProps {
  readonly field: FormField
  readonly label: string
  readonly value: Written | undefined
  readonly onChange: (value: Written) => void
}

/** Letters that one line shows. */
const LINE = 60

/** A value by what stands there: a schema allows shorter ways of writing, and they are kept. */
export function ValueInput(props: ValueProps) {
  const { value } = props
  const field = shapeFor(props.field, value)
  if (isGroup(value)) return <GroupInput {...props} field={field} value={value} />
  if (isList(value)) return <Several {...props} field={field} value={value} />
  if (field.type === 'yes-no' || field.type === 'choice') return <OneOf {...props} field={field} />
  return <Line {...props} field={field} />
}

function Several({ field, label, value, onChange }: ValueProps & { readonly value: readonly Written[] }) {
  const words = useFieldWords()
  const of = field.type === 'list' ? field.of : undefined
  const { item: itemWords } = useWords()
  if (of?.type === 'choice')
    return (
      <CheckboxGroup
        className="checks"
        value={value.map(String)}
        onChange={(chosen) => onChange(of.words.filter((each) => chosen.includes(each)))}
      >
        <Label>{label}</Label>
        {of.words.map((each) => (
          <Check key={each} value={each}>
            {words.value(each)}
          </Check>
        ))}
      </CheckboxGroup>
    )
  const isPlain = value.every((each) => !isGroup(each) && !isList(each))
  const isOfTexts = of === undefined || ['text', 'number', 'date'].includes(of.type)
  if (!isPlain || !isOfTexts) return <ListInput {...{ field, label, value, onChange }} />
  return (
    <TextField
      value={value.map(String).join('\n')}
      onChange={(text) =>
        onChange(text === '' ? [] : text.split('\n').map((line, at) => typed(line, value[at], of ?? field)))
      }
    >
      <Label>{`${label} (${itemWords.oneALine})`}</Label>
      <TextArea dir="auto" rows={Math.min(8, 1 + value.length)} />
    </TextField>
  )
}

function OneOf({ field, label, value, onChange }: ValueProps) {
  const { item: words } = useWords()
  const { value: wordFor } = useFieldWords()
  const options =
    field.type === 'choice'
      ? field.words.map((each) => ({ value: each, label: wordFor(each) }))
      : [
          { value: 'true', label: words.yes },
          { value: 'false', label: words.no },
        ]
  const now = value === undefined || value === null ? '' : String(value)
  const isKnown = now === '' || options.some((each) => each.value === now)
  return (
    <Choice
      label={label}
      value={now}
      options={[
        { value: '', label: words.notSaid },
        ...(isKnown ? [] : [{ value: now, label: now }]),
        ...options,
      ]}
      onChange={(chosen) => onChange(field.type === 'yes-no' && chosen !== '' ? chosen === 'true' : chosen)}
    />
  )
}

function Line({ field, label, value, onChange }: ValueProps) {
  const text = value === undefined || value === null ? '' : String(value)
  const isLong = text.length > LINE || text.includes('\n')
  return (
    <TextField value={text} onChange={(now) => onChange(typed(now, value, field))}>
      <Label>{label}</Label>
      {isLong ? (
        <TextArea dir="auto" rows={Math.min(8, 1 + Math.ceil(text.length / 60))} />
      ) : (
        <Input dir="auto" inputMode={field.type === 'number' ? 'decimal' : 'text'} />
      )}
    </TextField>
  )
}
