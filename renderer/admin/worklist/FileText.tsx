import { useEffect, useRef, useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import type { FileText as Answer, ChangeAnswer } from '../../core/admin/change-answer.ts'
import type { WorkEntry } from '../../core/admin/work-list.ts'
import { wordCount } from '../../core/text.ts'
import { bridge } from '../bridge.ts'
import { Button } from '../kit/Button.tsx'
import { answerOf } from '../kit/change.ts'
import { Waiting } from '../kit/States.tsx'
import { TriedSlide } from '../kit/TriedSlide.tsx'
import { failureOf, tell } from '../kit/tell.ts'
import { useSpoken } from '../words/use-spoken.ts'
import { useFormats, useWords } from '../words/use-words.ts'

type Sides = { readonly mine: string; readonly theirs: string }

/** The text of the file that a problem is in, with the caret on its line: all else in it is kept as it was written. */
export function FileText({ entry }: { readonly entry: WorkEntry }) {
  const { worklist: words } = useWords()
  const spoken = useSpoken()
  const { path, line, ids } = entry
  const [file, setFile] = useState<Answer>()
  useEffect(() => {
    let isLate = false
    bridge.call('fileText', { path }).then(
      (answer) => isLate || setFile(answer),
      (error: unknown) =>
        isLate || setFile({ ok: false, because: 'gone', message: failureOf(error), hint: '' }),
    )
    return () => {
      isLate = true
    }
  }, [path])
  if (file === undefined) return <Waiting />
  if (!file.ok)
    return (
      <p>
        {words.notEditable} <span className="quiet">{`${spoken(file.message)} ${spoken(file.hint)}`}</span>
      </p>
    )
  return <Editor key={path} path={path} line={line} read={file.text} id={ids[0]} />
}

function Editor({
  path,
  line,
  read,
  id,
}: {
  readonly path: string
  readonly line: number
  readonly read: string
  /** The item that it makes, if it is one. */
  readonly id: string | undefined
}) {
  const { worklist: words } = useWords()
  const formats = useFormats()
  const [base, setBase] = useState(read)
  const [text, setText] = useState(read)
  const [sides, setSides] = useState<Sides>()
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => showLine(area.current, line), [line])

  async function save(from: string): Promise<void> {
    const answer = await answerOf(() =>
      bridge.call('change', { change: { type: 'text', path, base: from, text } }),
    )
    setSides(answer.ok ? undefined : answer.sides)
    if (answer.ok) setBase(text)
    toldOf(answer)
  }
  return (
    <div className="form">
      <TextField value={text} onChange={setText}>
        <Label>
          {words.text} · <bdi>{path}</bdi>
        </Label>
        <TextArea ref={area} rows={12} className="file-text" spellCheck={false} dir="auto" />
        <p className="quiet tabular" aria-live="polite">
          {words.wordCount(formats.number(wordCount(text)))}
        </p>
      </TextField>
      {id === undefined ? null : (
        <TriedSlide id={id} change={text === base ? undefined : { type: 'text', path, base, text }} />
      )}
      {sides ? (
        <BothSides
          sides={sides}
          onMine={() => void save(sides.theirs)}
          onTheirs={() => {
            setBase(sides.theirs)
            setText(sides.theirs)
            setSides(undefined)
          }}
        />
      ) : (
        <p className="actions">
          <Button weight="main" isDisabled={text === base} onPress={() => void save(base)}>
            {words.save}
          </Button>
          <Button isDisabled={text === base} onPress={() => setText(base)}>
            {words.asItWas}
          </Button>
        </p>
      )}
    </div>
  )
}

function BothSides(props: {
  readonly sides: Sides
  readonly onMine: () => void
  readonly onTheirs: () => void
}) {
  const { worklist: words } = useWords()
  return (
    <div className="sides" role="alert">
      <p className="signal">{words.conflict}</p>
      <div className="row">
        <figure>
          <figcaption>{words.mine}</figcaption>
          <pre dir="auto">{props.sides.mine}</pre>
        </figure>
        <figure>
          <figcaption>{words.theirs}</figcaption>
          <pre dir="auto">{props.sides.theirs}</pre>
        </figure>
      </div>
      <p className="actions">
        <Button onPress={props.onMine}>{words.keepMine}</Button>
        <Button onPress={props.onTheirs}>{words.takeTheirs}</Button>
      </p>
    </div>
  )
}

function toldOf(answer: ChangeAnswer): void {
  if (answer.ok) tell({ type: 'done', id: answer.id, sentence: answer.sentence })
  else if (!answer.sides) tell({ type: 'refused', refusal: answer })
}

/** Puts the caret on a line, and the line into sight. The focus stays where it is: somebody walks through the list. */
function showLine(area: HTMLTextAreaElement | null, line: number): void {
  if (!area) return
  const before = area.value.split('\n').slice(0, Math.max(0, line - 1))
  const at = before.join('\n').length + (before.length > 0 ? 1 : 0)
  const end = area.value.indexOf('\n', at)
  area.setSelectionRange(at, end < 0 ? area.value.length : end)
  const height = area.scrollHeight / Math.max(1, area.value.split('\n').length)
  area.scrollTop = Math.max(0, (line - 3) * height)
}
