import { useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import type { ItemDetail, ItemField } from '../../core/admin/find.ts'
import type { WorkEntry } from '../../core/admin/work-list.ts'
import { wordCount } from '../../core/text.ts'
import { bridge } from '../bridge.ts'
import { Conflict, type Sides } from '../item/Conflict.tsx'
import { useFieldWords } from '../item/use-field-words.ts'
import { Button } from '../kit/Button.tsx'
import { answerOf } from '../kit/change.ts'
import { isTextFile } from '../kit/is-text-file.ts'
import { TriedSlide } from '../kit/TriedSlide.tsx'
import { tell } from '../kit/tell.ts'
import { useAsked } from '../kit/use-asked.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { ClipRemedy } from './ClipRemedy.tsx'
import { FileText } from './FileText.tsx'

/** More words than a wall holds: its longest text, with the slide that it makes beside it while it is shortened. */
export function ShortenRemedy({ entry }: { readonly entry: WorkEntry }) {
  const [id] = entry.ids
  const { answer } = useAsked('item', [{ id: id ?? '' }])
  if (!isTextFile(entry.path)) return <ClipRemedy path={entry.path} />
  if (id === undefined || answer?.ok === false) return <FileText entry={entry} />
  const longest = answer && longestText(answer.item)
  if (!answer) return null
  return longest ? (
    <Shorten key={id} item={answer.item} field={longest} entry={entry} />
  ) : (
    <FileText entry={entry} />
  )
}

function longestText({ fields, kept }: ItemDetail): ItemField | undefined {
  const texts = fields.filter(({ of, value }) => of === 'body' && typeof value === 'string')
  const [first] = texts.toSorted((a, b) => String(b.value).length - String(a.value).length)
  // What is wrapped over lines in a document is no field that could be written: there the whole text is edited.
  const isProse = kept !== 'row' && first !== undefined && first.written === undefined
  return isProse ? undefined : first
}

interface Props {
  readonly item: ItemDetail
  readonly field: ItemField
  readonly entry: WorkEntry
}

function Shorten({ item, field, entry }: Props) {
  const { worklist: words } = useWords()
  const formats = useFormats()
  const { name: nameOf } = useFieldWords()
  const before = String(field.value)
  // As it was when somebody began to write: what is changed after that is shown beside it.
  const [begun, setBegun] = useState(() => field.written ?? field.value)
  const [text, setText] = useState(before)
  const [sides, setSides] = useState<Sides>()
  const isChanged = text.trim() !== before && text.trim() !== ''
  const made = { type: 'fields' as const, items: [item.id], fields: { [field.name]: text.trim() } }
  async function save(isForced: boolean): Promise<void> {
    const was = { [field.name]: begun as never }
    const answer = await answerOf(() => bridge.call('change', { change: isForced ? made : { ...made, was } }))
    setSides(answer.ok ? undefined : answer.sides)
    if (answer.ok) setBegun(text.trim())
    if (answer.ok) tell({ type: 'done', id: answer.id, sentence: answer.sentence })
    else if (!answer.sides) tell({ type: 'refused', refusal: answer })
  }
  return (
    <div className="form">
      <TextField value={text} onChange={setText}>
        <Label>{nameOf(field.name)}</Label>
        <TextArea rows={8} dir="auto" />
        <p className="quiet tabular" aria-live="polite">
          {words.wordsOf(formats.number(wordCount(text)), formats.number(wordCount(before)))}
        </p>
      </TextField>
      <TriedSlide id={item.id} change={isChanged ? made : undefined} />
      {sides ? (
        <Conflict
          sides={sides}
          onMine={() => void save(true)}
          onTheirs={() => {
            setBegun(sides.theirs)
            setText(sides.theirs)
            setSides(undefined)
          }}
        />
      ) : null}
      <p className="actions">
        <Button weight="main" isDisabled={!isChanged} onPress={() => void save(false)}>
          {words.save}
        </Button>
        <Button isDisabled={text === before} onPress={() => setText(before)}>
          {words.asItWas}
        </Button>
      </p>
      {item.kept === 'row' ? null : (
        <details>
          <summary>{words.wholeText}</summary>
          <FileText entry={entry} />
        </details>
      )}
    </div>
  )
}
