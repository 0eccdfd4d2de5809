import { type FormEvent, useState } from 'react'
import type { FieldPlace, ItemDetail, ItemField } from '../../core/admin/find.ts'
import { bridge } from '../bridge.ts'
import { Button } from '../kit/Button.tsx'
import { tell } from '../kit/tell.ts'
import { useWords } from '../words/use-words.ts'
import { Conflict, type Sides } from './Conflict.tsx'
import { FieldInput } from './FieldInput.tsx'
import { type Asked, askedOf, isWritten, objection, textOf, writtenValue } from './field-value.ts'

type Drafts = Readonly<Record<string, string>>

/** What the item says, as a form made from its kind's schema; what is changed is written where it was said. */
export function FieldsForm({ item }: { readonly item: ItemDetail }) {
  const { item: words } = useWords()
  const [drafts, setDrafts] = useState<Drafts>({})
  const [conflict, setConflict] = useState<Sides>()
  const known = new Map(item.fields.map((field) => [`${field.of} ${field.name}`, field]))
  const asked = askedOf(item.kind)
  const before = (each: Asked): ItemField | undefined => known.get(`${each.of} ${each.field.name}`)
  const changed = asked.filter((each) => {
    const draft = drafts[each.field.name]
    return draft !== undefined && draft !== textOf(before(each)?.value)
  })
  const isSound = changed.every((each) => objection(each, drafts[each.field.name] ?? '') === '')

  async function save(isForced: boolean): Promise<void> {
    const fields = Object.fromEntries(
      changed.map((each) => [each.field.name, writtenValue(each, drafts[each.field.name] ?? '')]),
    )
    const was = Object.fromEntries(
      changed.map((each) => [each.field.name, (before(each)?.value ?? null) as never]),
    )
    const change = { type: 'fields' as const, items: [item.id], fields, ...(isForced ? {} : { was }) }
    const answer = await bridge.call('change', { change })
    if (!answer.ok && answer.because === 'conflict' && answer.sides) return setConflict(answer.sides)
    setConflict(undefined)
    if (!answer.ok) return tell({ type: 'refused', refusal: answer })
    tell({ type: 'done', id: answer.id, sentence: answer.sentence })
    setDrafts({})
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (changed.length > 0 && isSound) void save(false).catch((error: unknown) => console.error(error))
  }

  return (
    <section aria-labelledby="fields">
      <h2 id="fields">{words.fields}</h2>
      <form className="form fields" onSubmit={submit}>
        {asked.filter(isWritten).map((each) => (
          <FieldInput
            key={`${each.of} ${each.field.name}`}
            asked={each}
            text={drafts[each.field.name] ?? textOf(before(each)?.value)}
            isChanged={changed.includes(each)}
            onChange={(text) => setDrafts((all) => ({ ...all, [each.field.name]: text }))}
          >
            <Said field={before(each)} />
          </FieldInput>
        ))}
        {conflict ? (
          <Conflict
            sides={conflict}
            onMine={() => void save(true)}
            onTheirs={() => {
              setConflict(undefined)
              setDrafts({})
            }}
          />
        ) : null}
        <p className="actions">
          <Button weight="main" type="submit" isDisabled={changed.length === 0 || !isSound}>
            {words.keep}
          </Button>
          {changed.length > 0 ? <span role="status">{words.notYet}</span> : null}
        </p>
      </form>
      <OtherFields fields={asked.filter((each) => !isWritten(each)).flatMap((each) => before(each) ?? [])} />
    </section>
  )
}

function Said({ field }: { readonly field: ItemField | undefined }) {
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

/** What no line of text can hold. */
function OtherFields({ fields }: { readonly fields: readonly ItemField[] }) {
  const { item: words } = useWords()
  if (fields.length === 0) return null
  return (
    <details>
      <summary>{words.other}</summary>
      <dl className="other-fields">
        {fields.map((field) => (
          <div key={field.name}>
            <dt>{field.name}</dt>
            <dd>
              <pre>{JSON.stringify(field.value, null, 2)}</pre>
              <p className="quiet">
                <Said field={field} /> {words.inFile}
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
