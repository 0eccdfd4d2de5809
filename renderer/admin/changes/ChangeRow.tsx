import { useState } from 'react'
import type { ChangeEntry, Refusal } from '../../core/admin/change-answer.ts'
import { bridge } from '../bridge.ts'
import { Button } from '../kit/Button.tsx'
import { answerOf } from '../kit/change.ts'
import { tell } from '../kit/tell.ts'
import { useSentence } from '../words/use-sentence.ts'
import { useSpoken } from '../words/use-spoken.ts'
import { useFormats, useWords } from '../words/use-words.ts'

interface Props {
  readonly entry: ChangeEntry
  readonly onDone: () => void
}

/** One change as a sentence, with its way back; where there is none, why. */
export function ChangeRow({ entry, onDone }: Props) {
  const { changes: words, shell } = useWords()
  const sentence = useSentence()
  const formats = useFormats()
  const [refusal, setRefusal] = useState<Refusal>()
  const { id, at, by, files, state } = entry
  const told = sentence(entry.sentence)

  async function take(what: 'undo' | 'redo'): Promise<void> {
    const answer = await answerOf(() => bridge.call(what, { id }))
    setRefusal(answer.ok ? undefined : answer)
    if (answer.ok)
      tell({ type: what === 'undo' ? 'undone' : 'redone', id: answer.id, sentence: answer.sentence })
    onDone()
  }

  return (
    <li className={`change ${state}`}>
      <time className="tabular quiet" dateTime={new Date(at).toISOString()}>
        {formats.time(at)}
      </time>
      <div>
        <p className="title" dir="auto">
          {told}
        </p>
        <p className="quiet">
          {state === 'undone' ? <strong>{words.undone} </strong> : null}
          {state === 'sealed' ? `${words.sealed} ` : null}
          {by === undefined ? null : (
            <>
              <bdi>{by}</bdi> ·{' '}
            </>
          )}
          <Files files={files} />
        </p>
        {refusal ? <Refused refusal={refusal} /> : null}
      </div>
      {state === 'sealed' ? null : (
        <Button onPress={() => void take(state === 'done' ? 'undo' : 'redo')}>
          {state === 'done' ? shell.undo : words.redo}
          <span className="unseen">: {told}</span>
        </Button>
      )}
    </li>
  )
}

/** Names in a line. */
const NAMED = 3

function Files({ files }: Pick<ChangeEntry, 'files'>) {
  const { changes: words } = useWords()
  const formats = useFormats()
  const named = files.slice(0, NAMED)
  const more = files.length - named.length
  return <bdi>{formats.list(more > 0 ? [...named, words.moreFiles(more)] : named)}</bdi>
}

/** Why not; where somebody else has changed the same, both beside each other. */
function Refused({ refusal }: { readonly refusal: Refusal }) {
  const { changes: words, shell } = useWords()
  const spoken = useSpoken()
  const { message, hint, sides } = refusal
  return (
    <div role="alert" className="refused">
      <p>
        <strong className="signal">{shell.refused}</strong> {spoken(message)} {spoken(hint)}
      </p>
      {sides ? (
        <div className="sides">
          <figure>
            <figcaption className="quiet">{words.mine}</figcaption>
            <pre>{sides.mine}</pre>
          </figure>
          <figure>
            <figcaption className="quiet">{words.theirs}</figcaption>
            <pre>{sides.theirs}</pre>
          </figure>
        </div>
      ) : null}
    </div>
  )
}
