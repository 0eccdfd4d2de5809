import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'

interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
}

interface Props<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly Option<Value>[]
  readonly onChange: (value: Value) => void
  /** In a list of which the Tab key comes to one row alone. */
  readonly excludeFromTabOrder?: boolean
}

/** One of a few words. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
  excludeFromTabOrder = false,
}: Props<Value>) {
  return (
    <Select
      className="choice"
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = options.find((option) => option.value === key)
        if (chosen) onChange(chosen.value)
      }}
    >
      <Label>{label}</Label>
      <Button className="button usual" excludeFromTabOrder={excludeFromTabOrder}>
        <SelectValue />
        <span aria-hidden="true" className="arrow" />
      </Button>
      <Popover className="popover">
        <ListBox className="options" items={options}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
