import { type FormEvent, useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import type { HealthAnswer } from '../../core/admin/health.ts'
import { Button } from '../kit/Button.tsx'
import { Facts } from '../kit/Facts.tsx'
import { trustClock } from '../kit/trust-clock.ts'
import { useSpoken } from '../words/use-spoken.ts'
import { useFormats, useWords } from '../words/use-words.ts'

/** The clock by which consent ends, and the word of somebody for it where it is not believed. */
export function ClockFacts({ clock }: Pick<HealthAnswer, 'clock'>) {
  const { health: words } = useWords()
  const spoken = useSpoken()
  const formats = useFormats()
  return (
    <Facts
      title={words.clock}
      facts={[
        [words.now, formats.dateTime(clock.now)],
        [words.zone, clock.zone],
      ]}
    >
      {clock.isTrusted ? (
        <p className="quiet">{words.trusted}</p>
      ) : (
        <>
          <p>
            <strong className="signal">{spoken(clock.because)}</strong>
          </p>
          <TrustForm />
        </>
      )}
    </Facts>
  )
}

function TrustForm() {
  const { health: words } = useWords()
  const [by, setBy] = useState('')
  const trust = (event: FormEvent): void => {
    event.preventDefault()
    if (by.trim() !== '') void trustClock(by)
  }
  return (
    <form className="form" onSubmit={trust}>
      <p>{words.trustHint}</p>
      <TextField value={by} onChange={setBy} maxLength={100}>
        <Label>{words.trustBy}</Label>
        <Input />
      </TextField>
      <Button type="submit" isDisabled={by.trim() === ''}>
        {words.trust}
      </Button>
    </form>
  )
}
