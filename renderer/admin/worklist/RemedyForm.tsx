import type { WorkEntry } from '../../core/admin/work-list.ts'
import { Button } from '../kit/Button.tsx'
import { change } from '../kit/change.ts'
import { isTextFile } from '../kit/is-text-file.ts'
import { EraseButton } from '../ledger/EraseSheet.tsx'
import { useFormats, useWords } from '../words/use-words.ts'
import { AudienceRemedy } from './AudienceRemedy.tsx'
import { CheckedRemedy } from './CheckedRemedy.tsx'
import { ClockRemedy } from './ClockRemedy.tsx'
import { ColumnsRemedy } from './ColumnsRemedy.tsx'
import { ConsentRemedy } from './ConsentRemedy.tsx'
import { DatesRemedy } from './DatesRemedy.tsx'
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
      return (
        <>
          <p>{words.withdrawn(remedy.who)}</p>
          <p className="actions">
            <EraseButton who={remedy.who} ids={entry.ids} />
          </p>
        </>
      )
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
              void change({
                type: 'decide',
                items: [...entry.ids],
                decision: { hidden: null, cleared: undefined },
              })
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
