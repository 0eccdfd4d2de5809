import { type FormEvent, useState } from 'react'
import { FieldError, Input, Label, TextField } from 'react-aria-components'
import type { OrderView, PromiseFare } from '../../core/admin/order.ts'
import { PROMISE_FIELDS, type PromiseField } from '../../core/rotation/promise.ts'
import { readSpan } from '../../core/rotation-schema.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Empty } from '../kit/States.tsx'
import { useSpoken } from '../words/use-spoken.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { setSetting } from './use-setting.ts'

const PATH = ['rotation', 'promises']

/** What the room promises to show in time, and whether it does. */
export function Promises({ view }: { readonly view: OrderView }) {
  const { order: words } = useWords()
  const { promises } = view.rotation
  return (
    <>
      <p className="quiet">{words.promisesAre}</p>
      {promises.length === 0 ? <Empty title={words.noPromises} /> : null}
      <ul className="rows promises">
        {promises.map(({ every, within }, index) => (
          <li key={`${index} ${every} ${within}`}>
            <Fare
              title={words.promise(words.fields[every], within)}
              fare={view.promises.find(({ promise }) => promise === `every ${every} within ${within.trim()}`)}
            />
            <Button
              weight="plain"
              onPress={() => void setSetting(promises.length === 1 ? PATH : [...PATH, index], null)}
            >
              {words.remove}
              <span className="unseen"> {words.promise(words.fields[every], within)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <NewPromise
        onAdd={(promise) =>
          promises.length === 0
            ? setSetting(PATH, [promise])
            : setSetting([...PATH, promises.length], promise)
        }
      />
    </>
  )
}

function Fare({ title, fare }: { readonly title: string; readonly fare: PromiseFare | undefined }) {
  const { order: words } = useWords()
  const formats = useFormats()
  const spoken = useSpoken()
  const { kept = 0, missed = 0, late = [], why = [] } = fare ?? {}
  const all = kept + missed
  return (
    <div className="fare">
      <p className="title">{title}</p>
      <p className="tabular">
        {all === 0 ? (
          <span className="quiet">{words.notYetDue}</span>
        ) : (
          <>
            <span className="share-bar" aria-hidden="true">
              <span style={{ width: `${(100 * kept) / all}%` }} />
            </span>
            {words.kept(formats.number(kept), formats.number(missed))}
          </>
        )}
      </p>
      {late.length === 0 ? null : (
        <p>
          <strong className="signal">{words.late}</strong> <bdi>{formats.list(late)}</bdi>
        </p>
      )}
      {why.map((sentence) => (
        <p key={sentence} className="quiet">
          {spoken(sentence)}
        </p>
      ))}
    </div>
  )
}

interface NewProps {
  readonly onAdd: (promise: { every: PromiseField; within: string }) => Promise<boolean>
}

function NewPromise({ onAdd }: NewProps) {
  const { order: words } = useWords()
  const [every, setEvery] = useState<PromiseField>('persona')
  const [within, setWithin] = useState('1 h')
  const isReadable = readSpan(within) !== undefined

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (isReadable) void onAdd({ every, within: within.trim() })
  }

  return (
    <form className="inline" onSubmit={submit}>
      <Choice
        label={words.every}
        value={every}
        options={PROMISE_FIELDS.map((value) => ({ value, label: words.fields[value] }))}
        onChange={setEvery}
      />
      <TextField value={within} onChange={setWithin} isInvalid={!isReadable}>
        <Label>{words.within}</Label>
        <Input />
        <FieldError>{words.noSpan}</FieldError>
      </TextField>
      <Button type="submit" isDisabled={!isReadable}>
        {words.addPromise}
      </Button>
    </form>
  )
}
