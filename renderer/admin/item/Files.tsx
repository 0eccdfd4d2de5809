import { useRef, useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import type { ItemDetail } from '../../core/admin/find.ts'
import { bridge } from '../bridge.ts'
import { Button } from '../kit/Button.tsx'
import { isTextFile } from '../kit/is-text-file.ts'
import { tell } from '../kit/tell.ts'
import { useWords } from '../words/use-words.ts'
import { Conflict } from './Conflict.tsx'

/** The files that it was read from: shown in their folder, and edited as text. */
export function Files({ item }: { readonly item: ItemDetail }) {
  const { item: words } = useWords()
  const [edited, setEdited] = useState<{ readonly path: string; readonly base: string }>()
  const list = useRef<HTMLUListElement>(null)

  /** Back to the button that the editing began with. */
  function close(): void {
    setEdited(undefined)
    const at = edited ? item.files.indexOf(edited.path) : -1
    list.current?.children[at]?.querySelector<HTMLElement>('button:last-of-type')?.focus()
  }

  async function show(path: string): Promise<void> {
    const isShown = await bridge.call('showFile', { path, item: item.id })
    if (!isShown) tell({ type: 'refused', refusal: { message: words.noFile(path), hint: words.noFileHint } })
  }

  async function edit(path: string): Promise<void> {
    const answer = await bridge.call('fileText', { path })
    if (answer.ok) setEdited({ path, base: answer.text })
    else tell({ type: 'refused', refusal: answer })
  }

  return (
    <section aria-labelledby="files">
      <h2 id="files">{words.files}</h2>
      <ul className="rows" ref={list}>
        {item.files.map((path) => (
          <li key={path}>
            <p className="title">
              <bdi>{path}</bdi>
            </p>
            <p className="actions">
              <Button weight="plain" onPress={() => void show(path)}>
                {words.showFile}
              </Button>
              {isTextFile(path) ? (
                <Button weight="plain" onPress={() => void edit(path)}>
                  {words.editFile}
                </Button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      {edited ? <FileEditor key={edited.path} {...edited} onClose={close} /> : null}
    </section>
  )
}

interface EditorProps {
  readonly path: string
  /** The text that the editing begins with. */
  readonly base: string
  readonly onClose: () => void
}

/** All that is not changed here stays byte for byte; what somebody else changed meanwhile is not written over unseen. */
function FileEditor({ path, base, onClose }: EditorProps) {
  const { item: words, shell } = useWords()
  const [text, setText] = useState(base)
  const [theirs, setTheirs] = useState<string>()

  async function save(from: string): Promise<void> {
    const answer = await bridge.call('change', { change: { type: 'text', path, base: from, text } })
    if (!answer.ok && answer.because === 'conflict') {
      const now = await bridge.call('fileText', { path })
      setTheirs(now.ok ? now.text : (answer.sides?.theirs ?? ''))
      return
    }
    if (!answer.ok) return tell({ type: 'refused', refusal: answer })
    tell({ type: 'done', id: answer.id, sentence: answer.sentence })
    onClose()
  }

  return (
    <div className="form editor">
      <TextField value={text} onChange={setText} autoFocus>
        <Label>{words.textOf(path)}</Label>
        <TextArea rows={14} dir="auto" spellCheck={false} />
      </TextField>
      {theirs === undefined ? null : (
        <Conflict sides={{ mine: text, theirs }} onMine={() => void save(theirs)} onTheirs={onClose} />
      )}
      <p className="actions">
        <Button weight="main" onPress={() => void save(base)} isDisabled={text === base}>
          {words.keep}
        </Button>
        <Button onPress={onClose}>{shell.cancel}</Button>
      </p>
    </div>
  )
}
