import { useEffect, useState } from 'react'
import type { WorkEntry, WorkFind } from '../../core/admin/work-list.ts'
import type { PersonalData } from '../../core/pii.ts'
import { Button } from '../kit/Button.tsx'
import { change } from '../kit/change.ts'
import { Field } from '../kit/Field.tsx'
import { localMinute } from '../kit/local-minute.ts'
import { useAsked } from '../kit/use-asked.ts'
import { useAdminView } from '../mirror.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { isTaken } from './use-next-keys.ts'

interface Props {
  readonly entry: WorkEntry
  readonly remedy: Extract<WorkEntry['remedy'], { readonly type: 'redact' }>
}

/** Shows each find in its sentence: `r` takes the first one out, or somebody answers for it. */
export function RedactRemedy({ entry, remedy }: Props) {
  const { worklist: words } = useWords()
  const formats = useFormats()
  // What is taken out of the first item leaves the list, and the next one is the first.
  const [id = ''] = entry.ids
  const { answer } = useAsked('workFinds', [{ id }])
  const finds = answer?.finds ?? []
  const takeOut = (found: readonly WorkFind[]): void => {
    if (found.length > 0)
      void change({ type: 'redact', item: id, words: [...new Set(found.map((each) => each.found.trim()))] })
  }
  useRedactKey(() => takeOut(finds.slice(0, 1)))
  return (
    <>
      {entry.items > 1 ? (
        <p className="quiet">
          {words.which} {words.of(formats.number(1), formats.number(entry.items))}: <bdi>{id}</bdi>
        </p>
      ) : null}
      {answer !== undefined && finds.length === 0 ? <p className="quiet">{words.noFinds}</p> : null}
      <ul className="rows finds" aria-label={words.finds}>
        {finds.map((find) => (
          <Find key={`${find.what} ${find.found}`} find={find} onRedact={() => takeOut([find])} />
        ))}
      </ul>
      {finds.length > 1 ? (
        <p className="actions">
          <Button weight="main" onPress={() => takeOut(finds)}>
            {words.redactAll(finds.length)}
          </Button>
        </p>
      ) : null}
      {remedy.drawn || (answer?.drawn.length ?? 0) > 0 ? (
        <p>{words.drawn(formats.list((answer?.drawn ?? remedy.what).map((what) => words.what[what])))}</p>
      ) : null}
      {remedy.mayClear ? (
        <Clear entry={entry} what={remedy.what} />
      ) : (
        <p className="quiet">{words.mayNotClear}</p>
      )}
    </>
  )
}

function Find({ find, onRedact }: { readonly find: WorkFind; readonly onRedact: () => void }) {
  const { worklist: words } = useWords()
  const { before, found, after, what, path, line } = find
  return (
    <li>
      <p className="voice" dir="auto">
        {before}
        <mark>{found}</mark>
        {after}
      </p>
      <p className="quiet">
        {words.what[what]} · <bdi>{path}</bdi>
        {line === undefined ? '' : `, ${words.line(line)}`}
      </p>
      <Button onPress={onRedact} aria-label={`${words.redact}: ${found}`}>
        {words.redact}
      </Button>
    </li>
  )
}

/** A find that is none: somebody has looked, and answers for it by name and day. */
function Clear({ entry, what }: { readonly entry: WorkEntry; readonly what: readonly PersonalData[] }) {
  const { worklist: words } = useWords()
  const formats = useFormats()
  const zone = useAdminView()?.timezone ?? 'UTC'
  const [by, setBy] = useState('')
  const [id = ''] = entry.ids
  const { answer } = useAsked('item', [{ id }])
  // Whoever answered for something else before still does.
  const before = answer?.ok ? (answer.item.decision?.cleared ?? []) : []
  function clear(): void {
    const date = localMinute(Date.now(), zone).slice(0, 10)
    const cleared = [...before, { what: [...what], by: by.trim(), date }]
    void change({ type: 'decide', items: [id], decision: { cleared } })
  }
  return (
    <details>
      <summary>{words.falseFind}</summary>
      <div className="form">
        <p className="quiet">
          {formats.list(what.map((each) => words.what[each]))}. {words.clearedHint}
        </p>
        <Field label={words.clearedBy} value={by} onChange={setBy} maxLength={100} />
        <Button isDisabled={by.trim() === '' || answer === undefined} onPress={clear}>
          {words.clear}
        </Button>
      </div>
    </details>
  )
}

function useRedactKey(redact: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'r' || isTaken(event)) return
      event.preventDefault()
      event.stopPropagation()
      redact()
    }
    document.addEventListener('keydown', listen, { capture: true })
    return () => document.removeEventListener('keydown', listen, { capture: true })
  }, [redact])
}
