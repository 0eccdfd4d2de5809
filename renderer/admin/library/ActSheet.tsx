import { type FormEvent, useState } from 'react'
import type { Change } from '../../core/admin/change.ts'
import { AUDIENCES, type Audience } from '../../core/item.ts'
import { Button } from '../kit/Button.tsx'
import { Check } from '../kit/Check.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { TaskProgress } from '../kit/TaskProgress.tsx'
import { useWords } from '../words/use-words.ts'
import { AudienceField, DatesField, TagsField, WeightField } from './act-fields.tsx'
import { useWill } from './use-will.ts'

export type Act = 'hide' | 'show' | 'weight' | 'dates' | 'audience' | 'tags' | 'pin' | 'unpin'
export const TAG_FIELDS = ['theme', 'stage', 'segment', 'department'] as const

/** What somebody has filled in; each act takes of it what it is about. */
export interface Wanted {
  /** Empty: as the files say. */
  readonly weight: string
  /** `YYYY-MM-DD`, or empty. */
  readonly from: string
  readonly until: string
  readonly audience: readonly Audience[]
  readonly field: (typeof TAG_FIELDS)[number]
  readonly tags: string
}

interface Props {
  readonly act: Act | undefined
  readonly items: string[]
  readonly title: string
  readonly onClose: () => void
  /** Resolves with whether it is on disk. */
  readonly onChange: (change: Change) => Promise<boolean>
}

/** What is to be done with several items: filled in, said in a sentence, and done. */
export function ActSheet({ act, ...props }: Props) {
  const { library: words } = useWords()
  return (
    <Sheet
      title={act ? words.sheets[act] : ''}
      isOpen={act !== undefined}
      onOpenChange={(isOpen) => isOpen || props.onClose()}
    >
      {(close) => (act ? <ActForm act={act} {...props} close={close} /> : null)}
    </Sheet>
  )
}

const NOTHING_YET: Wanted = {
  weight: '1',
  from: '',
  until: '',
  audience: AUDIENCES,
  field: 'theme',
  tags: '',
}

function ActForm({
  act,
  items,
  title,
  onChange,
  close,
}: Omit<Props, 'act'> & { act: Act; close: () => void }) {
  const { library: words, shell } = useWords()
  const [wanted, setWanted] = useState(NOTHING_YET)
  const [isBusy, setBusy] = useState(false)
  const rows = items.filter((id) => id.includes('#')).length
  const mayBeTables = rows >= TABLE_ROWS && FOR_TABLES.includes(act)
  const [isWhole, setWhole] = useState(rows >= MANY)
  const will = useWill(act, wanted, { title, count: items.length })
  const change = changeOf(act, items, wanted, mayBeTables && isWhole)
  const set = (part: Partial<Wanted>): void => setWanted((before) => ({ ...before, ...part }))

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!change || isBusy) return
    setBusy(true)
    if (await onChange(change)) close()
    else setBusy(false)
  }

  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      {act === 'weight' ? <WeightField wanted={wanted} set={set} /> : null}
      {act === 'dates' ? <DatesField wanted={wanted} set={set} /> : null}
      {act === 'audience' ? <AudienceField wanted={wanted} set={set} /> : null}
      {act === 'tags' ? <TagsField wanted={wanted} set={set} /> : null}
      {mayBeTables ? (
        <div>
          <Check isSelected={isWhole} onChange={setWhole}>
            {words.wholeTables}
          </Check>
          <p className="quiet">{words.wholeTablesHint}</p>
        </div>
      ) : null}
      {rows > 0 && (act === 'audience' || act === 'tags') ? <p className="quiet">{words.rowsHint}</p> : null}
      <p role="status">{change ? will : words.sheetEmpty}</p>
      {isBusy && items.length >= MANY ? <TaskProgress what={['change']} /> : null}
      <p className="actions">
        <Button weight="main" type="submit" isDisabled={!change || isBusy}>
          {words.do}
        </Button>
        <Button onPress={close}>{shell.cancel}</Button>
      </p>
    </form>
  )
}

/** From so many rows on somebody may mean their tables. */
const TABLE_ROWS = 20
/** From so many items on it is told while it goes on; a line for each of them in room.yaml is no good reading. */
const MANY = 200
/** Pins are of single items; audience and tags stand in the files. */
const FOR_TABLES: readonly Act[] = ['hide', 'show', 'weight', 'dates']

/** Undefined while it is not whole. */
function changeOf(act: Act, items: string[], wanted: Wanted, wholeTables: boolean): Change | undefined {
  const tags = wanted.tags.split(',').flatMap((tag) => tag.trim() || [])
  const weight = wanted.weight.trim() === '' ? null : Number(wanted.weight)
  const isWeight = weight === null || (weight >= 0 && weight <= 100)
  switch (act) {
    case 'hide':
      return { type: 'decide', items, decision: { hidden: true }, wholeTables }
    case 'show':
      return { type: 'decide', items, decision: { hidden: null }, wholeTables }
    case 'pin':
      return { type: 'decide', items, decision: { pinned: true } }
    case 'unpin':
      return { type: 'decide', items, decision: { pinned: null } }
    case 'weight':
      return isWeight ? { type: 'decide', items, decision: { weight }, wholeTables } : undefined
    case 'dates':
      return {
        type: 'decide',
        items,
        decision: { from: wanted.from || null, until: wanted.until || null },
        wholeTables,
      }
    case 'audience':
      return wanted.audience.length > 0
        ? { type: 'fields', items, fields: { audience: [...wanted.audience] } }
        : undefined
    case 'tags':
      return { type: 'fields', items, fields: { [wanted.field]: tags.length > 0 ? tags : null } }
  }
}
