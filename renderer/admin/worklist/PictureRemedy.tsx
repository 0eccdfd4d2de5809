import type { WorkEntry } from '../../core/admin/work-list.ts'
import { useAsked } from '../kit/use-asked.ts'
import { PictureEditor } from '../picture/PictureEditor.tsx'
import { useWords } from '../words/use-words.ts'

/** Blurs or crops the photograph of this line, also of one that is withheld. */
export function PictureRemedy({ entry }: { readonly entry: WorkEntry }) {
  const { picture: words } = useWords()
  const [id = ''] = entry.ids
  const { answer } = useAsked('item', [{ id }])
  if (!answer?.ok) return null
  return (
    <details className="blur">
      <summary>{words.title}</summary>
      <PictureEditor key={id} item={answer.item} />
    </details>
  )
}
