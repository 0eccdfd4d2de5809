import { FieldError, Group, Input, Label, NumberField } from 'react-aria-components'

interface Props {
  readonly label: string
  /** Read out and not seen, where the line says it already. */
  readonly isLabelHidden?: boolean
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly unit?: string
  readonly onChange: (value: number) => void
}

/** A number within bounds; arrow keys count, and what is typed holds with Enter or on leaving. */
export function NumberInput({
  label,
  isLabelHidden = false,
  value,
  min,
  max,
  step = 1,
  unit,
  onChange,
}: Props) {
  return (
    <NumberField
      className="number"
      value={value}
      minValue={min}
      maxValue={max}
      formatOptions={{ maximumFractionDigits: 2 }}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      onChange={(typed) => {
        if (!Number.isNaN(typed)) onChange(Math.round(typed / step) * step)
      }}
    >
      {isLabelHidden ? null : <Label>{label}</Label>}
      <Group className="with-unit">
        <Input />
        {unit === undefined ? null : <span className="quiet">{unit}</span>}
      </Group>
      <FieldError />
    </NumberField>
  )
}
