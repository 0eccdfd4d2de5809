import type { WorkEntry } from '../../core/admin/work-list.ts'
import { Button } from '../kit/Button.tsx'
import { isTextFile } from '../kit/is-text-file.ts'
import { useAsked } from '../kit/use-asked.ts'
import { EraseButton } from '../ledger/EraseSheet.tsx'
import { useFormats, useWords } from '../words/use-words.ts'
import { AudienceRemedy } from './AudienceRemedy.tsx'
import { CheckedRemedy } from './CheckedRemedy.tsx'
import { ClockRemedy } from './ClockRemedy.tsx'
import { ColumnsRemedy } from './ColumnsRemedy.tsx'
import { ConsentRemedy } from './ConsentRemedy.tsx'
import { DatesRemedy } from './DatesRemedy.tsx'
import { changeAll } from './entry-ids.ts'
import { FileText } from './FileText.tsx'
import { RedactRemedy } from './RedactRemedy.tsx'
import { ShortenRemedy } from './ShortenRemedy.tsx'

/** What can be done about one line of work. */
export function RemedyForm({ entry }: { readonly entry: WorkEntry }) {
  const { worklist: words } = useWords()
  const formats = useFormats()
  const { remedy } = entry
  switch (remedy.type) {
    case 'redact':
      return <RedactRemedy entry={entry} remedy={remedy} />
    case 'record-consent':
      return entry.ids.length === 0 ? (
        <FileText entry={entry} />
      ) : (
        <ConsentRemedy entry={entry} basis={remedy.basis} />
      )
    case 'renew-consent':
      return (
        <>
          <p>{words.ended(remedy.who, formats.local(remedy.ended))}</p>
          <ConsentRemedy entry={entry} basis="consent" who={remedy.who} />
        </>
      )
    case 'ask-for-display':
      return (
        <>
          <p>{words.askFor(remedy.who, formats.list(remedy.purposes))}</p>
          <ConsentRemedy entry={entry} basis="consent" who={remedy.who} />
        </>
      )
    case 'remove':
      return <RemoveRemedy entry={entry} who={remedy.who} />
    case 'change-audience':
      return <AudienceRemedy entry={entry} remedy={remedy} />
    case 'change-dates':
      return <DatesRemedy entry={entry} remedy={remedy} />
    case 'unhide':
      return (
        <p className="actions">
          <Button
            weight="main"
            onPress={() =>
              void changeAll(entry, (items) => ({
                type: 'decide',
                items,
                decision: { hidden: null, cleared: undefined },
                wholeTables: true,
              }))
            }
          >
            {words.unhide}
          </Button>
        </p>
      )
    case 'name-columns':
      return <ColumnsRemedy entry={entry} />
    case 'settle-doubt':
      return remedy.kind === 'call' ? <CheckedRemedy entry={entry} /> : <FileText entry={entry} />
    case 'trust-clock':
      return <ClockRemedy remedy={remedy} />
    case 'convert-file':
    case 'provide-file':
      return isTextFile(entry.path) ? <FileText entry={entry} /> : null
    case 'shorten':
      return <ShortenRemedy entry={entry} />
    case 'correct-field':
    case 'look':
      return <FileText entry={entry} />
  }
}

/** Nothing can be erased before it is known what all of it is. */
function RemoveRemedy({ entry, who }: { readonly entry: WorkEntry; readonly who: string }) {
  const { worklist: words } = useWords()
  const { answer } = useAsked('workIds', [{ key: entry.key }])
  return (
    <>
      <p>{words.withdrawn(who)}</p>
      <p className="actions">
        <EraseButton who={who} ids={answer?.ids ?? []} />
      </p>
    </>
  )
}
