import type { ReactNode } from 'react'
import { Button } from '../../kit/Button.tsx'
import { useWords } from '../../words/use-words.ts'
import type { Asked } from '../field-value.ts'
import { useFieldWords } from '../use-field-words.ts'
import { ValueInput } from './ValueInput.tsx'
import { emptyOf, type Written } from './written.ts'

interface Props {
  readonly asked: Asked
  readonly value: Written | undefined
  readonly onChange: (value: Written) => void
  /** Where it was said. */
  readonly children: ReactNode
}

/** Fields within a field, or lists of such, as the file has them; what nobody wrote can be begun. */
export function TreeField({ asked: { field }, value, onChange, children }: Props) {
  const { form } = useWords()
  const { name: nameOf } = useFieldWords()
  const label = nameOf(field.name)
  if (value === undefined)
    return (
      <p className="actions">
        <Button onPress={() => onChange(emptyOf(field))}>{form.add(label)}</Button>
      </p>
    )
  return (
    <div>
      <ValueInput field={field} label={label} value={value} onChange={onChange} />
      <p className="quiet said">{children}</p>
    </div>
  )
}
