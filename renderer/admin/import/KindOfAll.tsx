import type { ImportPlan } from '../../core/admin/import.ts'
import { KINDS } from '../../kinds/index.ts'
import { Choice } from '../kit/Choice.tsx'
import { useFormats, useWords } from '../words/use-words.ts'
import { type Given, give } from './import-state.ts'

interface Props {
  readonly plan: ImportPlan
  readonly given: Given
}

/** Said once for all files of which nobody knows what they are: a folder of scans is not chosen for one by one. */
export function KindOfAll({ plan, given }: Props) {
  const { imports: words, kinds } = useWords()
  const formats = useFormats()
  const open = plan.files.filter(({ kindBy }) => kindBy === 'unknown')
  if (open.length < 2) return null
  const [first, ...others] = new Set(open.map(({ id }) => given.kinds[id] ?? ''))
  const chosen = others.length === 0 ? (first ?? '') : ''
  return (
    <Choice
      label={words.kindOfAll(formats.number(open.length))}
      value={chosen}
      options={[
        ...(chosen === '' ? [{ value: '', label: words.kindUnknown }] : []),
        ...KINDS.map((each) => ({ value: each as string, label: kinds[each] ?? each })),
      ]}
      onChange={(kind) => {
        if (kind === '') return
        give({ kinds: { ...given.kinds, ...Object.fromEntries(open.map(({ id }) => [id, kind])) } })
      }}
    />
  )
}
