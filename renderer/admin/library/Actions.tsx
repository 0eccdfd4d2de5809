import { useState } from 'react'
import type { Change } from '../../core/admin/change.ts'
import type { FindRow } from '../../core/admin/find.ts'
import { Button } from '../kit/Button.tsx'
import { change } from '../kit/change.ts'
import { go } from '../shell/route.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { type Act, ActSheet } from './ActSheet.tsx'
import { clearSelection, useLibrary } from './library-store.ts'
import type { Found } from './use-found.ts'

/** What can be done with what is selected. Of several it is said before what will be. */
export function Actions({ found }: { readonly found: Found }) {
  const { library: words } = useWords()
  const formats = useFormats()
  const selected = useLibrary((state) => state.selected)
  const title = useLibrary((state) => state.title)
  const [act, setAct] = useState<Act>()
  const items = [...selected]
  const isOne = items.length === 1
  const row = isOne ? rowOf(found, items[0]) : undefined
  const make = (wanted: Change): Promise<boolean> => change(wanted)

  function start(wanted: Act): void {
    const at = isOne ? AT_ONCE[wanted] : undefined
    if (at) void make({ type: 'decide', items, decision: at })
    else setAct(wanted)
  }

  return (
    <section className="selection" aria-label={words.actions}>
      <p className="tabular">{words.selected(items.length, formats.number(items.length))}</p>
      <div className="actions">
        {isOne && items[0] !== undefined ? (
          <Button weight="main" onPress={() => go('library', items[0])}>
            {words.open}
          </Button>
        ) : null}
        {ACTS.filter((each) => isFor(each, row)).map((each) => (
          <Button key={isOne ? (SAME[each] ?? each) : each} onPress={() => start(each)}>
            {words.does[each]}
          </Button>
        ))}
        <Button weight="plain" onPress={clearSelection}>
          {words.clearSelection}
        </Button>
      </div>
      <ActSheet act={act} items={items} title={title} onClose={() => setAct(undefined)} onChange={make} />
    </section>
  )
}

const ACTS = ['hide', 'show', 'weight', 'dates', 'audience', 'tags', 'pin', 'unpin'] as const

/** Of one item only one way is offered at a time: the button stays where it is, and keeps the focus. */
const SAME: { readonly [Each in Act]?: string } = { show: 'hide', unpin: 'pin' }

type Decision = Extract<Change, { readonly type: 'decide' }>['decision']
/** What is done to a single item as soon as it is pressed: its toast has the way back. */
const AT_ONCE: { readonly [Each in Act]?: Decision } = {
  hide: { hidden: true },
  show: { hidden: null },
  pin: { pinned: true },
  unpin: { pinned: null },
}

/** Of one item that is hidden already, only the other way is offered. */
function isFor(act: Act, row: FindRow | undefined): boolean {
  if (!row) return true
  if (act === 'hide') return row.standing !== 'hidden'
  if (act === 'show') return row.standing === 'hidden'
  if (act === 'pin') return !row.isPinned
  return act !== 'unpin' || row.isPinned
}

function rowOf({ rows }: Found, id: string | undefined): FindRow | undefined {
  for (const row of rows.values()) if (row.id === id) return row
  return undefined
}
