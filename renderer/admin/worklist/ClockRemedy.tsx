import { useState } from 'react'
import type { WorkEntry } from '../../core/admin/work-list.ts'
import { Button } from '../kit/Button.tsx'
import { Field } from '../kit/Field.tsx'
import { trustClock } from '../kit/trust-clock.ts'
import { useFormats, useWords } from '../words/use-words.ts'

interface Props {
  readonly remedy: Extract<WorkEntry['remedy'], { readonly type: 'trust-clock' }>
}

/** What the clock says beside what the record says, what to do about it, and the word of somebody for the clock. */
export function ClockRemedy({ remedy: { clock, latest } }: Props) {
  const { worklist: words, health } = useWords()
  const formats = useFormats()
  const [by, setBy] = useState('')
  return (
    <div className="form">
      <dl className="clocks tabular">
        <dt>{words.clockSays}</dt>
        <dd>{formats.dateTime(clock)}</dd>
        <dt>{words.clockWas}</dt>
        <dd>{formats.dateTime(latest)}</dd>
      </dl>
      <ol>
        {words.clockSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Field label={health.trustBy} value={by} onChange={setBy} maxLength={100} />
      <p className="quiet">{health.trustHint}</p>
      <Button weight="main" isDisabled={by.trim() === ''} onPress={() => void trustClock(by)}>
        {health.trust}
      </Button>
    </div>
  )
}
