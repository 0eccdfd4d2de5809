import { type ReactNode, useId } from 'react'

interface Props {
  readonly title: string
  /** What is told, and what of it. */
  readonly facts: readonly (readonly [name: string, value: ReactNode])[]
  readonly children?: ReactNode
}

/** A heading and what is known, line by line. */
export function Facts({ title, facts, children }: Props) {
  const id = useId()
  return (
    <section className="facts" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {facts.length === 0 ? null : (
        <dl>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {children}
    </section>
  )
}
