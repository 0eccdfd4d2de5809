import type { WorkEntry } from '../../core/admin/work-list.ts'
import type { Basis } from '../../core/kind.ts'
import { ConsentForm } from '../kit/ConsentForm.tsx'
import { isTableFile } from '../kit/is-text-file.ts'

interface Props {
  readonly entry: WorkEntry
  readonly basis: Basis
  /** Whose consent it is, where that is known. */
  readonly who?: string
}

/** Writes down the ground on which the items of this line may be seen. */
export function ConsentRemedy({ entry, ...props }: Props) {
  return (
    <ConsentForm
      ids={entry.ids}
      items={entry.items}
      isRow={entry.items === 1 && isTableFile(entry.path)}
      {...props}
    />
  )
}
