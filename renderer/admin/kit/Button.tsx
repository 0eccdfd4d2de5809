import { Button as AriaButton, type ButtonProps } from 'react-aria-components'

interface Props extends Omit<ButtonProps, 'className' | 'style'> {
  /** `main`: the one that finishes what is being done; `plain`: words alone, in a line of text. */
  readonly weight?: 'main' | 'usual' | 'plain'
}

/** A button in words. */
export function Button({ weight = 'usual', ...props }: Props) {
  return <AriaButton {...props} className={`button ${weight}`} />
}
