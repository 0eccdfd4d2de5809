import { useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import type { Change } from '../../core/admin/change.ts'
import type { ItemDetail, ItemField } from '../../core/admin/find.ts'
import type { WorkEntry } from '../../core/admin/work-list.ts'
import { wordCount } from '../../core/text.ts'
import { useFieldWords } from '../item/use-field-words.ts'
import { Button } from '../kit/Button.tsx'
import { change } from '../kit/change.ts'
import { isTextFile } from '../kit/is-text-file.ts'
import { TriedSlide } from '../kit/TriedSlide.tsx'
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
  const [text, setText] = useState(before)
  const isChanged = text.trim() !== before && text.trim() !== ''
  const made: Change = { type: 'fields', items: [item.id], fields: { [field.name]: text.trim() } }
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
      <p className="actions">
        <Button weight="main" isDisabled={!isChanged} onPress={() => void change(made)}>
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
