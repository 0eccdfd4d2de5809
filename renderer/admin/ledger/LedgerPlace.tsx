import { useState } from 'react'
import { Input, Label, SearchField } from 'react-aria-components'
import {
  CONSENT_STATES,
  type ConsentState,
  type LedgerAnswer,
  type LedgerEntry,
} from '../../core/admin/ledger.ts'
import { bridge } from '../bridge.ts'
import { Choice } from '../kit/Choice.tsx'
import { LongList } from '../kit/LongList.tsx'
import { Empty, Trouble, Waiting } from '../kit/States.tsx'
import { useAll } from '../kit/use-all.ts'
import { useKeptFocus } from '../kit/use-kept-focus.ts'
import { routeTo } from '../shell/route.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { AuditExport } from './AuditExport.tsx'
import { Erased } from './Erased.tsx'
import { EraseSheet } from './EraseSheet.tsx'
import { Person } from './Person.tsx'

/** Who agreed to what, until when, and what comes of it: what ends first stands first. */
export function LedgerPlace() {
  const { shell, ledger: words } = useWords()
  const formats = useFormats()
  const [text, setText] = useState('')
  const [state, setState] = useState<ConsentState | ''>('')
  const question = {
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(state === '' ? {} : { state }),
  }
  const { answer, entries, error } = useAll<LedgerEntry, LedgerAnswer>(
    JSON.stringify(question),
    (from, count) => bridge.call('ledger', { ...question, from, count }),
  )
  const isNarrowed = text.trim() !== '' || state !== ''
  const without = answer?.without ?? 0
  return (
    <>
      <h1>{shell.place.ledger}</h1>
      {error === undefined ? null : <Trouble error={error} />}
      <div className="narrow">
        <SearchField value={text} onChange={setText} data-search>
          <Label>{words.search}</Label>
          <Input />
        </SearchField>
        <Choice
          label={words.show}
          value={state}
          options={[
            { value: '' as const, label: words.all },
            ...CONSENT_STATES.map((value) => ({
              value,
              label: `${words.state[value]} (${formats.number(answer?.counts[value] ?? 0)})`,
            })),
          ]}
          onChange={setState}
        />
        <AuditExport />
        <Erased />
      </div>
      {without === 0 ? null : (
        <p>
          {words.without(formats.number(without), without === 1)}{' '}
          <a href={routeTo('worklist')}>{words.toWorkList}</a>
        </p>
      )}
      {answer === undefined ? (
        <Waiting />
      ) : entries.length === 0 ? (
        <Empty title={isNarrowed ? words.noneFound : words.none} />
      ) : (
        <People entries={entries} />
      )}
      <EraseSheet />
    </>
  )
}

const keyOf = ({ who, state }: LedgerEntry): string => `${state === 'public' ? 'public' : 'who'} ${who}`

function People({ entries }: { readonly entries: readonly LedgerEntry[] }) {
  const { ledger: words } = useWords()
  const [selected, setSelected] = useState<string>()
  const entry = entries.find((each) => keyOf(each) === selected) ?? entries[0]
  useKeptFocus('.person', entry && `${keyOf(entry)} ${entry.state}`)
  if (!entry) return null
  return (
    <div className="list-and-one">
      <div className="list-side">
        <LongList
          label={words.list}
          rows={entries}
          keyOf={keyOf}
          nameOf={({ who }) => who}
          selected={keyOf(entry)}
          onSelect={setSelected}
        >
          {(row) => <PersonRow entry={row} />}
        </LongList>
      </div>
      <Person key={keyOf(entry)} entry={entry} />
    </div>
  )
}

function PersonRow({ entry }: { readonly entry: LedgerEntry }) {
  const { ledger: words, worklist } = useWords()
  const formats = useFormats()
  const { who, state, until, items } = entry
  const isGrave = state === 'withdrawn' || state === 'expired' || state === 'expiring'
  return (
    <>
      <span className="title" dir="auto">
        {who}
      </span>
      <span className={isGrave ? 'signal' : 'quiet'}>
        {words.state[state]}
        {until === undefined ? '' : ` · ${formats.local(until)}`} ·{' '}
        {worklist.items(formats.number(items), items === 1)}
      </span>
    </>
  )
}
