import { type FormEvent, useState } from 'react'
import { Input, Label, Switch, TextField } from 'react-aria-components'
import type { ItemDetail } from '../../core/admin/find.ts'
import type { Decision } from '../../core/curation.ts'
import { Button } from '../kit/Button.tsx'
import { change } from '../kit/change.ts'
import { Day } from '../library/act-fields.tsx'
import { useWords } from '../words/use-words.ts'

/** What a curator decides about it. Switches act at once and go back where it could not be done; the rest is saved. */
export function DecisionForm({ item }: { readonly item: ItemDetail }) {
  const { item: words } = useWords()
  const { decision = {} } = item
  const items = [item.id]
  const [draft, setDraft] = useState<Partial<Drafted>>({})
  const { weight, from, until, dayparts } = { ...draftOf(decision), ...draft }
  const set = (part: Partial<Drafted>): void => setDraft((before) => ({ ...before, ...part }))
  const number = Number(weight.replace(',', '.'))
  const isWeight = weight.trim() === '' || (number >= 0 && number <= 100)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!isWeight) return
    const parts = dayparts.split(',').flatMap((each) => each.trim() || [])
    const isMade = await change({
      type: 'decide',
      items,
      decision: {
        ...(weight === String(decision.weight ?? '') ? {} : { weight: weight.trim() === '' ? null : number }),
        ...(from === (decision.from ?? '') ? {} : { from: from || null }),
        ...(until === (decision.until ?? '') ? {} : { until: until || null }),
        ...(parts.join() === (decision.dayparts ?? []).join()
          ? {}
          : { dayparts: parts.length === 0 ? null : parts }),
      },
    })
    if (isMade) setDraft({})
  }

  return (
    <section aria-labelledby="decision">
      <h2 id="decision">{words.decision}</h2>
      <p className="quiet">{words.decisionHint}</p>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <Toggle
          label={words.hidden}
          isOn={decision.hidden === true}
          onChange={(isOn) => change({ type: 'decide', items, decision: { hidden: isOn || null } })}
        />
        <Toggle
          label={words.pinned}
          isOn={decision.pinned === true}
          onChange={(isOn) => change({ type: 'decide', items, decision: { pinned: isOn || null } })}
        />
        <TextField
          value={weight}
          onChange={(to) => set({ weight: to })}
          isInvalid={!isWeight}
          inputMode="decimal"
        >
          <Label>{words.weight}</Label>
          <Input placeholder={String(item.weight)} />
        </TextField>
        <Day
          key={`from ${decision.from}`}
          label={words.from}
          value={from}
          onChange={(to) => set({ from: to })}
        />
        <Day
          key={`until ${decision.until}`}
          label={words.until}
          value={until}
          onChange={(to) => set({ until: to })}
        />
        <TextField value={dayparts} onChange={(to) => set({ dayparts: to })}>
          <Label>{words.dayparts}</Label>
          <Input />
        </TextField>
        <Button type="submit" isDisabled={!isWeight}>
          {words.keep}
        </Button>
      </form>
    </section>
  )
}

/** As somebody writes it; what she has not touched follows what is decided, whoever decides it. */
interface Drafted {
  readonly weight: string
  readonly from: string
  readonly until: string
  readonly dayparts: string
}

function draftOf({ weight, from = '', until = '', dayparts = [] }: Decision): Drafted {
  return { weight: weight === undefined ? '' : String(weight), from, until, dayparts: dayparts.join(', ') }
}

interface ToggleProps {
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => Promise<boolean>
}

/** Shows what was chosen at once; back where it is not on disk in the end. */
function Toggle({ label, isOn, onChange }: ToggleProps) {
  const [wanted, setWanted] = useState<boolean>()
  const [was, setWas] = useState(isOn)
  // What stands there now counts, also where somebody else has changed it since.
  if (was !== isOn) {
    setWas(isOn)
    setWanted(undefined)
  }
  return (
    <Switch
      className="switch"
      isSelected={wanted ?? isOn}
      onChange={(to) => {
        setWanted(to)
        void onChange(to).then((isMade) => isMade || setWanted(undefined))
      }}
    >
      <span className="knob" aria-hidden="true" />
      {label}
    </Switch>
  )
}
