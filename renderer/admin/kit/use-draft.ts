import { useEffect, useState } from 'react'

/** What somebody set and what is on disk, as one value. */
export interface Draft<Value> {
  readonly value: Value
  /** True from the change on until the folder says the same, or says no. */
  readonly isPending: boolean
  /** Shows a value, and writes nothing. */
  readonly show: (value: Value) => void
  /** Shows a value and writes it; where that cannot be done, what is on disk is shown again. */
  readonly set: (value: Value) => void
}

interface Written<Value> {
  readonly value: Value
  /** What was on disk when it was set: as soon as that moves, the disk is right. */
  readonly over: string
}

/** A value that is shown as soon as it is set; `write` resolves with whether it is on disk. */
export function useDraft<Value>(truth: Value, write: (value: Value) => Promise<boolean>): Draft<Value> {
  const [draft, setDraft] = useState<Written<Value>>()
  const over = JSON.stringify(truth) ?? ''
  useEffect(() => setDraft((before) => (before && before.over !== over ? undefined : before)), [over])

  return {
    value: draft ? draft.value : truth,
    isPending: draft !== undefined,
    show: (value) => setDraft({ value, over }),
    set(value) {
      const made = { value, over }
      if (JSON.stringify(value) === over) return setDraft(undefined)
      setDraft(made)
      void write(value).then((isWritten) => {
        if (!isWritten) setDraft((before) => (before === made ? undefined : before))
      })
    },
  }
}
