import type { ReactNode } from 'react'
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import { Choice } from '../kit/Choice.tsx'
import { useSpoken } from '../words/use-spoken.ts'
import { useWords } from '../words/use-words.ts'
import { type Asked, objection } from './field-value.ts'
import { useFieldWords } from './use-field-words.ts'

interface Props {
  readonly asked: Asked
  readonly text: string
  readonly isChanged: boolean
  readonly onChange: (text: string) => void
  /** Where it was said. */
  readonly children: ReactNode
}

/** Letters that one line shows. */
const LINE = 60

/** One field by its shape. Its name is in the window's language; what the file calls it is told with its place. */
export function FieldInput({ asked, text, isChanged, onChange, children }: Props) {
  const { item: words } = useWords()
  const { name: nameOf, value: wordFor } = useFieldWords()
  const { field } = asked
  const spoken = useSpoken()
  const against = isChanged ? objection(asked, text) : undefined
  const wrong = against ? `${nameOf(field.name)}: ${spoken(against.message)} ${spoken(against.hint)}` : ''
  if (field.type === 'choice' || field.type === 'yes-no') {
    const values = field.type === 'choice' ? field.words : ['true', 'false']
    const label = (value: string): string =>
      field.type === 'choice' ? wordFor(value) : value === 'true' ? words.yes : words.no
    return (
      <div>
        <Choice
          label={nameOf(field.name)}
          value={text}
          options={[
            ...(field.isOptional ? [{ value: '', label: words.notSaid }] : []),
            ...values.map((value) => ({ value, label: label(value) })),
          ]}
          onChange={onChange}
        />
        <p className="quiet said">{children}</p>
        {wrong === '' ? null : <p className="react-aria-FieldError">{wrong}</p>}
      </div>
    )
  }
  const isLong =
    field.type === 'list' || (field.type === 'text' && (text.length > LINE || text.includes('\n')))
  return (
    <TextField value={text} onChange={onChange} isInvalid={wrong !== ''}>
      <Label>
        {nameOf(field.name)}
        {field.type === 'list' ? ` (${words.oneALine})` : ''}
      </Label>
      {isLong ? (
        <TextArea dir="auto" rows={Math.min(8, 1 + Math.ceil(text.length / 70))} />
      ) : (
        <Input dir="auto" />
      )}
      <Text slot="description" className="quiet said">
        {children}
      </Text>
      <FieldError>{wrong}</FieldError>
    </TextField>
  )
}
