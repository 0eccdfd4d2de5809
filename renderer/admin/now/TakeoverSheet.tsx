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
import { Button } from '../kit/Button.tsx'
import { change } from '../kit/change.ts'
import { ItemFinder } from '../kit/ItemFinder.tsx'
import { localMinute } from '../kit/local-minute.ts'
import { Sheet } from '../kit/Sheet.tsx'
import { useAdminView } from '../mirror.ts'
import { useWords } from '../words/use-words.ts'
import { type Where, WhereChoice } from './WhereChoice.tsx'

interface Props {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly screen: string
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

function TakeoverForm({ screen, now, close }: Props & { readonly close: () => void }) {
  const { now: words, shell } = useWords()
  const zone = useAdminView()?.timezone ?? 'UTC'
  const [what, setWhat] = useState<'message' | 'item'>('message')
  const [message, setMessage] = useState('')
  const [item, setItem] = useState('')
  const [where, setWhere] = useState<Where>('this')
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
        <ItemFinder label={words.item} screen={screen} onChange={setItem} />
      )}
      <DateField value={until} onChange={setUntil} granularity="minute" hourCycle={24} isInvalid={isPast}>
        <Label>{words.until}</Label>
        <DateInput className="date">{(segment) => <DateSegment segment={segment} />}</DateInput>
        <FieldError>{isPast ? words.pastEnd : ''}</FieldError>
      </DateField>
      <WhereChoice screen={screen} value={where} onChange={setWhere} />
      <p className="actions">
        <Button weight="main" type="submit" isDisabled={isPast || !isWhole}>
          {words.takeOver}
        </Button>
        <Button onPress={close}>{shell.cancel}</Button>
      </p>
    </form>
  )
}
