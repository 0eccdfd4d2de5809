import { type FormEvent, useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { Button } from '../../kit/Button.tsx'
import { Choice } from '../../kit/Choice.tsx'
import { useWords } from '../../words/use-words.ts'
import { setSetting } from '../use-setting.ts'
import type { Layer, WeekView } from './week-view.ts'

interface Props {
  readonly view: WeekView
  readonly layer: Layer
  readonly onChange: (layer: Layer) => void
}

const DAYPART = 'daypart:'
/** What a new daypart begins with, for a hand to move. */
const FIRST_HOURS = 'mon-fri 09:00-12:00'

/** Which times are changed; a daypart gets its name here. */
export function LayerChoice({ view, layer, onChange }: Props) {
  const { order: words } = useWords()
  const [name, setName] = useState('')
  const value = layer.of === 'daypart' ? DAYPART + layer.name : layer.of

  async function make(event: FormEvent): Promise<void> {
    event.preventDefault()
    const made = name.trim()
    if (made === '' || Object.hasOwn(view.dayparts, made)) return
    if (!(await setSetting(['schedule', 'dayparts', made], FIRST_HOURS))) return
    setName('')
    onChange({ of: 'daypart', name: made })
  }

  return (
    <>
      <Choice
        label={words.times}
        value={value}
        options={[
          { value: 'hours', label: words.layers.hours },
          { value: 'sound_hours', label: words.layers.sound_hours },
          ...Object.keys(view.dayparts).map((each) => ({
            value: DAYPART + each,
            label: words.daypart(each),
          })),
        ]}
        onChange={(chosen) =>
          onChange(
            chosen.startsWith(DAYPART)
              ? { of: 'daypart', name: chosen.slice(DAYPART.length) }
              : { of: chosen === 'hours' ? 'hours' : 'sound_hours' },
          )
        }
      />
      <form className="inline" onSubmit={(event) => void make(event)}>
        <TextField value={name} onChange={setName} maxLength={60}>
          <Label>{words.newDaypart}</Label>
          <Input />
        </TextField>
        <Button type="submit" isDisabled={name.trim() === ''}>
          {words.add}
        </Button>
      </form>
    </>
  )
}
