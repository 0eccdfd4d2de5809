import { Input, Label, TextField } from 'react-aria-components'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly maxLength?: number
  readonly autoFocus?: boolean
}

/** One line of text. */
export function Field({ label, value, onChange, maxLength = 500, autoFocus = false }: Props) {
  return (
    <TextField value={value} onChange={onChange} maxLength={maxLength} autoFocus={autoFocus}>
      <Label>{label}</Label>
      <Input />
    </TextField>
  )
}
