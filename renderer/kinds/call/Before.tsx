import { type ComponentProps, useLayoutEffect, useRef } from 'react'
import { u } from '../../ui/stage.ts'
import { Aside } from './Aside.tsx'
import type { CallShape } from './slide-layouts.ts'

interface BeforeProps extends Omit<ComponentProps<typeof Aside>, 'live'> {
  readonly shape: CallShape
}

/** What the other party said before. It gives way where it has no room. */
export function Before({ shape, ...said }: BeforeProps) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const box = ref.current
    if (box) box.style.visibility = box.scrollHeight <= box.clientHeight + 2 ? '' : 'hidden'
  })
  return (
    <div
      ref={ref}
      className="at"
      style={{ insetInline: 'var(--ms) var(--me)', top: u(shape.asideU), height: u(shape.asideHeightU) }}
    >
      <Aside {...said} live={false} />
    </div>
  )
}
