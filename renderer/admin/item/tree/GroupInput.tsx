import type { FormField } from '../../../core/admin/form.ts'
import { Choice } from '../../kit/Choice.tsx'
import { useWords } from '../../words/use-words.ts'
import { useFieldWords } from '../use-field-words.ts'
import { ValueInput, type ValueProps } from './ValueInput.tsx'
import { emptyOf, isSameName, type WrittenGroup } from './written.ts'

type Props = Omit<ValueProps, 'value'> & { readonly value: WrittenGroup }

/** Fields within a field: those that stand there, by the names that they have there; the others can be added. */
export function GroupInput({ field, label, value, onChange }: Props) {
  const { form } = useWords()
  const { name: nameOf } = useFieldWords()
  const known = field.type === 'group' ? field.fields : []
  const missing = known.filter(({ name }) => !Object.keys(value).some((each) => isSameName(each, name)))
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      {Object.keys(value).map((name) => (
        <ValueInput
          key={name}
          field={known.find((each) => isSameName(each.name, name)) ?? unknown(name)}
          label={nameOf(name)}
          value={value[name]}
          onChange={(now) => onChange({ ...value, [name]: now })}
        />
      ))}
      {missing.length > 0 ? (
        <Choice
          label={form.addField}
          value=""
          options={[
            { value: '', label: form.addChoose },
            ...missing.map(({ name }) => ({ value: name, label: nameOf(name) })),
          ]}
          onChange={(name) => {
            const added = missing.find((each) => each.name === name)
            if (added) onChange({ ...value, [name]: emptyOf(added) })
          }}
        />
      ) : null}
    </fieldset>
  )
}

/** What the author wrote and the schema does not name. */
function unknown(name: string): FormField {
  return { name, isOptional: true, type: 'other' }
}
