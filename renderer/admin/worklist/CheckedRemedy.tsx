import { type CalendarDate, parseDate } from '@internationalized/date'
import { useState } from 'react'
import type { WorkEntry } from '../../core/admin/work-list.ts'
import { Button } from '../kit/Button.tsx'
import { change } from '../kit/change.ts'
import { DayField } from '../kit/DayField.tsx'
import { Field } from '../kit/Field.tsx'
import { localMinute } from '../kit/local-minute.ts'
import { useAsked } from '../kit/use-asked.ts'
import { useAdminView } from '../mirror.ts'
import { useWords } from '../words/use-words.ts'
import { FileText } from './FileText.tsx'

/** Nobody has said that they listened through a recording for personal data: whoever did says so, with the day. */
export function CheckedRemedy({ entry }: { readonly entry: WorkEntry }) {
  const { worklist: words } = useWords()
  const zone = useAdminView()?.timezone ?? 'UTC'
  const [id = ''] = entry.ids
  const { answer } = useAsked('item', [{ id }])
  const [by, setBy] = useState('')
  const [day, setDay] = useState<CalendarDate | null>(() =>
    parseDate(localMinute(Date.now(), zone).slice(0, 10)),
  )
  if (!answer?.ok) return null
  // What else is doubted, such as a cut that cannot be made, is mended in the file.
  if (answer.item.fields.some(({ name }) => name === 'checked')) return <FileText entry={entry} />
  const checked = { by: by.trim(), date: `${day}` }
  return (
    <div className="form">
      <p>{words.checked}</p>
      <Field label={words.checkedBy} value={by} onChange={setBy} maxLength={100} />
      <DayField label={words.checkedOn} value={day} onChange={setDay} />
      <Button
        weight="main"
        isDisabled={checked.by === '' || day === null}
        onPress={() => void change({ type: 'fields', items: [...entry.ids], fields: { checked } })}
      >
        {words.checkedDo}
      </Button>
    </div>
  )
}
