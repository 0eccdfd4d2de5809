import { type CalendarDateTime, parseDateTime } from '@internationalized/date'
import { type FormEvent, useState } from 'react'
import {
  DateField,
  DateInput,
  DateSegment,
  FieldError,
  Label,
  Radio,
  RadioGroup,
  TextArea,
  TextField,
} from 'react-aria-components'
import type { AdminView } from '../../core/contract.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { change } from '../kit/change.ts'
import { localMinute } from '../kit/local-minute.ts'
import { Sheet } from '../kit/Sheet.tsx'
import { useAsked } from '../kit/use-asked.ts'
import { useWords } from '../words/use-words.ts'

interface Props {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly screen: string
  readonly admin: AdminView
  /** The wall's clock, ms since 1970 UTC. */
  readonly now: () => number
}

const LETTERS = 160
const HALF_HOUR_MS = 30 * 60_000

/** A message or an item in place of everything else, for a time that has an end. */
export function TakeoverSheet(props: Props) {
  const { now: words } = useWords()
  return (
    <Sheet title={words.takeOverTitle} isOpen={props.isOpen} onOpenChange={props.onOpenChange}>
      {(close) => <TakeoverForm {...props} close={close} />}
    </Sheet>
  )
}

function TakeoverForm({ screen, admin, now, close }: Props & { readonly close: () => void }) {
  const { now: words, shell } = useWords()
  const zone = admin.timezone
  const [what, setWhat] = useState<'message' | 'item'>('message')
  const [message, setMessage] = useState('')
  const [item, setItem] = useState('')
  const [where, setWhere] = useState<'this' | 'all'>('this')
  const [until, setUntil] = useState<CalendarDateTime | null>(() =>
    parseDateTime(localMinute(now() + HALF_HOUR_MS, zone)),
  )
  const isPast = until === null || until.toString().slice(0, 16) <= localMinute(now(), zone)
  const isWhole = what === 'message' ? message.trim() !== '' : item !== ''

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (isPast || !isWhole || !until) return
    const common = { until: until.toString().slice(0, 16), screens: where === 'this' ? [screen] : undefined }
    const order =
      what === 'message'
        ? { what, message: message.trim(), ...common }
        : { what: 'takeover' as const, item, ...common }
    if (await change({ type: 'order', order })) close()
  }

  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <RadioGroup
        className="radios"
        value={what}
        onChange={(value) => setWhat(value === 'item' ? 'item' : 'message')}
      >
        <Label>{words.show}</Label>
        <Radio value="message">{words.aMessage}</Radio>
        <Radio value="item">{words.anItem}</Radio>
      </RadioGroup>
      {what === 'message' ? (
        <TextField value={message} onChange={setMessage} maxLength={LETTERS} autoFocus>
          <Label>{words.message}</Label>
          <TextArea rows={3} className="voice" />
          <p className="quiet">{words.messageLeft(LETTERS - message.length)}</p>
        </TextField>
      ) : (
        <ItemChoice value={item} onChange={setItem} />
      )}
      <DateField value={until} onChange={setUntil} granularity="minute" hourCycle={24} isInvalid={isPast}>
        <Label>{words.until}</Label>
        <DateInput className="date">{(segment) => <DateSegment segment={segment} />}</DateInput>
        <FieldError>{isPast ? words.pastEnd : ''}</FieldError>
      </DateField>
      <Choice
        label={words.screens}
        value={where}
        options={[
          { value: 'this', label: words.thisScreen(screen) },
          { value: 'all', label: words.allScreens },
        ]}
        onChange={setWhere}
      />
      <p className="actions">
        <Button weight="main" type="submit" isDisabled={isPast || !isWhole}>
          {words.takeOver}
        </Button>
        <Button onPress={close}>{shell.cancel}</Button>
      </p>
    </form>
  )
}

/** What is on and what follows; any other item is taken from the library. */
function ItemChoice({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (id: string) => void
}) {
  const { now: words } = useWords()
  const { answer = [] } = useAsked('upcoming', [{ count: 10 }])
  const { answer: live } = useAsked('live', [{ width: 16 }])
  const known = [...(live?.on ? [live.on] : []), ...answer]
  const options = [...new Map(known.map(({ itemId, title }) => [itemId, title]))].map(([id, title]) => ({
    value: id,
    label: title,
  }))
  return <Choice label={words.item} value={value} options={options} onChange={onChange} />
}
