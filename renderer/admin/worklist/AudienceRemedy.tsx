import type { WorkEntry } from '../../core/admin/work-list.ts'
import { AUDIENCES } from '../../core/item.ts'
import { Button } from '../kit/Button.tsx'
import { useAsked } from '../kit/use-asked.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { ConsentRemedy } from './ConsentRemedy.tsx'
import { changeAll } from './entry-ids.ts'

interface Props {
  readonly entry: WorkEntry
  readonly remedy: Extract<WorkEntry['remedy'], { readonly type: 'change-audience' }>
}

/** It is for others than those who stand here: the item says so, or the consent does. */
export function AudienceRemedy({ entry, remedy }: Props) {
  const { worklist: words, consent } = useWords()
  const formats = useFormats()
  const { answer } = useAsked('item', [{ id: entry.ids[0] ?? '' }])
  const { is, needs } = remedy
  const own = answer?.ok ? answer.item.fields.find(({ name }) => name === 'audience')?.value : undefined
  const isOwn = Array.isArray(own) && !own.includes(needs)
  const names = formats.list(is.map((each) => consent.audienceOf[each]))
  return (
    <>
      <p>{words.audienceIs(names, consent.audienceOf[needs])}</p>
      {isOwn ? (
        <Button
          weight="main"
          onPress={() =>
            void changeAll(entry, (items) => ({
              type: 'fields',
              items,
              fields: { audience: AUDIENCES.filter((each) => each === needs || is.includes(each)) },
            }))
          }
        >
          {words.audienceAdd(consent.audienceOf[needs])}
        </Button>
      ) : (
        <>
          <p className="quiet">{words.audienceConsent}</p>
          <ConsentRemedy entry={entry} basis="consent" />
        </>
      )}
    </>
  )
}
