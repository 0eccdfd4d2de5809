import { useState } from 'react'
import type { Basis } from '../../core/kind.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { BasisForm } from './BasisForm.tsx'
import { Button } from './Button.tsx'
import { change } from './change.ts'
import { basisOf, NO_BASIS } from './consent-draft.ts'

interface Props {
  readonly ids: readonly string[]
  /** How many they are in all; ids of very many are not named. */
  readonly items: number
  readonly basis: Basis
  /** Whose consent it is, where that is known. */
  readonly who?: string
  /** One row of a table, of which alone it is said. */
  readonly isRow?: boolean
}

/** Writes down on what ground they may be seen and heard: of several from one file for all of it at once, of a row for that row. */
export function ConsentForm({ ids, items, basis, who = '', isRow = false }: Props) {
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
    await change({ type: 'consent', items: [...ids], consent, wholeTables: !isRow })
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
          {words.recordFor(formats.number(items), items === 1)}
        </Button>
      </p>
    </div>
  )
}
