import type { CSSProperties, PointerEvent, ReactNode } from 'react'

interface TouchProps {
  readonly onTouch: () => void
  readonly className?: string
  readonly style?: CSSProperties
  readonly isHighlighted?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  readonly label?: string | undefined
  readonly children: ReactNode
}

/**
 * Something to be touched. It never takes the focus: a key pressed afterwards is the meeting's, and not a second touch of
 * what was touched last.
 */
export function Touch(props: TouchProps) {
  const { onTouch, className = '', style, isHighlighted, isDisabled = false, label, children } = props
  const keepFocus = (event: PointerEvent): void => event.preventDefault()
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`touch ${className}`}
      disabled={isDisabled}
      onPointerDown={keepFocus}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTouch}
      {...(style ? { style } : {})}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(isHighlighted === undefined ? {} : { 'aria-pressed': isHighlighted })}
    >
      {children}
    </button>
  )
}
