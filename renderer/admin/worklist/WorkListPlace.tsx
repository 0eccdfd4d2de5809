import { useState } from 'react'
import { REMEDIES, type RemedyType, type WorkAnswer, type WorkEntry } from '../../core/admin/work-list.ts'
import { bridge } from '../bridge.ts'
import { Button } from '../kit/Button.tsx'
import { Check } from '../kit/Check.tsx'
import { Choice } from '../kit/Choice.tsx'
import { LongList } from '../kit/LongList.tsx'
import { Empty, Trouble, Waiting } from '../kit/States.tsx'
import { useAll } from '../kit/use-all.ts'
import { useKeptFocus } from '../kit/use-kept-focus.ts'
import { EraseSheet } from '../ledger/EraseSheet.tsx'
import { useAdminView } from '../mirror.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { useNextKeys } from './use-next-keys.ts'
import { Work } from './Work.tsx'

/** Every item that is withheld and every problem, one after the other, each with what can be done about it. */
export function WorkListPlace() {
  const { shell, worklist: words } = useWords()
  const [remedy, setRemedy] = useState<RemedyType | ''>('')
  const [notes, setNotes] = useState(false)
  const question = { notes, ...(remedy === '' ? {} : { remedy }) }
  const { answer, entries, error } = useAll<WorkEntry, WorkAnswer>(JSON.stringify(question), (from, count) =>
    bridge.call('workList', { ...question, from, count }),
  )
  return (
    <>
      <h1>{shell.place.worklist}</h1>
      {error === undefined ? null : <Trouble error={error} />}
      <div className="narrow">
        <Choice
          label={words.show}
          value={remedy}
          options={[{ value: '' as const, label: words.all }, ...withCounts(answer, words.remedy, remedy)]}
          onChange={setRemedy}
        />
        <Check isSelected={notes} onChange={setNotes}>
          {words.notes}
        </Check>
      </div>
      {answer === undefined ? <Waiting /> : <Entries entries={entries} isNarrowed={remedy !== ''} />}
      <EraseSheet />
    </>
  )
}

function withCounts(
  answer: WorkAnswer | undefined,
  labels: Readonly<Record<RemedyType, string>>,
  chosen: RemedyType | '',
): { value: RemedyType; label: string }[] {
  const counted = REMEDIES.filter((each) => each === chosen || (answer?.counts[each] ?? 0) > 0)
  return counted.map((value) => ({ value, label: `${labels[value]} (${answer?.counts[value] ?? 0})` }))
}

/** The same items are the same line, also when one of their reasons is gone. */
function keyOf({ key, ids }: WorkEntry): string {
  return ids[0] ?? key
}

function Entries({
  entries,
  isNarrowed,
}: {
  readonly entries: readonly WorkEntry[]
  readonly isNarrowed: boolean
}) {
  const { worklist: words } = useWords()
  const formats = useFormats()
  const isReading = useAdminView()?.counts.isReading ?? true
  const [selected, setSelected] = useState<string>()
  const [place, setPlace] = useState(0)
  const found = entries.findIndex((each) => keyOf(each) === selected)
  // What is solved leaves the list: the one that has taken its place is the next to be looked at.
  const at = found >= 0 ? found : Math.min(place, entries.length - 1)
  const entry = entries[at]

  function select(to: number): void {
    const next = entries[Math.max(0, Math.min(entries.length - 1, to))]
    if (!next) return
    setSelected(keyOf(next))
    setPlace(entries.indexOf(next))
  }
  useNextKeys((step) => select(at + step))
  useKeptFocus('.work', entry && keyOf(entry))

  if (!entry && isReading) return <Waiting />
  if (!entry) return <Empty title={isNarrowed ? words.noneOfThese : words.none} />
  return (
    <div className="list-and-one">
      <div className="list-side">
        <p className="walk">
          <strong role="status" className="tabular">
            {words.of(formats.number(at + 1), formats.number(entries.length))}
          </strong>
          <Button onPress={() => select(at - 1)} isDisabled={at === 0}>
            {words.previous}
          </Button>
          <Button onPress={() => select(at + 1)} isDisabled={at === entries.length - 1}>
            {words.next}
          </Button>
        </p>
        <LongList
          label={words.list}
          rows={entries}
          keyOf={keyOf}
          nameOf={({ title, path }) => title ?? path}
          selected={keyOf(entry)}
          onSelect={(key) => select(entries.findIndex((each) => keyOf(each) === key))}
        >
          {(row) => <EntryRow entry={row} />}
        </LongList>
        <p className="quiet">{words.keys}</p>
      </div>
      <Work key={keyOf(entry)} entry={entry} />
    </div>
  )
}

function EntryRow({ entry }: { readonly entry: WorkEntry }) {
  const { worklist: words, kinds } = useWords()
  const formats = useFormats()
  const { title, path, kind, items, remedy, severity } = entry
  return (
    <>
      <span className="title" dir="auto">
        {title ?? path}
      </span>
      <span className={severity === 'error' ? 'signal' : 'quiet'}>
        {words.remedy[remedy.type]}
        {kind === undefined ? '' : ` · ${kinds[kind] ?? kind}`}
        {items > 1 ? ` · ${words.items(formats.number(items), false)}` : ''}
      </span>
    </>
  )
}
