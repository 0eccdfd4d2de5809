import { Checkbox, type CheckboxProps } from 'react-aria-components'

interface Props extends Omit<CheckboxProps, 'className' | 'style' | 'children'> {
  readonly children?: string
}

/** A box to be ticked, in words. */
export function Check({ children, ...props }: Props) {
  return (
    <Checkbox {...props} className="check">
      <span className="box" aria-hidden="true" />
      {children}
    </Checkbox>
  )
}
