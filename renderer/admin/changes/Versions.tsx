import type { RoomVersion } from '../../core/admin/change-answer.ts'
import { Empty, Trouble, Waiting } from '../kit/States.tsx'
import { useAsked } from '../kit/use-asked.ts'
import { routeTo } from '../shell/route.ts'
import { useSentence } from '../words/use-sentence.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { VersionView } from './VersionView.tsx'

/** What room.yaml was before: the list, and what is different in one of them. */
export function Versions({ chosen }: { readonly chosen: number | undefined }) {
  const { changes: words } = useWords()
  const { answer, error, again } = useAsked('roomVersions', [])
  if (answer === undefined)
    return error === undefined ? <Waiting /> : <Trouble error={error} onAgain={again} />
  if (answer.length === 0)
    return (
      <Empty title={words.noVersions}>
        <p className="quiet">{words.noVersionsHint}</p>
      </Empty>
    )
  const version = answer.find(({ id }) => id === chosen) ?? answer[0]
  return (
    <div className="versions">
      <nav aria-label={words.versions}>
        <ol className="rows">
          {answer.map((each) => (
            <VersionLink key={each.id} version={each} isChosen={each.id === version?.id} />
          ))}
        </ol>
      </nav>
      {version ? <VersionView key={version.id} version={version} onRestored={again} /> : null}
    </div>
  )
}

function VersionLink({ version, isChosen }: { readonly version: RoomVersion; readonly isChosen: boolean }) {
  const { changes: words } = useWords()
  const sentence = useSentence()
  const formats = useFormats()
  const { id, at } = version
  return (
    <li>
      <a href={routeTo('changes', `room/${id}`)} aria-current={isChosen ? 'true' : undefined}>
        <span className="tabular">{words.until(formats.dateTime(at))}</span>
        <span className="quiet" dir="auto">
          {version.sentence ? words.wasThen(sentence(version.sentence)) : words.elsewhere}
        </span>
      </a>
    </li>
  )
}
