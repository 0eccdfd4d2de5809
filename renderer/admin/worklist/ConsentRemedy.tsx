import { useState } from 'react'
import type { WorkEntry } from '../../core/admin/work-list.ts'
import type { Basis } from '../../core/kind.ts'
import { BasisForm } from '../kit/BasisForm.tsx'
import { Button } from '../kit/Button.tsx'
import { change } from '../kit/change.ts'
import { basisOf, NO_BASIS } from '../kit/consent-draft.ts'
import { useFormats, useWords } from '../words/use-words.ts'

interface Props {
  readonly entry: WorkEntry
  readonly basis: Basis
  /** Whose consent it is, where that is known. */
  readonly who?: string
}

/** Writes down on what ground they may be seen and heard: for all of a table at once, since only the table can say it. */
export function ConsentRemedy({ entry, basis, who = '' }: Props) {
  const { worklist: words } = useWords()
  const formats = useFormats()
  const mayBePublic = basis === 'consent-or-public'
  const [draft, setDraft] = useState({
    ...NO_BASIS,
    who,
    type: mayBePublic ? NO_BASIS.type : ('agreed' as const),
  })
  const [isSaving, setSaving] = useState(false)
  const consent = basisOf(draft)
  async function record(): Promise<void> {
    if (!consent) return
    setSaving(true)
    await change({ type: 'consent', items: [...entry.ids], consent, wholeTables: true })
    setSaving(false)
  }
  return (
    <div className="form">
      <BasisForm
        draft={draft}
        onChange={setDraft as (draft: typeof NO_BASIS) => void}
        answers={mayBePublic ? ['agreed', 'published'] : ['agreed']}
      />
      <p className="actions">
        <Button weight="main" isDisabled={!consent || isSaving} onPress={() => void record()}>
          {words.recordFor(formats.number(entry.items), entry.items === 1)}
        </Button>
      </p>
    </div>
  )
}
