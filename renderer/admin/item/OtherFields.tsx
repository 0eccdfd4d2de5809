import type { ItemDetail } from '../../core/admin/find.ts'
import { useWords } from '../words/use-words.ts'
import { Said } from './FieldsForm.tsx'
import { notHere } from './field-value.ts'
import { useFieldWords } from './use-field-words.ts'
import type { ItemDraft } from './use-item-draft.ts'

/** Fields that stand where no form can write them: what they say, where, and how they are changed there. */
export function OtherFields({ item, draft }: { readonly item: ItemDetail; readonly draft: ItemDraft }) {
  const { item: words, form } = useWords()
  const { name: nameOf } = useFieldWords()
  const others = draft.asked.flatMap((each) => {
    const why = notHere(item, each, draft.before(each))
    const field = draft.before(each)
    return why === undefined || !field ? [] : [{ why, field }]
  })
  if (others.length === 0) return null
  return (
    <details>
      <summary>{words.other}</summary>
      <dl className="other-fields">
        {others.map(({ why, field }) => (
          <div key={field.name}>
            <dt>{nameOf(field.name)}</dt>
            <dd>
              <pre>{JSON.stringify(field.value, null, 2)}</pre>
              <p className="quiet">
                {form[why]} <Said field={field} />
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
