import { type ReactNode, useState } from 'react'
import type { FormField } from '../../../core/admin/form.ts'
import { Button } from '../../kit/Button.tsx'
import { useWords } from '../../words/use-words.ts'
import { ValueInput, type ValueProps } from './ValueInput.tsx'
import { emptyOf, isGroup, moved, pruned, type Written } from './written.ts'

type Props = Omit<ValueProps, 'value'> & { readonly value: readonly Written[] }

/** Entries one below the other: each is edited, moved and taken out where it stands. */
export function ListInput({ field, label, value, onChange }: Props) {
  const { form } = useWords()
  const of: FormField = field.type === 'list' ? field.of : { name: '', isOptional: false, type: 'text' }
  const most = field.type === 'list' ? (field.max ?? Infinity) : Infinity
  return (
    <fieldset className="group entries">
      <legend>{label}</legend>
      {value.map((each, at) => {
        const name = nameOfEntry(each) ?? form.unnamed
        return (
          // An entry has no name of its own that stays: its place is all that tells it from the others.
          <Entry key={at} heading={`${at + 1}. ${name}`} isOpen={isGroup(each) && pruned(each) === undefined}>
            <ValueInput
              field={of}
              label={`${at + 1}. ${name}`}
              value={each}
              onChange={(now) => onChange(value.map((old, index) => (index === at ? now : old)))}
            />
            <p className="actions">
              <Button
                weight="plain"
                isDisabled={at === 0}
                aria-label={form.ofEntry(form.up, name)}
                onPress={() => onChange(moved(value, at, -1))}
              >
                {form.up}
              </Button>
              <Button
                weight="plain"
                isDisabled={at === value.length - 1}
                aria-label={form.ofEntry(form.down, name)}
                onPress={() => onChange(moved(value, at, 1))}
              >
                {form.down}
              </Button>
              <Button
                weight="plain"
                aria-label={form.ofEntry(form.remove, name)}
                onPress={() => onChange(value.filter((_, index) => index !== at))}
              >
                {form.remove}
              </Button>
            </p>
          </Entry>
        )
      })}
      <p className="actions">
        <Button
          isDisabled={value.length >= most}
          aria-label={form.ofEntry(form.addEntry, label)}
          onPress={() => onChange([...value, emptyOf(of)])}
        >
          {form.addEntry}
        </Button>
      </p>
    </fieldset>
  )
}

/** Long lists are looked over by the names of their entries; one that was just begun is open. */
function Entry({
  heading,
  isOpen,
  children,
}: {
  readonly heading: string
  readonly isOpen: boolean
  readonly children: ReactNode
}) {
  const [wasBegun] = useState(isOpen)
  return (
    <details className="entry" open={wasBegun}>
      <summary dir="auto">{heading}</summary>
      {children}
    </details>
  )
}

/** What somebody would call it: its name, or its words. */
function nameOfEntry(entry: Written): string | undefined {
  if (!isGroup(entry)) return typeof entry === 'string' && entry !== '' ? entry : undefined
  const name = entry['name'] ?? entry['text'] ?? entry['answer'] ?? entry['period']
  return typeof name === 'string' && name !== '' ? name : undefined
}
