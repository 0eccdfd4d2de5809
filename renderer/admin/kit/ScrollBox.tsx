import type { ReactNode } from 'react'

interface Props {
  readonly label: string
  readonly children: ReactNode
}

/** What may be wider than the window scrolls by itself; with the keyboard too, so it has a stop and a name. */
export function ScrollBox({ label, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys (axe: scrollable-region-focusable)
    <section className="table-box" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
