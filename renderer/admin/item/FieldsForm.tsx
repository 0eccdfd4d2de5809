import { type FormEvent, useState } from 'react'
import type { FieldPlace, ItemDetail, ItemField } from '../../core/admin/find.ts'
import { bridge } from '../bridge.ts'
import { Button } from '../kit/Button.tsx'
import { tell } from '../kit/tell.ts'
import { useSpoken } from '../words/use-spoken.ts'
import { useWords } from '../words/use-words.ts'
import { Conflict, type Sides } from './Conflict.tsx'
import { FieldInput } from './FieldInput.tsx'
import { type Asked, isLine, isUnsaid, notHere } from './field-value.ts'
import { OtherFields } from './OtherFields.tsx'
import { TreeField } from './tree/TreeField.tsx'
import { useFieldWords } from './use-field-words.ts'
import type { ItemDraft } from './use-item-draft.ts'

interface Props {
  readonly item: ItemDetail
  readonly draft: ItemDraft
}

/** What the item says, as a form made from its kind's schema; what is changed is written where it was said. */
export function FieldsForm({ item, draft }: Props) {
  const { item: words, form } = useWords()
  const [conflict, setConflict] = useState<Sides>()

  async function save(isForced: boolean): Promise<void> {
    const { fields, was } = draft
    const written = { fields: fields as never, ...(isForced ? {} : { was: was as never }) }
    const answer = await bridge.call('change', { change: { type: 'fields', items: [item.id], ...written } })
    if (!answer.ok && answer.because === 'conflict' && answer.sides) return setConflict(answer.sides)
    setConflict(undefined)
    if (!answer.ok) return tell({ type: 'refused', refusal: answer })
    tell({ type: 'done', id: answer.id, sentence: answer.sentence })
    draft.clear()
  }

  function asItWas(): void {
    setConflict(undefined)
    draft.clear()
  }
  const maySave = draft.isAnyChanged && draft.isSound && draft.tried?.ok !== false
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (maySave) void save(false).catch((error: unknown) => console.error(error))
  }
  const here = draft.asked.filter((each) => notHere(item, each, draft.before(each)) === undefined)
  const said = here.filter((each) => !each.field.isOptional || !isUnsaid(draft.before(each)?.value))
  const unsaid = here.filter((each) => !said.includes(each))
  return (
    <section aria-labelledby="fields">
      <h2 id="fields">{words.fields}</h2>
      {item.kept === 'part' ? <p className="quiet">{words.isPart}</p> : null}
      {item.kept === 'row' ? <p className="quiet">{words.isRow}</p> : null}
      <form className="form fields" onSubmit={submit}>
        {said.map((each) => (
          <OneField key={keyOf(each)} asked={each} draft={draft} />
        ))}
        {unsaid.length > 0 ? (
          <details className="unsaid">
            <summary>{form.unsaid(unsaid.length)}</summary>
            {unsaid.map((each) => (
              <OneField key={keyOf(each)} asked={each} draft={draft} />
            ))}
          </details>
        ) : null}
        {conflict ? (
          <Conflict
            sides={conflict}
            onMine={() => void save(true).catch((error: unknown) => console.error(error))}
            onTheirs={asItWas}
          />
        ) : null}
        <Wrong draft={draft} />
        <p className="actions save-bar">
          <Button weight="main" type="submit" isDisabled={!maySave}>
            {words.keep}
          </Button>
          {draft.isAnyChanged ? (
            <>
              <Button onPress={asItWas}>{words.asItWas}</Button>
              <span role="status">{words.notYet}</span>
            </>
          ) : null}
        </p>
      </form>
      <OtherFields item={item} draft={draft} />
    </section>
  )
}

const keyOf = ({ of, field }: Asked): string => `${of} ${field.name}`

function OneField({ asked, draft }: { readonly asked: Asked; readonly draft: ItemDraft }) {
  const { name } = asked.field
  const before = draft.before(asked)
  // Of what is empty nobody need be told that nobody said it.
  const said = isUnsaid(before?.value) ? null : <Said field={before} />
  if (!isLine(asked))
    return (
      <TreeField asked={asked} value={draft.treeOf(asked)} onChange={(value) => draft.setTree(name, value)}>
        {said}
      </TreeField>
    )
  return (
    <FieldInput
      asked={asked}
      text={draft.lineOf(asked)}
      isChanged={draft.isChanged(asked)}
      onChange={(text) => draft.setLine(name, text)}
    >
      {said}
    </FieldInput>
  )
}

/** What the kind's own reader says against it, before anything is written. */
function Wrong({ draft: { tried } }: { readonly draft: ItemDraft }) {
  const { form } = useWords()
  const { path: pathOf } = useFieldWords()
  const spoken = useSpoken()
  if (tried?.ok !== false) return null
  return (
    <div className="wrong" role="status">
      <p>
        <strong className="signal">{form.wrong}</strong>
      </p>
      <ul>
        {tried.problems.map(({ field, message, hint }) => (
          <li key={`${field} ${message}`}>
            {field === undefined ? '' : `${pathOf(field)}: `}
            {spoken(message)} <span className="quiet">{spoken(hint)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function Said({ field }: { readonly field: ItemField | undefined }) {
  const { item: words } = useWords()
  const sentence = useSaid()
  return <>{field?.place ? sentence(field.place) : words.inferred}</>
}

function useSaid(): (place: FieldPlace) => string {
  const { item: words, library } = useWords()
  return ({ path, line, writtenAs, by }) => {
    const who = by === 'sidecar' ? words.beside : by === 'defaults' ? words.byDefault : ''
    const place = words.saidIn(library.place(path, line ?? 1))
    return `${place}${writtenAs === undefined ? '' : words.as(writtenAs)}${who}.`
  }
}
