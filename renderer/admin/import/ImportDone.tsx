import type { ChangeAnswer } from '../../core/admin/change-answer.ts'
import type { ImportPlan } from '../../core/admin/import.ts'
import { Button } from '../kit/Button.tsx'
import { useAdminView } from '../mirror.ts'
import { routeTo } from '../shell/route.ts'
import { useSentence } from '../words/use-sentence.ts'
import { useSpoken } from '../words/use-spoken.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { leave, takeBack } from './import-state.ts'

interface Props {
  readonly plan: ImportPlan
  readonly answer: Extract<ChangeAnswer, { readonly ok: true }>
  readonly isUndone: boolean
}

/** Files that are named; of more, their number has to do. */
const NAMED = 40

/** What was brought in, the way to see it, and the way back. */
export function ImportDone({ plan, answer, isUndone }: Props) {
  const { imports: words, now } = useWords()
  const spoken = useSpoken()
  const formats = useFormats()
  const sentence = useSentence()
  const counts = useAdminView()?.counts
  const taken = plan.files.filter(({ to }) => answer.files.includes(to))
  const names = (taken.length > 0 ? taken.map(({ to }) => to) : answer.files).slice(0, NAMED)
  return (
    <div className="import-done">
      <p className="lead" role="status">
        {isUndone ? words.undone : sentence(answer.sentence)}
      </p>
      {counts ? (
        <p className="quiet">{now.mayShow(formats.number(counts.eligible), formats.number(counts.total))}</p>
      ) : null}
      {isUndone ? null : (
        <ul className="rows" aria-label={words.broughtIn}>
          {names.map((name) => (
            <li key={name}>
              <bdi>{name}</bdi>
            </li>
          ))}
          {answer.files.length > NAMED ? <li>…</li> : null}
        </ul>
      )}
      {answer.skipped.map(({ path = '', message, hint }) => (
        <p key={`${path} ${message}`}>
          <bdi>{path}</bdi> {spoken(message)} <span className="quiet">{spoken(hint)}</span>
        </p>
      ))}
      <p className="actions">
        <Button weight="main" onPress={leave}>
          {words.more}
        </Button>
        {isUndone ? null : <UndoImport id={answer.id} />}
      </p>
      <p className="links">
        <a href={routeTo('library')}>{words.see}</a> <a href={routeTo('worklist')}>{words.toWorkList}</a>
      </p>
    </div>
  )
}

function UndoImport({ id }: { readonly id: number }) {
  const { shell } = useWords()
  return <Button onPress={() => void takeBack(id)}>{shell.undo}</Button>
}
